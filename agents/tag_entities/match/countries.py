"""Of which countries an article speaks, by the names in it that need no evidence and the nationalities."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.kinds import GOVERNMENT_KINDS, UNTELLING_KINDS
from agents.tag_entities.lexicon.lexicon import Known
from agents.tag_entities.lexicon.national_bodies import says_no_nation

OPENING_WORDS: Final = 40
"""Words of title and lead, where what the article is about is said."""
OPENING_WEIGHT: Final = 2.0
"""What a name counts there; elsewhere 1."""
PERSON_SHARE: Final = 0.5
"""What a person counts for his country, a place counting 1: many travel."""


def weigh_countries(
    sure: Iterable[Surface], nationalities: Iterable[tuple[int, str]], demonyms: Mapping[str, str]
) -> dict[str, float]:
    """Return how much an article speaks of each country.

    Parameters
    ----------
    sure
        Surfaces that can mean one entity only.
    nationalities
        The positions of nationality adjectives, and the ids of their countries.
    demonyms
        Those adjectives to countries' ids.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    for surface in sure:
        country, share = _country_of(surface, demonyms)
        if country is not None:
            weights[country] += share * _weight_at(surface.first)
    for position, country in nationalities:
        weights[country] += _weight_at(position)
    return dict(weights)


def _weight_at(position: int) -> float:
    return OPENING_WEIGHT if position < OPENING_WORDS else 1.0


def _country_of(surface: Surface, demonyms: Mapping[str, str]) -> tuple[str | None, float]:
    """Return the country that a surface speaks of, if any, and what it counts."""
    known: Known = surface.bearers[0].known
    if known.kind == "country":
        return known.id, 1.0
    if known.type == "LOC":
        return (known.countries[0] if known.countries else None), 1.0
    if len(known.countries) != 1 or known.type == "MISC":
        return None, 0.0
    if known.type == "PER":
        return known.countries[0], PERSON_SHARE
    shared = known.kind in GOVERNMENT_KINDS and says_no_nation(surface.key, demonyms)
    return (None if shared or known.kind in UNTELLING_KINDS else known.countries[0]), 1.0
