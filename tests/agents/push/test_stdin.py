"""The standard input."""

import io
import sys

import pytest

from agents.push.stdin import standard_input


def test_a_standard_input_without_a_file_is_read(monkeypatch: pytest.MonkeyPatch):
    """Where the standard input is no file of the system, its own buffer is read."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"page"), "utf-8"))
    assert standard_input().read() == b"page"
