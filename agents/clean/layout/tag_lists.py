"""Pass `tag_lists`: words of the text that stand below it, one a line or run together, are tags without a label."""

from agents.arabic import wordlist
from agents.clean.judge.lines import Line
from agents.clean.layout.page import Page

_MIN_TAGS = 3
"""Lines in a row from which on they can be tags without a label."""
_MAX_TAG_WORDS = 4
_MAX_NUMBER_DIGITS = 4
"""Digits of the longest number in a tag, a year."""
_MIN_OWN_SHARE_OF_TAG = 0.5
"""The share of a tag's words that the text has too."""
_MIN_RUN_WORDS = 5
"""Words of tags that nothing parts in their line."""
_MIN_OWN_SHARE_OF_RUN = 0.8
"""The share of their words that the text has too."""
_JOINING = wordlist.load("agents.clean", "lines.toml").words("leading_words")
"""Words of which every sentence has one."""


def mark_tag_lists(page: Page) -> None:
    """Mark lines in a row below the text that can be tags."""
    run: list[Line] = []
    for line in page.lines[page.end :]:
        if not line.reason and not line.stopped and _can_be_tag(page, line):
            run.append(line)
            continue
        _mark(page, run)
        run = []
        if not line.reason and _is_run_of_tags(page, line):
            page.suspect([line], "tags")
    _mark(page, run)


def _mark(page: Page, run: list[Line]) -> None:
    if len(run) >= _MIN_TAGS:
        page.suspect(run, "tags")


def _is_run_of_tags(page: Page, line: Line) -> bool:
    """Whether a line is of nothing but the text's words, and no sentence: «مجلس النواب الحكومة الليبية طرابلس …»."""
    if line.stopped or line.prose or line.hint or line.count < _MIN_RUN_WORDS or not _JOINING.isdisjoint(line.words):
        return False
    is_of_letters = line.folded.replace(" ", "").isalpha()
    return is_of_letters and page.own_share(line) >= _MIN_OWN_SHARE_OF_RUN


def _can_be_tag(page: Page, line: Line) -> bool:
    has_number = any(len(word) > _MAX_NUMBER_DIGITS and word.isdigit() for word in line.words)
    return line.count <= _MAX_TAG_WORDS and not has_number and page.own_share(line) >= _MIN_OWN_SHARE_OF_TAG
