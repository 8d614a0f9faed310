"""Military units by their number: الفرقة السادسة مشاة, اللواء 35 مدرع."""

from typing import Final

from agents.arabic import wordlist
from agents.arabic.clitics import ARTICLE
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.fixed_form import add_fixed_form

_LISTS = wordlist.load("agents.tag_entities", "military.toml")
_UNITS: Final = sorted(_LISTS.words("units"))
_ORDINALS: Final = _LISTS.words("ordinals")
_TENS: Final = _LISTS.words("tens")
_ARMS: Final = _LISTS.words("arms")
_OF_ARMS: Final = _LISTS.words("of_arms")
_NOT_BY_ORDINAL: Final = _LISTS.words("not_by_ordinal")
_NOT_BY_NUMBER: Final = _LISTS.words("not_by_number")
MAX_UNIT_DIGITS: Final = 3
_OPENINGS: Final = {
    opening + unit: (len(opening), unit) for unit in _UNITS for opening in ("", "و", "ف", "ب", "ل", "ك")
} | {opening + unit.removeprefix(ARTICLE): (len(opening), unit) for unit in _UNITS for opening in ("لل", "ولل")}
"""Words that can begin a unit's name, to the letters before it and the unit's word."""


class MilitaryUnits:
    """The pass that finds military units by their number, in words that no name has taken."""

    name = "MilitaryUnits"

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word can begin a unit's name, a proclitic aside."""
        return word in _OPENINGS

    def run(self, draft: Draft) -> None:
        """Add units; names inside give way."""
        for first in draft.starts(self):
            if not draft.is_taken(first):
                skip, unit = _OPENINGS[draft.tokens.words[first]]
                add_fixed_form(draft, first, _end(draft, first, unit), skip, unit)


def _end(draft: Draft, first: int, unit: str) -> int:
    """Return where a unit's name ends; `first` where none stands."""
    tokens = draft.tokens
    words = tokens.words
    last = first + 1
    if last >= len(words) or tokens.between(first) != " " or draft.is_taken(last):
        return first
    numbered = words[last].isdecimal() and len(words[last]) <= MAX_UNIT_DIGITS
    if not numbered and words[last] not in _ORDINALS:
        return first
    last += 1
    if last < len(words) and words[last] in _TENS and tokens.between(last - 1) == " ":
        last += 1
    if last >= len(words) or words[last] not in _ARMS or tokens.between(last - 1) != " " or draft.is_taken(last):
        return first if unit in (_NOT_BY_NUMBER if numbered else _NOT_BY_ORDINAL) else last
    last += 1
    if last < len(words) and words[last] in _OF_ARMS and tokens.between(last - 1) == " ":
        last += 1
    return last
