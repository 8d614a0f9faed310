"""Titles of works and names of operations: what stands in quotation marks behind the word for such a thing."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from agents.arabic import quotation_marks
from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Span, of_text

_THINGS: Final = folded(
    "أغنية أغاني أغنيات أغنيته أغنيتها أغنيتي فيلم أفلام فيلمه فيلمها مسلسل مسلسلات مسلسله رواية روايات روايته "
    "كتاب كتابه كتب ديوان "
    "مسرحية مسرحيات ألبوم ألبومه ألبومها برنامج برامج برنامجه برنامجها لوحة لوحات عملية عمليات حملة مبادرة بطولة "
    "مسابقة جائزة مهرجان معرض "
    "صاروخ صواريخ إعصار العاصفة عاصفة فيروس متحور لعبة سفينة ناقلة السفينة الناقلة أوبريت قصيدة"
)
_MOST = 6
"""Words of a title."""
_NEAR = 3
"""Words between the thing's word and its title."""


def opens(word: str) -> bool:
    """Say whether a word is one for a work or an operation, a proclitic or ال aside."""
    return word in _THINGS or word[1:] in _THINGS or word[2:] in _THINGS


def works(tokens: Tokens, places: Sequence[int], taken: bytearray) -> list[Span]:
    """Find titles in words that nothing has taken, in order; those of a list go on with the first: منها «أ» و«ب»."""
    if not places:
        return []
    starts = [start for start, _ in tokens.spans]
    found: list[Span] = []
    chain = -1
    """Where the last title of a list ends."""
    for quoted in quotation_marks.find(tokens.text):
        first, last = bisect_left(starts, quoted.start), bisect_left(starts, quoted.end)
        if not 0 < last - first <= _MOST:
            continue
        listed = chain >= 0 and not tokens.text[chain : quoted.start].strip(' و،,»«"“”')
        thing = bisect_left(places, first) - 1
        near = thing >= 0 and places[thing] >= first - _NEAR
        if not listed and not (near and _close(tokens, places[thing], first)):
            continue
        chain = quoted.end
        if any(taken[first:last]):
            continue
        start, end = tokens.spans[first][0], tokens.spans[last - 1][1]
        found.append(Span(first, last, start, end, of_text("MISC", tokens.text[start:end])))
    return found


def _close(tokens: Tokens, thing: int, first: int) -> bool:
    """Say whether nothing but words stands between a thing's word and the mark."""
    return not any(sign in tokens.text[tokens.spans[thing][1] : tokens.spans[first - 1][1]] for sign in '.،:؛\n«»"“”')
