"""The terminal: the standard outputs take any text, and tables are as wide as it is."""

import codecs
import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

UNBROKEN_COLUMNS = 10_000
"""The width of a table that is written to no terminal."""
FOLLOWING_INDENT = 4
"""Of what follows of a line that a terminal is too narrow for."""


def take_any_text() -> None:
    """Let both outputs take every character.

    Where the locale says ASCII, as it does in containers and in cron, UTF-8 is written all the same, as click does.
    What has no UTF-8 (halves of surrogate pairs in file names), or no place in the terminal's charset, is escaped.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            is_ascii = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding="utf-8" if is_ascii else stream.encoding, errors="backslashreplace")


def console() -> "Console":
    """Return the console that tables are printed on: as wide as the terminal, whole rows in files and pipes."""
    from rich.console import Console  # noqa: PLC0415 - a command that prints no table does not pay for it

    width = None if sys.stdout.isatty() else UNBROKEN_COLUMNS
    return Console(markup=False, highlight=False, width=width)


def show(out: "Console", text: "Text") -> None:
    """Print a text, broken between words where the terminal is too narrow: it would break it within them."""
    for line in text.split("\n"):
        if line.cell_len <= out.width:
            out.print(line)
            continue
        first, *following = line.wrap(out, max(1, out.width - FOLLOWING_INDENT))
        out.print(first)
        for part in following:
            part.pad_left(FOLLOWING_INDENT)
            out.print(part)
