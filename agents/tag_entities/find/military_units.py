"""Names of a fixed form: military units by their number, a nation's university in another's town."""

from collections.abc import Sequence
from typing import Final

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Span, of_text

_UNITS: Final = folded("الفرقة اللواء الكتيبة الفوج السرية الفيلق")
_ORDINALS: Final = folded(
    "الأول الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس الخامسة السادس السادسة السابع السابعة الثامن "
    "الثامنة التاسع التاسعة العاشر العاشرة الحادي الحادية"
)
_TENS: Final = folded("عشر عشرة والعشرون والعشرين والثلاثون والثلاثين")
_ARMS: Final = folded(
    "مشاة مدرع مدرعة مدرعات ميكانيكي ميكانيكية ميكا مظلي مظلات صاعقة مدفعية حرس حماية دفاع عمالقة مشاه"
)
_OF_ARMS: Final = folded("حدود جوي ساحلي رئاسية رئاسي")
_TEACHING: Final = folded("الجامعة")
_NATIONAL: Final = folded("الأميركية الأمريكية الألمانية البريطانية الفرنسية الكندية اليابانية الصينية الأسترالية")
_NEVER_UNIT: Final = folded("اللواء السرية")
"""Words that are a rank or an adjective too: an ordinal alone makes no unit of them."""


_HEADS: Final = {
    opening + word: (len(opening), word)
    for word in sorted(_UNITS | _TEACHING)
    for opening in ("", "و", "ف", "ب", "ل", "ك")
} | {opening + word.removeprefix("ال"): (len(opening), word) for word in sorted(_UNITS) for opening in ("لل", "ولل")}
"""Words that can begin such a name, to the letters before it and the word."""


def opens(word: str) -> bool:
    """Say whether a word can begin such a name, a proclitic aside."""
    return word in _HEADS


def patterns(tokens: Tokens, places: Sequence[int], taken: bytearray) -> list[Span]:
    """Find such names in words that no name has taken, but for the town of a university."""
    found: list[Span] = []
    for at in places:
        if taken[at]:
            continue
        skip, word = _HEADS[tokens.words[at]]
        last = _campus(tokens, at, taken) if word in _TEACHING else _unit(tokens, at, word, taken)
        if last > at:
            start, end = tokens.spans[at][0] + skip, tokens.spans[last - 1][1]
            named = of_text("ORG", " ".join([word, *tokens.words[at + 1 : last]]))
            found.append(Span(at, last, start, end, named))
    return found


def _unit(tokens: Tokens, at: int, word: str, taken: bytearray) -> int:
    """Give where a unit's name ends: الفرقة السادسة مشاة, اللواء 35 مدرع; `at` where none stands."""
    words = tokens.words
    last = at + 1
    if last >= len(words) or tokens.between(at) != " " or taken[last]:
        return at
    number = words[last].isdecimal() and len(words[last]) < 4  # noqa: PLR2004 - digits
    if not number and words[last] not in _ORDINALS:
        return at
    last += 1
    if last < len(words) and words[last] in _TENS and tokens.between(last - 1) == " ":
        last += 1
    armed = last < len(words) and words[last] in _ARMS and tokens.between(last - 1) == " " and not taken[last]
    if not armed:
        return last if number and word != "السريه" else (at if word in _NEVER_UNIT else last)
    last += 1
    if last < len(words) and words[last] in _OF_ARMS and tokens.between(last - 1) == " ":
        last += 1
    return last


def _campus(tokens: Tokens, at: int, taken: bytearray) -> int:
    """Give where الجامعة الأميركية في دهوك ends; `at` where no town stands behind it."""
    words = tokens.words
    last = at + 2
    if (
        last >= len(words)
        or words[at + 1] not in _NATIONAL
        or tokens.between(at) != " "
        or tokens.between(at + 1) != " "
    ):
        return at
    if words[last] == "في":
        last += 1
    elif words[last][0] != "ب":
        return at
    if last >= len(words) or taken[last] != 1:
        return at
    while last < len(words) and taken[last] == 1 and tokens.between(last - 1) == " ":
        last += 1
    return last
