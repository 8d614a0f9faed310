"""Tables that come cell by cell, and lists that an article ends with: no running text, and the article's own."""

import itertools
import re

from agents.clean.judge.lines import Line
from agents.clean.layout import other_articles
from agents.clean.read import stems as kin

_CELL_WORDS = 4
"""Words of a table's cell, at most."""
_CELLS = 6
"""Cells in a row from which on they are a table."""
_NUMBERS = 3
"""Numbers that a table holds, at least."""
_BULLET = re.compile(r"[-–—*•●▪■◦‣]|\d{1,2}\s?[-–—.)]\s")
"""What stands in front of a list's item."""
_ITEM_KIN = 0.2
"""The share of what an item speaks of that the article speaks of too."""
_HEADLINES = 4
"""Headlines behind a line that leads to them, from which on they are a digest."""
_HEADLINE_WORDS = 4


def tables(lines: list[Line]) -> frozenset[int]:
    """Find the lines that are cells of tables: short ones in a row, many of them nothing but a number."""
    if len([line for line in lines if line.reason == "counter"]) < _NUMBERS:
        return frozenset()
    found: list[int] = []
    for cell, run in itertools.groupby(range(len(lines)), lambda index: _could_be_cell(lines[index])):
        rows = list(run)
        labelled = rows[0] > 0 and lines[rows[0] - 1].reason == "related"
        if cell and not labelled and _is_table([lines[index] for index in rows]):
            found += rows
    return frozenset(found)


def _is_number(line: Line) -> bool:
    return line.reason == "counter" and line.match is None and line.words[0][0].isdigit()


def _could_be_cell(line: Line) -> bool:
    return _is_number(line) or (not line.reason and not line.stopped and line.count <= _CELL_WORDS)


def _is_table(cells: list[Line]) -> bool:
    """Say whether cells in a row are a table, and no list that is counted through, nor a month's days."""
    numbers = [line.folded for line in cells if _is_number(line)]
    if len(numbers) < _NUMBERS or (len(cells) < _CELLS and any(len(cell.words) < 2 for cell in cells)):  # noqa: PLR2004 - one cell in a line
        return False
    counted = [int(number) for number in numbers if number.isdecimal()]
    through = len(counted) == len(numbers) and all(b - a == 1 for a, b in itertools.pairwise(counted))
    return len(numbers) * 4 >= len(cells) and not through


def end(lines: list[Line], start: int, stop: int, cells: frozenset[int], own: frozenset[str]) -> int:
    """Give where an article ends that its running text ends before: behind a table or a list of its own.

    Parameters
    ----------
    lines
        The page's.
    start, stop
        Where its running text stands.
    cells
        The lines that are cells of tables.
    own
        The stems of the title.
    """
    for first in range(stop, min(stop + 2, len(lines))):  # behind what leads to it, perhaps
        last = first
        while last in cells:
            last += 1
        if last > first:
            known = other_articles.words(lines, start, stop) | own
            return last if any(known & line.stems for line in lines[stop:last]) else stop
        while last < len(lines) and not lines[last].reason and _is_item(lines[last]):
            last += 1
        if last > first and first > start and (lines[first - 1].folded.endswith(":") or _is_item(lines[first - 1])):
            known = other_articles.words(lines, start, stop) | own
            return last if _are_own(lines[first:last], known) else stop
        if lines[first].reason or lines[first].prose:
            break
    return stop


def _is_item(line: Line) -> bool:
    return _BULLET.match(line.text) is not None


def _are_own(items: list[Line], known: frozenset[str]) -> bool:
    """Say whether most items of a list speak of what the article speaks of."""
    return sum(kin.share(item.stems, known) >= _ITEM_KIN for item in items) * 2 >= len(items)


def digest(lines: list[Line], first: int) -> tuple[int, int]:
    """Find headlines in a row behind a line that leads to them, where a page has no running text; else nothing."""
    for index in range(first, len(lines)):
        line = lines[index]
        if line.reason or line.count < 3 or not line.folded.endswith(":"):  # noqa: PLR2004 - more than a speaker's name
            continue
        items = itertools.takewhile(lambda item: not item.reason and item.count >= _HEADLINE_WORDS, lines[index + 1 :])
        count = sum(1 for _ in items)
        if count >= _HEADLINES:
            return index, index + 1 + count
    return first, first
