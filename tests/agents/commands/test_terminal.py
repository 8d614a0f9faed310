"""The terminal."""

import io
import sys

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from agents.commands.terminal import show, take_any_text


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


@pytest.mark.parametrize("width", [20, 37, 60, 10_000])
def test_long_lines_are_broken_between_words(width: int):
    """Every word stays whole, no line is longer than the terminal, and what follows of a line is indented."""
    text = "title\n  entities:     مجلس الأمن ×2 · الأمم المتحدة ×1 · مستشفى الجامعة الأردنية ×1"
    out = Console(file=io.StringIO(), width=width)
    show(out, Text(text))
    lines = out.file.getvalue().splitlines()
    assert " ".join(lines).split() == text.split()
    assert [line for line in lines if cell_len(line) > width] == []
    assert all(line.startswith("    ") for line in lines[2:])
