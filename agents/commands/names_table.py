"""A table of names with their counts: a narrow terminal takes the English names, the kinds, and of long names the end.

The counts always stand there whole.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.table import Table

from agents.commands.render import clean

MIN_ENGLISH, MIN_ARABIC = 12, 20
"""Columns below which English names, and then kinds, give their place to the Arabic names."""
GAP = 2
"""Columns between two of the table's."""


class Line(NamedTuple):
    """A line of the table."""

    arabic: str
    english: str
    kind: str
    counts: tuple[int, ...]


def names_table(
    titles: tuple[str, str], counted: Sequence[str], lines: Sequence[Line], width: int, title: str | None = None
) -> Table:
    """Return a table.

    Parameters
    ----------
    titles
        Of the Arabic names and of the kinds.
    counted
        Titles of the counts.
    lines
        In their order.
    width
        Columns of the terminal.
    title
        Above the table.
    """
    names = [(clean(line.arabic), clean(line.english), line.kind) for line in lines]
    counts = [[f"{count:,}" for count in line.counts] for line in lines]
    arabic, english, kind = (
        max(map(cell_len, column), default=0) for column in zip((titles[0], "", titles[1]), *names, strict=True)
    )
    figures = [max(map(len, column)) for column in zip(counted, *counts, strict=True)]
    room = width - sum(figure + GAP for figure in figures)
    if arabic + GAP + english + GAP + kind > room:
        words = [max(title.split(), key=len) for title in counted]
        figures = [max(map(len, column)) for column in zip(words, *counts, strict=True)]
        room = width - sum(figure + GAP for figure in figures)
        english = min(english, room - arabic - kind - 2 * GAP)
        if english < MIN_ENGLISH:
            english = 0
            if room - kind - GAP < min(arabic, MIN_ARABIC):
                kind = 0
            arabic = max(1, min(arabic, room - (kind + GAP if kind else 0)))
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, header_style="bold")
    table.add_column(titles[0], no_wrap=True, width=arabic)
    if english:
        table.add_column("", overflow="fold", width=english)
    if kind:
        table.add_column(titles[1], style="dim", no_wrap=True, width=kind)
    for counted_title, figure in zip(counted, figures, strict=True):
        table.add_column(counted_title, justify="right", width=figure)
    for (name, other, of_kind), row in zip(names, counts, strict=True):
        table.add_row(name, *([other] if english else []), *([of_kind] if kind else []), *row)
    return table
