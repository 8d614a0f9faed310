"""A process beside this one: connected, let go of, and no longer there."""

import os
import sys
from pathlib import Path

import pytest

from streams import child
from streams.child import Child

ECHO = """
import sys
from multiprocessing.connection import Connection

with Connection(int(sys.argv[-1])) as connection:
    connection.send_bytes(" ".join(sys.argv[1:-1]).encode())
    try:
        connection.recv_bytes()
    except EOFError:
        {end}
"""


def started(folder: Path, monkeypatch: pytest.MonkeyPatch, end: str) -> Child:
    (folder / "echo_child.py").write_text(ECHO.format(end=end), encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), *sys.path]))
    return Child("echo_child", "one", "two")


def test_it_is_given_its_arguments_and_ends_when_it_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """By itself, since nobody is connected to it any more; to let go of it again does no harm."""
    other = started(tmp_path, monkeypatch, "pass")
    said = other.connection.recv_bytes()
    other.close()
    other.close()

    assert (said, other.process.returncode, other.connection.closed) == (b"one two", 0, True)


def test_one_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """After a while, in which it may finish what it does."""
    monkeypatch.setattr(child, "END_SECONDS", 0.1)
    other = started(tmp_path, monkeypatch, "__import__('signal').pause()")
    other.connection.recv_bytes()
    other.close()

    assert other.process.returncode == -9
