"""The terminal."""

import io
import sys

import pytest

from agents.commands.terminal import take_any_text


@pytest.mark.parametrize(
    ("charset", "shown"),
    [("ascii", "راصد \\udcff"), ("utf-8", "راصد \\udcff"), ("latin-1", "\\u0631\\u0627\\u0635\\u062f \\udcff")],
)
def test_every_character_can_be_written(monkeypatch: pytest.MonkeyPatch, charset: str, shown: str):
    """Text that the locale's charset lacks is written and not an error."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, charset))
    take_any_text()
    print("راصد \udcff", end="", flush=True)
    assert raw.getvalue().decode("utf-8") == shown
