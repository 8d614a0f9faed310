"""A nation's university in another's town: الجامعة الأميركية في دهوك."""

from typing import Final

from agents.arabic import wordlist
from agents.arabic.folding import fold
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.fixed_form import add_fixed_form

_NATIONS: Final = wordlist.load("agents.tag_entities", "institutions.toml").words("campus_nations")
_UNIVERSITY: Final = fold("الجامعة")
_IN: Final = "في"
_OPENINGS: Final = {opening + _UNIVERSITY: len(opening) for opening in ("", "و", "ف", "ب", "ل", "ك")}
"""Words that can begin such a name, and how many letters stand before it."""


class ForeignCampuses:
    """The pass that finds universities by their nation and town; the town's name is part of theirs."""

    name = "ForeignCampuses"

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word is the one for a university, a proclitic aside."""
        return word in _OPENINGS

    def run(self, draft: Draft) -> None:
        """Add universities in words that no name has taken, but for the town."""
        for first in draft.starts(self):
            if not draft.is_taken(first):
                add_fixed_form(draft, first, _end(draft, first), _OPENINGS[draft.tokens.words[first]], _UNIVERSITY)


def _end(draft: Draft, first: int) -> int:
    """Return where a university's name ends; `first` where no town stands behind it."""
    tokens = draft.tokens
    words = tokens.words
    last = first + 2
    if (
        last >= len(words)
        or words[first + 1] not in _NATIONS
        or tokens.between(first) != " "
        or tokens.between(first + 1) != " "
    ):
        return first
    if words[last] == _IN:
        last += 1
    elif words[last][0] != "ب":
        return first
    if last >= len(words) or not _is_no_person(draft, last):
        return first
    while last < len(words) and _is_no_person(draft, last) and tokens.between(last - 1) == " ":
        last += 1
    return last


def _is_no_person(draft: Draft, position: int) -> bool:
    """Whether a name that is no person's has taken a token."""
    return draft.is_taken(position) and not draft.is_person(position)
