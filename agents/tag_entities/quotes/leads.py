"""Who is named before a colon that opens a line: ترامب:, وزير الخارجية عباس عراقجي:."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.words.roles import DROPPED, KEPT, ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import ROLES

RULE: Final = "name and colon that open a line"
"""How a speaker is found, for `--explain`."""
_MAX_LEAD_WORDS: Final = 14
_MAX_WORDS_BEHIND_NAME: Final = 3
"""Words between who speaks and the colon: آبل تعترف:."""
_WORDS_OF_OFFICES: Final = frozenset(["في", "باسم", "عن"]).union(TITLES, TITLE_RUN, ROLE_HEADS, ROLES, KEPT, DROPPED)
"""What stands before a name, or between its words: المتحدث باسم."""


class Lead(NamedTuple):
    """Who speaks at the beginning of a line, up to the token `end`, behind which a colon stands."""

    end: int
    speaker: EntityRef | None


def find_leads(tokens: Tokens, names: Sequence[Name]) -> list[Lead]:
    """Return the leads of lines that name who says what follows: وزير الخارجية عباس عراقجي:."""
    starts = [0, *(at + 1 for at, gap in enumerate(tokens.gaps) if "\n" in gap), len(tokens.words)]
    by_first = {name.first: name for name in names}
    return [lead for first, last in pairwise(starts) if (lead := _lead(tokens, by_first, first, last)) is not None]


def _lead(tokens: Tokens, names: dict[int, Name], first: int, last: int) -> Lead | None:
    position, speaker, behind, titled = first, None, 0, False
    while position < min(first + _MAX_LEAD_WORDS, last):
        name, word = names.get(position), tokens.words[position]
        if name is not None and name.entity.type in {"PER", "ORG"} and (speaker is None or not behind):
            speaker, end = name.entity, name.last
        elif name is not None and name.entity.type == "LOC" and (titled or speaker is not None):
            end = name.last
        elif speaker is None and _is_title(word):
            titled, end = titled or (position == first and word in ROLE_HEADS), position + 1
        elif speaker is not None and behind < _MAX_WORDS_BEHIND_NAME:
            behind, end = behind + 1, position + 1
        else:
            return None
        gaps = [tokens.between(at) for at in range(position, end)]
        if any(":" in gap for gap in gaps):
            return Lead(end, speaker) if speaker is not None or titled else None
        if any(sign in gap for gap in gaps for sign in ".\n؟!"):
            return None
        position = end
    return None


def _is_title(word: str) -> bool:
    return word in _WORDS_OF_OFFICES or word.startswith(("ال", "لل", "بال"))
