"""Whether two parts of a page are of one article."""

import re

from agents.clean.judge.dateline import read_dateline
from agents.clean.judge.lines import Line
from agents.clean.judge.places import is_place
from agents.clean.layout.likeness import running_text, stems_of_lines

MIN_SHARED = 0.13
"""The share of words in common, from which on two parts are one article."""
MIN_COMPARABLE_STEMS = 10
"""Stems that a part must have to be compared."""
MIN_TITLE_WORDS = 4
_DATELINE_END = re.compile(r"[-–—ـ−/)]")
_MAX_DATELINE_CHARACTERS = 50


def stems_between(lines: list[Line], start: int, end: int) -> frozenset[str]:
    """Return the stems of the running text between two lines."""
    return stems_of_lines(running_text(lines[start:end]))


def are_different(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two parts that can be compared speak of different things."""
    least = min(len(one), len(other))
    return least >= MIN_COMPARABLE_STEMS and len(one & other) / least < MIN_SHARED


def is_signed(line: Line) -> bool:
    """Whether a line tells the day or the author of an article, as stands below the headline of each."""
    if line.reason == "date":
        return line.date is not None and line.date.moment is not None  # a clock alone is of a live blog's entry
    return line.byline is not None and line.byline.byline.author is not None


def is_headline(line: Line) -> bool:
    """Whether a line can be the headline of another article."""
    return not line.prose and not line.reason and line.count >= MIN_TITLE_WORDS


def has_dateline(line: Line, outlet: frozenset[str]) -> bool:
    """Whether a paragraph opens with a place beside an agency or the outlet."""
    if not _DATELINE_END.search(line.text[:_MAX_DATELINE_CHARACTERS]):
        return False
    size = len(outlet)
    if size and outlet.issuperset(line.words[:size]) and is_place(line.words[size : size + 1]):
        return True
    found = read_dateline(line, outlet)
    return found is not None and found.byline.dateline is not None and found.sure
