"""Pass `doubles`: what stands twice near each other is a caption, or the text's beginning shown above it."""

import itertools
import re

from agents.arabic import wordlist
from agents.clean.judge.captions import MAX_CAPTION_WORDS
from agents.clean.judge.lines import Line
from agents.clean.layout.page import Page
from agents.clean.layout.title_candidates import ends_with_full_stop
from agents.clean.layout.title_text import MAX_GLUED_WORDS
from agents.clean.read.line_words import split

_EVENTS = wordlist.load("agents.clean", "genres.toml").words("reports.events")
"""Verbs that open leads and no captions: «استشهد شابان …»."""
_MIN_TEASER_WORDS = 10
"""Words of a paragraph that a page shows above the text, which begins with it."""
_MAX_HEAD_LINES = 12
"""Lines of chrome in front of the title with which a page opens."""
_BUTTON = re.compile(r"(?:…|\.\.)\s*[\[(«]?\s*(\w+(?: \w+){0,2})\W*$")
"""The button at the end of such a beginning: «… [اقرأ المزيد]»."""
_MAX_LINES_TO_TEXT = 6
"""Lines from there to the text, among them its title, date and byline."""


def _is_exclaimed_title(page: Page, index: int) -> bool:
    """Whether a line asks or exclaims, as titles do and captions do not, and opens the page, or has its date below."""
    is_dated = any(below.reason == "date" for below in page.lines[index + 1 : index + 2])
    is_first = index <= _MAX_HEAD_LINES and all(above.reason for above in page.lines[: index - 1])
    return (is_dated or is_first) and not ends_with_full_stop(page.lines[index])


def _keep_only_paragraph(page: Page) -> None:
    """Take back what was said of a sentence that stands twice where the page has no other: it is the text."""
    twice = [line for line in page.lines if line.prose and line.by == page.by]
    if twice:
        twice[-1].reason = twice[-1].by = ""


def _is_beginning(line: Line, following: Line) -> bool:
    """Whether a paragraph begins as a line does, which may break off within a word or end in «… [اقرأ المزيد]»."""
    words, size = following.words, line.count
    if words[:size] == line.words:
        return True
    button = _BUTTON.search(line.folded)
    size -= len(split(button[1])) if button else 1
    if size < _MIN_TEASER_WORDS or words[:size] != line.words[:size]:
        return False
    return button is not None or (len(words) > size and not line.stopped and words[size].startswith(line.words[size]))


def mark_doubles(page: Page) -> None:
    """Mark short sentences that stand twice in a row as captions, and the first of two paragraphs that begin alike.

    Of a lead that stands twice, which opens with what happened, the second is the text's.

    Of a long title that stands twice, the second time with its picture's caption behind it, that is the second.
    """
    for index, (line, following) in enumerate(itertools.pairwise(page.lines)):
        is_short = line.stopped and line.count <= MAX_CAPTION_WORDS
        if is_short and line.words == following.words and not _is_exclaimed_title(page, index + 1):
            is_lead = line.prose and line.words[0] in _EVENTS
            page.suspect((line,) if is_lead else (line, following), "caption")
    paragraphs = [(index, line) for index, line in enumerate(page.lines) if line.prose and not line.reason]
    if not paragraphs:
        _keep_only_paragraph(page)
    for (index, line), (at, following) in itertools.pairwise(paragraphs):
        can_be_teaser = line.words[0] == following.words[0] and line.count >= _MIN_TEASER_WORDS
        if can_be_teaser and at - index <= _MAX_LINES_TO_TEXT and _is_beginning(line, following):
            is_copy = 0 < following.count - line.count <= MAX_GLUED_WORDS and not following.stopped
            page.suspect((following,) if is_copy else (line,), "caption" if is_copy else "stray")
