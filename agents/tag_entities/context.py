"""What an article is about: what its unsure names are weighed by."""

import functools
from bisect import bisect_left
from collections.abc import Collection, Mapping
from typing import Self

from agents.arabic.clitics import ARTICLE, PROCLITICS
from agents.arabic.tokens import Tokens

MIN_COUNTRY_LEAD = 1.5
"""How many times as much an article must speak of its country as of any other."""

MAX_WORDS_BESIDE = 8
"""Words between two places of which the one tells where the other is."""

MAX_WORDS_TO_WHOLE = 3
"""Words from a place to the one that it is in."""

_OPENINGS = tuple(letter + article for article in ("", ARTICLE) for letter in ("", *PROCLITICS))
"""What a word can have in front of it where the article says it."""


class ArticleContext:
    """What the names that no evidence is needed for say about the article.

    Parameters
    ----------
    tokens
        Of the folded text.
    ids
        Entities that the article names without doubt.
    countries
        Their countries.
    sport
        Whether the article is about sport.
    """

    def __init__(
        self,
        tokens: Tokens,
        ids: Collection[str],
        countries: frozenset[str],
        *,
        sport: bool,
    ) -> None:
        self.tokens, self.ids, self.countries = tokens, ids, countries
        self.sport = sport
        self.country_weights: dict[str, float] = {}
        """Countries by how much the article speaks of each; bodies that say no nation do not count."""
        self.places: list[tuple[int, str]] = []
        """The positions of places without doubt, in order, and the ids of their countries."""
        self.desk: Collection[int] = ()
        """The positions of places in the dateline of an outlet, which say where its desk is: دبي (CNN)."""
        self.speak_of: Mapping[str, Collection[str]] = {}
        """Countries to the ids of what the article names of them without doubt, nationalities under the country's."""
        self.outlet_country: str | None = None
        """The id of the outlet's country, where it is known."""
        self._said: dict[str, bool] = {}
        """Words and phrases that were asked for, and whether the article has them."""

    @functools.cached_property
    def country(self) -> str | None:
        """The id of the country that the article is about; None where the outlet's is not known and two are likely."""
        ranked = sorted(self.country_weights.items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked:
            return self.outlet_country
        first, weight = ranked[0]
        if len(ranked) == 1 or weight >= MIN_COUNTRY_LEAD * ranked[1][1]:
            return first
        return self.outlet_country if self.outlet_country in self.country_weights else None

    def speaks_of(self, country: str, besides: str) -> bool:
        """Whether an article names something of a country without doubt, an entity aside."""
        return any(one != besides for one in self.speak_of.get(country, ()))

    def is_elsewhere(self, entity: str, country: str) -> bool:
        """Whether an article is about another country than an entity's, and names nothing else of that."""
        if self.country in (None, country) or self.outlet_country == country:
            return False
        return not self.speaks_of(country, entity)

    def country_beside(self, position: int) -> str | None:
        """Return the country of the place without doubt that stands next to a position, one behind it before others."""
        at = bisect_left(self.places, (position, ""))
        near = [place for place in self.places[max(0, at - 1) : at + 1] if abs(place[0] - position) <= MAX_WORDS_BESIDE]
        return min(near, key=lambda place: (abs(place[0] - position), -place[0]))[1] if near else None

    def is_right_beside(self, position: int, country: str) -> bool:
        """Whether a place of a country stands so close to a position that it tells where it is: صور جنوبي لبنان."""
        at = bisect_left(self.places, (position, ""))
        return any(
            of == country and 0 < place - position <= MAX_WORDS_TO_WHOLE for place, of in self.places[at : at + 1]
        )

    @classmethod
    def empty(cls, tokens: Tokens) -> Self:
        """Return what is known before anything was read."""
        return cls(tokens, frozenset(), frozenset(), sport=False)

    @functools.cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self.tokens.words)

    def says(self, phrase: str) -> bool:
        """Whether the article has a word, be it with a proclitic or ال, or a phrase."""
        said = self._said.get(phrase)
        if said is None:
            if " " in phrase:
                said = phrase in self.tokens.text
            else:
                said = any(opening + phrase in self._words for opening in _OPENINGS)
            self._said[phrase] = said
        return said

    def has(self, hint: str) -> bool:
        """Whether the article has a hint of the lexicon: a word, a phrase, or an entity by its id."""
        return hint in self.ids or hint == self.country if ":" in hint else self.says(hint)
