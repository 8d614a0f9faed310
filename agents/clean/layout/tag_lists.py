"""Pass `tag_lists`: words of the text that stand below it one a line are tags, though no label says so."""

from agents.clean.judge.lines import Line
from agents.clean.layout.page import Page

_MIN_TAGS = 3
"""Lines in a row from which on they can be tags without a label."""
_MAX_TAG_WORDS = 4
_MAX_NUMBER_DIGITS = 4
"""Digits of the longest number in a tag, a year."""
_MIN_OWN_SHARE_OF_TAG = 0.5
"""The share of a tag's words that the text has too."""


def mark_tag_lists(page: Page) -> None:
    """Mark lines in a row below the text that can be tags."""
    run: list[Line] = []
    for line in page.lines[page.end :]:
        if not line.reason and not line.stopped and _can_be_tag(page, line):
            run.append(line)
            continue
        _mark(page, run)
        run = []
    _mark(page, run)


def _mark(page: Page, run: list[Line]) -> None:
    if len(run) >= _MIN_TAGS:
        page.suspect(run, "tags")


def _can_be_tag(page: Page, line: Line) -> bool:
    has_number = any(len(word) > _MAX_NUMBER_DIGITS and word.isdigit() for word in line.words)
    return line.count <= _MAX_TAG_WORDS and not has_number and page.own_share(line) >= _MIN_OWN_SHARE_OF_TAG
