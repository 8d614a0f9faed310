"""Departments of a state and of its regions: مديرية الأمن العام, دائرة صحة نينوى, مديرية التربية في محافظة ديالى."""

from typing import Final

from agents.arabic.clitics import AND, ARTICLE
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.composed import Composed, Opening
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.words.bodies import DEPARTMENTS, DIRECTORATES, NATIONAL_RANKS, PORTFOLIOS, REGION_LINKS, WIDER
from agents.tag_entities.words.evidence import KIND_WORDS

MAX_WORDS: Final = 6
"""Words of a department's name before its region."""


class Directorates:
    """Reads a department by what it is for, and the region that it says behind."""

    name = "Directorates"

    def __init__(self, lexicon: Lexicon) -> None:
        self._demonyms = lexicon.demonyms

    @staticmethod
    def opens(word: str) -> bool:
        """Whether a word is one for a department."""
        return word in DIRECTORATES

    def read(self, draft: Draft, opening: Opening) -> Composed | None:
        """Read a department; a purpose of one word goes on with its region, one without its article needs a place."""
        tokens, first = draft.tokens, opening.position
        words = tokens.words
        last = first + 1
        if last >= len(words) or tokens.between(first) != " ":
            return None
        if not _is_purpose(words[last]):
            end = _end_of_place(draft, last + 1) if _is_purpose(ARTICLE + words[last]) else None
            return Composed(first, end, opening.skip, "ORG") if end is not None else None
        last += 1
        while last < min(first + MAX_WORDS, len(words)) and tokens.between(last - 1) == " ":
            if not _goes_on(words[last]) and not (words[last] in self._demonyms and words[last].startswith(ARTICLE)):
                break
            last += 1
        if (
            last == first + 2
            and last + 1 < len(words)
            and words[last] in REGION_LINKS
            and words[last + 1] in KIND_WORDS["region"]
        ):
            last = _end_of_place(draft, last + 2) or last
        elif last < len(words) and words[last][:1] in REGION_LINKS and words[last][1:] in KIND_WORDS["region"]:
            last = _end_of_place(draft, last + 1) or last  # لولاية وهران
        return Composed(first, last, opening.skip, "ORG")


def _is_purpose(word: str) -> bool:
    return word in PORTFOLIOS or word in DEPARTMENTS


def _goes_on(word: str) -> bool:
    return word in WIDER or word in NATIONAL_RANKS or _is_purpose(word) or (word[0] == AND and _is_purpose(word[1:]))


def _end_of_place(draft: Draft, position: int) -> int | None:
    """Return where the place's name ends that begins at a position, None where none does."""
    name = draft.name_at(position)
    return name.last if name is not None and name.entity.type == "LOC" else None
