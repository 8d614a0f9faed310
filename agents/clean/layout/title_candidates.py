"""The lines in front of a text that can be its title."""

import re

from agents.arabic import wordlist
from agents.arabic.folding import fold
from agents.arabic.quotation_marks import CLOSING
from agents.clean.judge.captions import names_picture
from agents.clean.judge.lines import Line
from agents.clean.read.line_words import DIGIT

MAX_TITLE_WORDS = 32
META_REASONS = frozenset(["date", "byline", "share", "counter", "tools", "caption", "breadcrumb", "social"])
"""Reasons of lines that stand near a title."""
HIDDEN_HINTS = frozenset(
    ["nav", "aside", "footer", "related", "comments", "tags", "advertisement", "newsletter", "cookie"]
)
"""Parts of an HTML page in which no title stands."""
_MIN_TITLE_WORDS = 2
_MIN_SUSPECT_WORDS = 4
"""Words of a title that looks like chrome by its first word."""
_MIN_LEAD_WORDS = 18
"""Words from which on a line that ends as a sentence, or leads on, tells of the report and heads none."""
DOTS = ("...", "…")
"""How a line ends of which only the beginning is shown."""
_MAX_CANDIDATES = 300
MAX_JOINED_WORDS = 60
"""Words of a title of several sentences, with dots between them: Egyptian papers tell the report in it."""
_JOINED = re.compile(r"(?:\.\.|/).+(?:\.\.|/)")
_POINTS = ("- ", "– ", "— ")
"""How a line opens that is a point of a list."""
_META_NEAR = 4
"""Lines below such a title among which it is said who wrote it or when."""
_OFFICES = tuple(map(fold, wordlist.load("agents.clean", "lines.toml").as_written("editors")))
_EDITORS = re.compile(rf"\b(?:{'|'.join(_OFFICES)})(?=[^\W\d_])")
"""An office of the outlet to which its holder's name is glued: «المشهد اليمني رئيس التحريرعبد الرحمن البيل»."""
_CLOCK_AT_END = re.compile(r"\d:\d\d$")
_CLOSERS = CLOSING + ") "
_WEAK_REASONS = frozenset(
    [
        "related",
        "caption",
        "source",
        "navigation",
        "share",
        "tools",
        "newsletter",
        "app",
        "comments",
        "masthead",
        "social",
        "copyright",
        "counter",
        "contact",
    ]
)
"""Reasons that a phrase within a title can give it."""


def find_candidates(lines: list[Line], start: int) -> list[int]:
    """Return the lines up to the text's first that can be its title, of many the nearest."""
    found = [
        index
        for index in range(min(start + 1, len(lines)))
        if (
            _can_be_title(lines[index], first_of_text=index == start and not _opens_next(lines, index))
            and not is_in_list(lines, index)
        )
        or _is_joined(lines, index)
    ]
    return found[-_MAX_CANDIDATES:]


def is_in_list(lines: list[Line], index: int) -> bool:
    """Whether a line and one beside it open with a dash, as points in front of a text do: «- …», «- …»."""
    around = lines[max(0, index - 1) : index] + lines[index + 1 : index + 2]
    return is_point(lines[index]) and any(map(is_point, around))


def is_point(line: Line) -> bool:
    """Whether a line opens with a dash, as a point of a list does."""
    return line.text[:2] in _POINTS


def ends_with_full_stop(line: Line) -> bool:
    """Whether a line ends as a sentence does, with a full stop."""
    return line.stopped and line.folded.rstrip(_CLOSERS)[-1:] == "."


def is_no_headline(line: Line) -> bool:
    """Whether a line names an editor of the outlet, or, being short, says at what time something is: «العصر 13:46»."""
    if line.count < _MIN_SUSPECT_WORDS and line.kinds & DIGIT and _CLOCK_AT_END.search(line.folded):
        return True
    return any(map(line.folded.__contains__, _OFFICES)) and _EDITORS.search(line.folded) is not None


def _is_lead(line: Line) -> bool:
    """Whether a paragraph is too long for a title that ends as it does: «… فيما يلي نصها:», «… فلكيا. وأوضحت...»."""
    if line.count < _MIN_LEAD_WORDS or line.hint == "h1":
        return False
    return ends_with_full_stop(line) or line.folded.endswith((":", *DOTS))


def _can_be_title(line: Line, *, first_of_text: bool) -> bool:
    if not _MIN_TITLE_WORDS <= line.count <= MAX_TITLE_WORDS or line.hint in HIDDEN_HINTS:
        return False
    if line.prose and ((first_of_text and ends_with_full_stop(line)) or _is_lead(line)):
        return False
    if is_no_headline(line):
        return False
    if line.reason:
        match = line.match
        weak = match is not None and match.how in ("start", "any", "label") and line.reason in _WEAK_REASONS
        may_be_title = weak or (line.reason == "caption" and match is None and not names_picture(line))
        return may_be_title and line.count >= _MIN_SUSPECT_WORDS and line.recurs == 0.0
    return True


def _opens_next(lines: list[Line], index: int) -> bool:
    """Whether a page's first line opens a longer one right below, as a title that the text repeats does."""
    words = lines[index].words
    if index or len(words) < _MIN_SUSPECT_WORDS:
        return False
    return any(len(words) < below.count and below.words[: len(words)] == words for below in lines[1 : 1 + _META_NEAR])


def _is_joined(lines: list[Line], index: int) -> bool:
    """Whether a line is a long title of several sentences; what says who wrote it or when stands below it."""
    line = lines[index]
    if line.reason or line.stopped or not MAX_TITLE_WORDS < line.count <= MAX_JOINED_WORDS:
        return False
    if not _JOINED.search(line.text):
        return False
    return any(below.reason in META_REASONS for below in lines[index + 1 : index + 1 + _META_NEAR])
