"""Whether two parts of a page are of one article."""

from agents.clean.judge.lines import Line
from agents.clean.layout.likeness import running_text, stems_of_lines

MIN_SHARED = 0.13
"""The share of words in common, from which on two parts are one article."""
MIN_COMPARABLE_STEMS = 10
"""Stems that a part must have to be compared."""
MIN_TITLE_WORDS = 4


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
