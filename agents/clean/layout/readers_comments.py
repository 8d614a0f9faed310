"""Pass `readers_comments`: below a label that counts or names them, what readers wrote is none of the text."""

from itertools import dropwhile

from agents.arabic import wordlist
from agents.clean.judge.lines import Line
from agents.clean.layout.page import Page
from agents.clean.read.line_words import split

_LISTS = wordlist.load("agents.clean", "comments.toml")
_LABELS = _LISTS.words("labels")
_BESIDE_LABELS = _LISTS.words("beside_labels")
_NUMBERED_LABELS = _LISTS.words("numbered_labels")
_NUMBERS = _LISTS.words("numbers")
_SORTING = _LISTS.words("sorting")
_MARKS = _LISTS.words("marks")
_MIN_PARAGRAPHS = 2
"""Paragraphs of the article that stand above its comments."""
_MAX_NAME_WORDS = 4
"""Words of a reader's name."""
_LINES_TO_FIRST_COMMENT = 4
_READERS_REASONS = frozenset(["", "byline", "date"])
"""What readers' names, days and remarks are taken for by themselves."""
_ENDING_REASONS = frozenset(["copyright", "masthead", "related", "tags", "newsletter", "next_article"])
"""Reasons of chrome behind which no comments stand."""


def cut_comments(page: Page) -> None:
    """End the text before the readers' comments."""
    index = _label(page)
    if index is None:
        return
    page.lines[index].reason, page.lines[index].by = "comments", page.by
    for line in page.lines[index + 1 :]:
        if line.reason in _ENDING_REASONS:
            break
        if line.reason in _READERS_REASONS:
            line.reason, line.by, line.byline, line.date = "comments", page.by, None, None
    page.end = min(page.end, index)


def _label(page: Page) -> int | None:
    """Return the line behind which comments stand."""
    paragraphs = 0
    title = set(split(page.title))
    for index in range(page.start, len(page.lines)):
        line = page.lines[index]
        if line.prose and not line.reason:
            paragraphs += 1
        elif paragraphs >= _MIN_PARAGRAPHS and _is_label(line, title) and _is_commented(page.lines[index + 1 :]):
            return index
    return None


def _is_label(line: Line, title: set[str]) -> bool:
    """Whether a line says how many comments there are, or only that there are some: «3 تعليقات على …»."""
    numbered = bool(line.words) and (line.words[0].isdigit() or line.words[0] in _NUMBERS)
    words = line.words[1:] if numbered else line.words
    if not words or not (words[0] in _LABELS or (numbered and words[0] in _NUMBERED_LABELS)):
        return False
    return all(word.isdigit() or word in _BESIDE_LABELS or word in title for word in words[1:])


def _is_commented(lines: list[Line]) -> bool:
    """Whether a reader's name or a button stands in front of the first comment, whatever comments are sorted by."""
    lines = list(dropwhile(lambda line: bool(line.words) and _SORTING.issuperset(line.words), lines))
    for index, line in enumerate(lines[:_LINES_TO_FIRST_COMMENT]):
        if _is_mark(line) or line.reason == "date":
            return True
        if index == 0 and not line.prose and not line.stopped and 0 < line.count <= _MAX_NAME_WORDS and lines[1:2]:
            return lines[1].count > _MAX_NAME_WORDS or _is_mark(lines[1]) or lines[1].reason == "date"
    return any(_is_mark(line) for line in lines)


def _is_mark(line: Line) -> bool:
    """Whether a line holds nothing but the buttons of a comment: «إعجاب رد»."""
    return (
        bool(line.words)
        and all(word in _MARKS or word.isdigit() for word in line.words)
        and not line.words[0].isdigit()
    )
