"""Pass `tail`: what stands below the text is chrome, of the kind of the chrome above it, or the text's last line."""

import re

from agents.arabic.clitics import AND
from agents.clean.judge.lines import PARAGRAPH_OPENERS, Line
from agents.clean.judge.person_names import given_names
from agents.clean.layout.page import Page

_MIN_LAST_WORDS = 6
"""Words of a last paragraph without a full stop."""
_JOINED_VERB = re.compile(rf"{AND}[\u062a\u064a]")
"""How a verb in the present begins behind «and»."""

_OPENING_REASONS = frozenset(["related", "comments", "tags", "masthead"])
"""Reasons of chrome that goes on in the lines behind it."""
_PASSING_REASONS = frozenset(["date", "counter", "byline"])
"""Reasons of lines that may stand within such chrome."""


def _ends(line: Line) -> bool:
    """Whether a line ends as a sentence does, or in dots."""
    return line.stopped or line.folded.endswith("..")


def _goes_on(line: Line) -> bool:
    """Whether a line without a full stop begins as paragraphs of reports do: «ومن المقرر …», «وتبلغ كلفة …»."""
    first = line.words[0]
    opens = first in PARAGRAPH_OPENERS or (_JOINED_VERB.match(first) is not None and first not in given_names())
    return line.count >= _MIN_LAST_WORDS and opens and not line.hint


def settle_tail(page: Page) -> None:
    """Settle the lines below the text."""
    going_on = "stray"
    adjoining = True
    for line in page.lines[page.end :]:
        if line.role:
            continue
        if adjoining and not line.reason and line.count > 1 and (_ends(line) or _goes_on(line)):
            page.settle(line, "paragraph")
            continue
        adjoining = False
        if line.reason:
            line.role = "chrome"
            if line.reason not in _PASSING_REASONS:
                going_on = line.reason if line.reason in _OPENING_REASONS else "stray"
            continue
        found = None if line.prose else line.signature(page.outlet)
        if found is not None and found.sure:
            page.settle(line, "chrome", "byline")
            line.byline = found
        else:
            page.settle(line, "chrome", going_on)
