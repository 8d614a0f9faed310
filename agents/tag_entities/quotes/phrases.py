"""What stands behind a verb of speech, up to what is said: لافروف, المقررة الأممية, nothing."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from agents.arabic.tokens import Tokens
from agents.tag_entities.words.roles import ROLE_HEADS, TITLES
from agents.tag_entities.words.speech import (
    ANONYMOUS,
    AWAY,
    BODIES,
    CLAUSE,
    DOCUMENTS,
    PRONOUNS,
    ROLES,
    SAME_AGAIN,
    SPEAKING_AGAIN,
    SPEECH,
)

_MAX_PHRASE_WORDS: Final = 5
_MIN_LETTERS: Final = 3


class Phrase(NamedTuple):
    """The words behind a verb, up to what is said."""

    kind: str
    words: frozenset[str]
    """Without ال."""


def read_phrase(tokens: Tokens, position: int) -> Phrase:
    """Return the phrase that begins at a position."""
    words = tokens.words
    end = position
    while end < min(position + _MAX_PHRASE_WORDS, len(words)) and not tokens.between(end - 1).strip():
        if words[end] in CLAUSE or words[end] in AWAY or words[end] in SPEECH:
            break
        end += 1
    phrase = words[position:end]
    return Phrase(_kind(phrase), frozenset(bare_words(phrase)))


def bare_words(words: Iterable[str]) -> list[str]:
    """Return words without ال, those left out that are short."""
    return [bare for word in words if len(bare := word.removeprefix("لل").removeprefix("ال")) >= _MIN_LETTERS]


def _kind(phrase: Sequence[str]) -> str:  # noqa: PLR0911 - a kind a line
    """Return what stands behind a verb."""
    if not phrase:
        return "nothing"
    if not SAME_AGAIN.isdisjoint(phrase):
        return "same"
    first = phrase[0].removeprefix("لل")
    if first in PRONOUNS:
        return "pronoun"
    if first in BODIES or "ال" + first in BODIES:
        return "body"
    if first in DOCUMENTS:
        return "document"
    if first in SPEAKING_AGAIN:
        return "source"
    definite = first.startswith("ال")
    if first in ROLES or first in TITLES or first.removeprefix("ال") in ROLE_HEADS:
        return "definite office" if definite else "office"
    if first in ANONYMOUS:
        return "anonymous"
    return "definite" if definite else "other"
