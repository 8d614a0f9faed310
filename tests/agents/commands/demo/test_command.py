"""The worker of `rasid demo` is never left behind."""

import os
import signal
import subprocess
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from click.testing import CliRunner

from agents.cli import main
from agents.commands.demo import command
from streams.settings import Settings


def test_a_ctrl_c_while_the_worker_is_started_ends_the_worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """It is held back until there is a process to end, which is then waited for."""
    real, made = subprocess.Popen, []

    def interrupted(_command: object, **_pipes: object) -> "subprocess.Popen[bytes]":
        made.append(real(["sleep", "60"]))
        os.kill(os.getpid(), signal.SIGINT)
        return made[0]

    monkeypatch.setattr(subprocess, "Popen", interrupted)
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), command._worker(Settings(), tmp_path / "log"):
        pytest.fail("the demo went on")
    assert (made[0].returncode, signal.getsignal(signal.SIGINT)) == (-signal.SIGTERM, before)


@pytest.mark.parametrize("end", [KeyboardInterrupt(), click.ClickException("the worker is not ready")])
def test_a_kafka_that_goes_on_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, end: BaseException):
    """However the demo ends, who ran it is told how to stop what it started."""

    def show(*_: object, **__: object) -> None:
        raise end

    monkeypatch.setattr(command.broker, "status", lambda _: SimpleNamespace(address="127.0.0.1:9092"))
    monkeypatch.setattr(command, "_show", show)
    ran = CliRunner().invoke(main, ["demo", "--data-dir", str(tmp_path)])
    assert (ran.exit_code, "`rasid kafka stop` stops it" in ran.stdout) == (1, True)
