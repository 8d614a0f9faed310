"""Names of places that are adjectives where they stand: الصحف السعودية, التجربة الناصرية."""

from typing import Final

from agents.arabic.clitics import ARTICLE, peel
from agents.arabic.quotation_marks import CLOSING
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.words.evidence import FEMININE_ADJECTIVES, MASCULINE_ADJECTIVES, NO_NOUNS
from streams.records.entities import EntityType

_CLOSING_MARKS: Final = tuple(f"{mark} " for mark in CLOSING)
_WITH_ARTICLE_BEHIND_L: Final = ("لل", "ولل")
_FEMININE_ENDINGS: Final = ("ه", "ات")
_NISBA: Final = "ي"
_FEMININE_NISBA: Final = "يه"


def is_demonym(lexicon: Lexicon, tokens: Tokens, surface: Surface) -> bool:
    """Whether a country's name is an adjective where it stands: الصحف السعودية, from السعودية alone.

    A noun that the name follows as a genitive has no article; one with an article has an adjective behind it.
    """
    if surface.last - surface.first > 1 or surface.key not in lexicon.demonyms or not surface.key.startswith(ARTICLE):
        return False
    if not surface.first or surface.start != tokens.spans[surface.first][0]:
        return False
    between = tokens.between(surface.first - 1)
    if between in _CLOSING_MARKS:
        return True  # صحيفة «عكاظ» السعودية
    if between != " ":
        return False
    before = tokens.words[surface.first - 1]
    if before.startswith(_WITH_ARTICLE_BEHIND_L):
        return True
    return before not in NO_NOUNS and any(rest.startswith(ARTICLE) for _, rest in peel(before))


def is_adjective_of_noun(tokens: Tokens, surface: Surface, means: Known | EntityType) -> bool:
    """Whether a place's name is the adjective of the noun before it: التجربة الناصرية, الطريق الأقصر."""
    is_place = isinstance(means, Known) and means.type == "LOC" and surface.last - surface.first == 1
    if not is_place or not surface.first or surface.start != tokens.spans[surface.first][0]:
        return False
    before = tokens.words[surface.first - 1]
    if tokens.between(surface.first - 1) != " " or not before.startswith(ARTICLE) or before in NO_NOUNS:
        return False
    feminine = before.endswith(_FEMININE_ENDINGS)
    if surface.key.startswith(ARTICLE) and surface.key.endswith(_FEMININE_NISBA if feminine else _NISBA):
        return True
    return surface.key in (FEMININE_ADJECTIVES if feminine else MASCULINE_ADJECTIVES)
