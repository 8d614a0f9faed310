"""Whether a person of a well-known name is the well-known one: by the title before it and what the article is about."""

from typing import Final

from agents.arabic.clitics import peel
from agents.tag_entities.context import ArticleContext
from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.lexicon import Known
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.evidence import TITLE_CLASSES
from agents.tag_entities.words.roles import CONNECTORS, TITLE_RUN

_STATE_KINDS: Final = frozenset(
    [
        "head-of-state",
        "head-of-government",
        "minister",
        "politician",
        "royal",
        "diplomat",
        "official",
        "militant",
        "military",
    ]
)
_KINDS_OF_CLASS: Final[dict[str, frozenset[str]]] = {
    "art": frozenset(["artist"]),
    "sport": frozenset(["athlete", "coach"]),
    "state": _STATE_KINDS | {"historical"},
    "rank": frozenset(
        ["military", "militant", "official", "head-of-state", "politician", "minister", "historical", "royal"]
    ),
    "low-rank": frozenset(["military", "militant"]),
    "law": frozenset(["official", "minister", "politician", "diplomat", "person", "head-of-state"]),
    "faith": frozenset(["cleric", "royal", "head-of-state", "historical", "militant", "politician"]),
    "press": frozenset(["journalist", "writer"]),
    "learned": _STATE_KINDS | {"cleric", "writer", "journalist", "scientist", "businessperson", "historical", "person"},
    "plain": frozenset(),
}
"""Kinds of people who bear a title of each class; others of the name are namesakes."""
_SECTIONS_OF_KIND: Final = {
    "artist": frozenset(["culture", "entertainment"]),
    "athlete": frozenset(["sport"]),
    "coach": frozenset(["sport"]),
    "writer": frozenset(["culture"]),
    "cleric": frozenset(["religion"]),
}
_GIVEN_NAMES: Final = 2
"""Words of a name that many bear: two given names."""
_MAX_TITLE_RUN: Final = 2
"""Words that may stand between a title and a name."""


def is_namesake(surface: Surface, known: Known, context: ArticleContext, word_kinds: WordKinds) -> bool:
    """Whether somebody else of that name is meant, or could as well be.

    A title that the known person would not bear speaks against him. A name of two given names, which many bear, needs
    something that speaks for him: a fitting title, section or sport, his office's country, or his context.
    """
    title_class = _title_class(surface, context)
    if title_class is not None:
        return known.kind not in _KINDS_OF_CLASS[title_class]
    words = surface.key.split(" ")
    if len(words) != _GIVEN_NAMES or not all(word_kinds[word].firm and word not in CONNECTORS for word in words):
        return False
    return not _speaks_for(known, context)


def _title_class(surface: Surface, context: ArticleContext) -> str | None:
    """Return the class of the title right before a name, None where no title stands there."""
    words = context.tokens.words
    position = surface.first - 1
    nearest = surface.first - 1 - _MAX_TITLE_RUN
    while position >= 0 and position > nearest and words[position] in TITLE_RUN and not _class_of(words[position]):
        position -= 1
    if position < 0 or context.tokens.between(position).strip():
        return None
    return _class_of(words[position])


def _class_of(word: str) -> str | None:
    for _, rest in peel(word):
        if rest in TITLE_CLASSES:
            return TITLE_CLASSES[rest]
    return None


def _speaks_for(known: Known, context: ArticleContext) -> bool:
    """Whether the article speaks for a person: its sport, its section, his country, his trade, his own hints."""
    if known.kind in ("athlete", "coach") and context.sport:
        return True
    section = context.section
    if section is not None and (section in known.sections or section in _SECTIONS_OF_KIND.get(known.kind, frozenset())):
        return True
    if known.kind in _STATE_KINDS and any(country in context.countries for country in known.countries):
        return True
    if context.people.get(known.kind, 0) > 1:
        return True  # others of his trade stand beside him
    return any(map(context.has, known.context))
