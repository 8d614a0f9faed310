"""The terminal as tables see it."""

import sys

from rich.console import Console

PLENTY = 10_000
"""Columns of what is no terminal."""


def console() -> Console:
    """Give the console that tables are printed on: as wide as the terminal, and with whole rows in files and pipes."""
    width = None if sys.stdout.isatty() else PLENTY
    return Console(markup=False, highlight=False, width=width)
