"""Military units by their number: الفرقة السادسة مشاة, اللواء 35 مدرع."""

from typing import Final

from agents.arabic.tokens import folded
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.fixed_form import add_fixed_form

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
MAX_UNIT_DIGITS: Final = 3
_NEVER_UNIT: Final = folded("اللواء السرية")
"""Words that are a rank or an adjective too: an ordinal alone makes no unit of them."""


_HEADS: Final = {
    opening + word: (len(opening), word) for word in sorted(_UNITS) for opening in ("", "و", "ف", "ب", "ل", "ك")
} | {opening + word.removeprefix("ال"): (len(opening), word) for word in sorted(_UNITS) for opening in ("لل", "ولل")}
"""Words that can begin a unit's name, to the letters before it and the word."""


class MilitaryUnits:
    """The pass that finds military units by their number, in words that no name has taken."""

    name = "MilitaryUnits"

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word can begin a unit's name, a proclitic aside."""
        return word in _HEADS

    def run(self, draft: Draft) -> None:
        """Add units; names inside give way."""
        for at in draft.starts(self):
            if draft.is_taken(at):
                continue
            skip, word = _HEADS[draft.tokens.words[at]]
            add_fixed_form(draft, at, _unit(draft, at, word), skip, word)


def _unit(draft: Draft, at: int, word: str) -> int:
    """Return where a unit's name ends: الفرقة السادسة مشاة, اللواء 35 مدرع; `at` where none stands."""
    tokens = draft.tokens
    words = tokens.words
    last = at + 1
    if last >= len(words) or tokens.between(at) != " " or draft.is_taken(last):
        return at
    number = words[last].isdecimal() and len(words[last]) <= MAX_UNIT_DIGITS
    if not number and words[last] not in _ORDINALS:
        return at
    last += 1
    if last < len(words) and words[last] in _TENS and tokens.between(last - 1) == " ":
        last += 1
    armed = last < len(words) and words[last] in _ARMS and tokens.between(last - 1) == " " and not draft.is_taken(last)
    if not armed:
        return last if number and word != "السريه" else (at if word in _NEVER_UNIT else last)
    last += 1
    if last < len(words) and words[last] in _OF_ARMS and tokens.between(last - 1) == " ":
        last += 1
    return last
