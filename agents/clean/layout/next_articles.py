"""Pass `next_articles`: of several articles in one page, as infinite scroll brings them, the page's own stays."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from agents.clean.judge.lines import Line
from agents.clean.layout.likeness import running_text, stems_of_lines
from agents.clean.layout.page import HEADINGS, Page
from agents.clean.layout.parts import is_signed
from agents.clean.read.stems import share_known

_MIN_OWN_PARAGRAPHS = 2
"""Paragraphs of the page's own article; of one with fewer nothing is certain."""
_MAX_SHARED = 0.2
"""The share of words in common up to which two parts with a heading each are two articles."""
_MIN_TOLD_SHARE = 0.5
"""The share of the stems of the page's address that its article's headline has."""
_LINES_TO_HEADLINE = 5
"""Lines of an article's element among which its headline stands."""
_MIN_HEADINGS = 2
"""Headings of a page with several articles."""


class _Part(NamedTuple):
    """The lines of an article, and its headline."""

    lines: list[Line]
    headline: Line

    @property
    def paragraphs(self) -> int:
        return sum(line.prose and not line.reason for line in self.lines)


def cut_next_articles(page: Page) -> None:
    """Mark the lines of the articles that are not the page's own, with their dates and bylines."""
    if sum(line.hint in HEADINGS for line in page.lines) < _MIN_HEADINGS:
        return
    shapes = (_elements, _below_h1, _below_signed_headings)
    for lines in next(filter(None, (_others(page, find(page.lines)) for find in shapes)), []):
        for line in lines:
            if line.role != "title":
                line.reason, line.by, line.date, line.byline = "next_article", page.by, None, None


def _elements(lines: list[Line]) -> list[_Part]:
    """Return the articles that have an element of their own, with a headline, and what an `<h1>` heads in front."""
    groups: dict[int, list[Line]] = {}
    for line in lines:
        in_front = groups.keys() == {0} if groups else line.hint == "h1"
        if line.article or in_front:
            groups.setdefault(line.article, []).append(line)
    headed = ((group, _headline(group[:_LINES_TO_HEADLINE])) for group in groups.values())
    return [_Part(group, headline) for group, headline in headed if headline is not None]


def _below_h1(lines: list[Line]) -> list[_Part]:
    """Return the parts that stand each below an `<h1>` of its own, to the last paragraph of each."""
    return _parts(lines, [index for index, line in enumerate(lines) if line.hint == "h1" and not line.reason])


def _below_signed_headings(lines: list[Line]) -> list[_Part]:
    """Return the part below the first heading, and those below others that tell their day or author."""
    headings = [index for index, line in enumerate(lines) if line.hint in HEADINGS and not line.reason]
    own = next((index for index in headings if lines[index].hint == "h1"), next(iter(headings), -1))
    behind = (index for index in headings if index > own)
    signed = (index for index in behind if any(map(is_signed, lines[index + 1 : index + 3])))
    return _parts(lines, [own, *signed] if own >= 0 else [])


def _parts(lines: list[Line], firsts: list[int]) -> list[_Part]:
    """Return the parts that begin with each of some headings, to the last paragraph of each."""
    parts = []
    for first, following in pairwise([*firsts, len(lines)]):
        last = max((index for index in range(first, following) if lines[index].prose), default=first)
        parts.append(_Part(lines[first : last + 1], lines[first]))
    return parts


def _headline(lines: list[Line]) -> Line | None:
    return next((line for hint in HEADINGS for line in lines if line.hint == hint and line.words), None)


def _others(page: Page, parts: list[_Part]) -> list[list[Line]]:
    """Return the lines of each part that is another article than the page's own."""
    told = [part for part in parts if part.paragraphs] if len(parts) > 1 else []
    own = _own(page, told)
    if own is None or own.paragraphs < _MIN_OWN_PARAGRAPHS:
        return []
    known = _stems(own.lines)
    return [part.lines for part in told if part is not own and _is_other(part, own, known)]


def _own(page: Page, parts: Iterable[_Part]) -> _Part | None:
    """Return the article that shows the page's title, else that of its address, the first with `<h1>`, or the first."""
    parts = list(parts)
    title = page.lines[page.title_index] if page.title_index >= 0 else None
    shown = (part for part in parts if title is not None and part.headline.words == title.words)
    told = max(parts, key=lambda part: share_known(page.address_stems, part.headline.stems), default=None)
    is_told = told is not None and share_known(page.address_stems, told.headline.stems) >= _MIN_TOLD_SHARE
    headed = (part for part in parts if part.headline.hint == "h1")
    return next(shown, None) or (told if is_told else None) or next(headed, None) or next(iter(parts), None)


def _is_other(part: _Part, own: _Part, known: frozenset[str]) -> bool:
    """Whether a part with a headline is another article: in an element with its own `<h1>`, or of another subject."""
    headline, title = part.headline, own.headline
    if headline.words == title.words or (headline.article and headline.article == title.article):
        return False
    if headline.hint == title.hint == "h1" and headline.article != title.article:
        return True
    stems = _stems(part.lines)
    return len(stems & known) < _MAX_SHARED * min(len(stems), len(known))


def _stems(lines: list[Line]) -> frozenset[str]:
    return stems_of_lines(running_text(lines))
