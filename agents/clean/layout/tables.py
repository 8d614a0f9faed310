"""Passes `tables` and `table_cells`: tables that come cell by cell, no running text, and the article's own."""

import itertools

from agents.clean.judge.lines import Line
from agents.clean.layout.page import Page

_MAX_CELL_WORDS = 4
_MIN_CELLS = 6
"""Cells in a row from which on they are a table, where one of them holds a single word."""
_MIN_NUMBERS = 3
"""Numbers that a table holds."""
_CELLS_EACH_NUMBER = 4
"""Cells of a table for which one is a number."""


def find_tables(page: Page) -> None:
    """Find the lines that are cells of tables: short ones in a row, many of them nothing but a number."""
    lines = page.lines
    if len([line for line in lines if line.reason == "counter"]) < _MIN_NUMBERS:
        return
    found: list[int] = []
    for may_be_cells, run in itertools.groupby(range(len(lines)), lambda index: _may_be_cell(lines[index])):
        cells = list(run)
        are_links = cells[0] > 0 and lines[cells[0] - 1].reason == "related"
        if may_be_cells and not are_links and _is_table([lines[index] for index in cells]):
            found += cells
    page.cells = frozenset(found)


def keep_cells(page: Page) -> None:
    """Make the cells within the text paragraphs."""
    for index in page.cells.intersection(range(page.start, page.end)):
        page.settle(page.lines[index], "paragraph")


def _is_number(line: Line) -> bool:
    return line.reason == "counter" and line.match is None and line.words[0][0].isdigit()


def _may_be_cell(line: Line) -> bool:
    return _is_number(line) or (not line.reason and not line.stopped and line.count <= _MAX_CELL_WORDS)


def _is_table(cells: list[Line]) -> bool:
    """Whether cells in a row are a table, and no list that is counted through, nor a month's days."""
    numbers = [line.folded for line in cells if _is_number(line)]
    if len(numbers) < _MIN_NUMBERS or (len(cells) < _MIN_CELLS and any(len(cell.words) <= 1 for cell in cells)):
        return False
    counted = [int(number) for number in numbers if number.isdecimal()]
    through = len(counted) == len(numbers) and all(b - a == 1 for a, b in itertools.pairwise(counted))
    return len(numbers) * _CELLS_EACH_NUMBER >= len(cells) and not through
