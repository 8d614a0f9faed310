"""Quotation marks that open something and have no partner: وأضاف قائلا: "على المستوى الشخصي أنا سعيد."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from agents.arabic.quotation_marks import MARKS, Quoted
from agents.tag_entities.quotes.speech_text import SpeechText

_MARKS: Final = frozenset(MARKS)
_MARK_OR_LINE: Final = re.compile(f"[{MARKS}\n]")
_DEPTH: Final = 1
"""Tells such a stretch from one between two marks."""


def find_unclosed(text: SpeechText) -> Iterator[Quoted]:
    """Yield what stands behind a mark without a partner that touches no word before it, to the next mark or line."""
    tokens = text.tokens
    around = [(stretch.start - 1, stretch.end + 1) for stretch in text.quoted]
    for at, gap in enumerate(tokens.gaps[:-1]):
        if gap == " " or _MARKS.isdisjoint(gap):
            continue
        mark = max([place for place, sign in enumerate(gap) if sign in _MARKS])
        start = tokens.spans[at][1] + mark
        if mark > 0 and not gap[mark + 1 :].strip() and not _covers(around, start):
            yield Quoted(start + 1, _end(tokens.text, start + 1), _DEPTH)


def _covers(stretches: Sequence[tuple[int, int]], character: int) -> bool:
    at = bisect_left(stretches, (character + 1, 0)) - 1
    return at >= 0 and stretches[at][1] > character


def _end(text: str, start: int) -> int:
    end = _MARK_OR_LINE.search(text, start)
    return end.start() if end is not None else len(text)
