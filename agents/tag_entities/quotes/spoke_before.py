"""Who is meant by a noun that names nobody again: المصدر ذاته, ذات المتحدث, المسؤولة, الوثيقة."""

from collections.abc import Sequence
from typing import Final

from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import EntityRef
from agents.tag_entities.words.roles import ROLE_HEADS, TITLES
from agents.tag_entities.words.speech import BODIES, ROLES, SAME_AGAIN, SPEAKING_AGAIN

RULE: Final = "who spoke before"
"""How a subject is found, for `--explain`."""
_MAX_WORDS_OF_NOUN: Final = 4
"""Words of such a noun: المسؤول الإقليمي ذاته."""


def who_spoke_before(tokens: Tokens, position: int, turns: Sequence[EntityRef | None]) -> EntityRef | None:
    """Return who spoke last, when the noun at a position can mean nobody else, else nobody.

    Parameters
    ----------
    turns
        Who has spoken so far, None for somebody without a name.
    """
    words = tokens.words
    if position >= len(words) or not turns or turns[-1] is None:
        return None
    last, noun = turns[-1], words[position]
    if not SAME_AGAIN.isdisjoint(_phrase(tokens, position)):
        return last
    if not noun.startswith("ال"):
        return None
    if noun in BODIES:
        return last if last.type == "ORG" else None
    if noun in SPEAKING_AGAIN:
        return last
    person = noun in ROLES or noun in TITLES or noun[2:] in ROLE_HEADS
    return last if person and last.type == "PER" else None


def _phrase(tokens: Tokens, position: int) -> Sequence[str]:
    """Return the words of a noun, up to a mark."""
    end = position + 1
    while end < min(position + _MAX_WORDS_OF_NOUN, len(tokens.words)) and not tokens.between(end - 1).strip():
        end += 1
    return tokens.words[position:end]
