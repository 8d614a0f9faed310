"""Bodies that each nation has one of, by their nation."""

from collections.abc import Mapping
from typing import Final

from agents.tag_entities.context import ArticleContext
from agents.tag_entities.draft import EntityRef
from agents.tag_entities.lexicon.kinds import GOVERNMENT_KINDS
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.lexicon.spelling import key
from agents.tag_entities.words.bodies import MINISTRY

_EACH_HAS_ONE: Final = GOVERNMENT_KINDS | {"army"}
"""Kinds of bodies that each country has under one name: الجيش الوطني."""


def body_of(lexicon: Lexicon, country: Known, slug: str, english: str, name: str) -> EntityRef:
    """Return a country's body of a kind: the lexicon's, else one whose id its parts give.

    Parameters
    ----------
    slug, english
        What the body is, for the id and in English: `health-ministry`, `Health Ministry`.
    name
        What it is called in Arabic where the lexicon has none.
    """
    adjective = lexicon.adjectives.get(country.id, country.id.removeprefix("loc:"))
    entity_id = f"org:{adjective}-{slug}"
    words = [word for word in key(name).split(" ") if word not in lexicon.demonyms]
    if slug.endswith("-ministry"):
        words = [MINISTRY, *[word for word in words if word != MINISTRY][:1]]
    listed = lexicon.known(entity_id) or lexicon.national_bodies.get((country.id, " ".join(words)))
    if listed is not None:
        return EntityRef.of_lexicon(listed)
    return EntityRef(entity_id, name, f"{adjective.replace('-', ' ').title()} {english}", "ORG", None, country.id)


def says_no_nation(surface: str, demonyms: Mapping[str, str]) -> bool:
    """Whether none of the words of a body's name is a nationality: الإدارة العامة للمرور."""
    return not any(word in demonyms for word in surface.split(" "))


def is_of_other_country(name: str, known: Known, context: ArticleContext, demonyms: Mapping[str, str]) -> bool:
    """Whether a body that says no nation is that of another country than the article's: مجلس الأمة in Amman."""
    if known.kind not in _EACH_HAS_ONE or len(known.countries) != 1 or not says_no_nation(name, demonyms):
        return False
    own = known.countries[0]
    if context.country is None:  # مجلس الشعب, where a parliament of Tunis is named, and no place
        others = context.countries - {own, context.outlet_country}
        return bool(others) and own != context.outlet_country and not context.speaks_of(own, known.id)
    return own != context.country and own not in context.country_weights
