"""Departments of a state and of its regions: مديرية الأمن العام, مديرية التربية في محافظة ديالى."""

from collections.abc import Collection
from typing import Final

from agents.arabic.clitics import AND, ARTICLE
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.composed import Composed, Opening
from agents.tag_entities.words.bodies import DEPARTMENTS, DIRECTORATES, NATIONAL_RANKS, PORTFOLIOS, WIDER
from agents.tag_entities.words.evidence import KIND_WORDS

MAX_WORDS: Final = 6
"""Words of a department's name before its region."""
_IN, _OF = "في", "ل"
"""Before a region: مديرية التربية [في] محافظة ديالى, مديرية النقل [ل]ولاية الجزائر."""
_PURPOSES: Final = DEPARTMENTS | PORTFOLIOS.keys()
_FURTHER: Final = _PURPOSES | WIDER | NATIONAL_RANKS | {AND + word for word in _PURPOSES}


class Directorates:
    """Reads a department by what it is for; a purpose of one word goes on with its region."""

    name = "Directorates"
    openings: Collection[str] = DIRECTORATES

    @staticmethod
    def read(draft: Draft, opening: Opening) -> Composed | None:
        """Read a department, to the end of its region."""
        tokens, first = draft.tokens, opening.position
        words, last = tokens.words, first + 1
        while last < min(first + MAX_WORDS, len(words)) and tokens.between(last - 1) == " ":
            if words[last] not in (_FURTHER if last > first + 1 else _PURPOSES):
                break
            last += 1
        behind = [*words[last : last + 2], "", ""]
        if last == first + 1 and ARTICLE + behind[0] in _PURPOSES:
            return _with_place(draft, opening, last + 1)  # مديرية أمن طرابلس
        if last == first + 2 and behind[0] == _IN and behind[1] in KIND_WORDS["region"]:
            return _with_place(draft, opening, last + 2) or Composed(first, last, opening.skip, "ORG")
        if last > first + 1 and behind[0].removeprefix(_OF) in KIND_WORDS["region"]:
            return _with_place(draft, opening, last + 1) or Composed(first, last, opening.skip, "ORG")
        return Composed(first, last, opening.skip, "ORG") if last > first + 1 else None


def _with_place(draft: Draft, opening: Opening, position: int) -> Composed | None:
    """Return a department to the end of the place that begins at a position, None where none does."""
    place = draft.name_at(position)
    known = place is not None and place.entity.type == "LOC"
    return Composed(opening.position, place.last, opening.skip, "ORG") if place is not None and known else None
