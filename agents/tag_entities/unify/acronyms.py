"""Names beside a name that they stand for: الجمعية التونسية لمستقبل العلوم (ATAST), «حارسة التنين» (Dragonkeeper)."""

from itertools import pairwise
from typing import Final

from agents.arabic.quotation_marks import CLOSING, MARKS, OPENING, SINGLE
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.unify.aliases import rename_all
from agents.tag_entities.words.name_parts import OR

_TYPES: Final = ("ORG", "MISC")
_SPACES: Final = " ،,(" + MARKS + SINGLE
_OPENED: Final = ("", "(")
"""What is left between both names without spaces and opening quotation marks."""
_CLOSED: Final = frozenset(CLOSING + ")")
"""What stands behind the second name."""


class Acronyms:
    """The pass that makes one entity of a body or a thing and of its other name right behind it.

    That is a name of one word in brackets or quotation marks, or one in other letters; an acronym in Latin letters
    needs no brackets. Where neither is known both are the first one; where one is known both are that one.
    """

    name = "Acronyms"
    starts = None

    @staticmethod
    def run(draft: Draft) -> None:
        """Let acronyms mean their long forms, and long forms known acronyms."""
        others: dict[str, EntityRef] = {}
        names = draft.names
        for name, acronym in pairwise(names):
            if name.entity.id == acronym.entity.id or name.entity.type != acronym.entity.type:
                continue
            if _is_in_other_letters(draft.tokens, name, acronym) or _is_acronym(draft, name, acronym):
                if acronym.entity.known is None:
                    others.setdefault(acronym.entity.id, name.entity)
                elif name.entity.known is None:
                    others.setdefault(name.entity.id, acronym.entity)
        rename_all(draft, others)


def _is_acronym(draft: Draft, name: Name, acronym: Name) -> bool:
    """Whether a name of one word stands in brackets or quotation marks right behind a longer one of its type."""
    return (
        acronym.first == name.last
        and acronym.last - acronym.first == 1
        and name.last - name.first > 1
        and name.entity.type in _TYPES
        and name.full
        and acronym.full
        and _is_enclosed(draft.tokens, acronym.first)
    )


def _is_in_other_letters(tokens: Tokens, name: Name, other: Name) -> bool:
    """Whether a name stands behind one in other letters, in brackets or behind أو; a Latin acronym also without."""
    one, two = tokens.text[name.start : name.end], tokens.text[other.start : other.end]
    if one.isascii() == two.isascii() or not name.full or other.start != tokens.spans[other.first][0]:
        return False
    between = tokens.text[name.end : other.start].strip(_SPACES)
    if between:
        return between in OR and other.entity.type != "PER"
    if "(" in tokens.text[name.end : other.start]:
        return tokens.text[other.end : other.end + 1] in _CLOSED
    return not tokens.parted(other.first - 1, "،,") and two.isupper() and two.isalpha() and len(two) > 1


def _is_enclosed(tokens: Tokens, position: int) -> bool:
    """Whether one word stands in brackets or quotation marks that nothing but a space parts from the word before."""
    before, end = tokens.between(position - 1), tokens.spans[position][1]
    opened = before.startswith(" ") and before.strip() != "" and before.strip(" " + OPENING) in _OPENED
    return opened and tokens.text[end : end + 1] in _CLOSED
