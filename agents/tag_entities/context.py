"""What is known of an article before its unsure names are decided."""

import functools
from collections.abc import Collection, Mapping

from agents.arabic.tokens import Tokens


class Scene:
    """What the unsure names of one article are weighed by.

    Parameters
    ----------
    tokens
        Of the folded text.
    section
        The standard section.
    ids
        Entities that the article names without doubt.
    countries
        Their countries.
    company
        How many people of each kind it names without doubt.
    sport
        Whether the article is about sport.
    """

    def __init__(  # noqa: PLR0913 - what is known
        self,
        tokens: Tokens,
        section: str | None,
        ids: Collection[str],
        countries: Collection[str],
        company: Mapping[str, int],
        *,
        sport: bool,
    ) -> None:
        self.tokens, self.section, self.ids, self.countries = tokens, section, ids, countries
        self.company, self.sport = company, sport
        self.ends: dict[int, str] = {}
        """The token behind each name without doubt, to the kind of what it names."""
        self.starts: dict[int, str] = {}
        """The first token of each, to the same."""
        self.phrases: dict[str, bool] = {}
        """Phrases that were asked for, and whether the text holds them."""

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """The distinct words, also without a proclitic and without ال."""
        words = set(self.tokens.words)
        words.update([word[1:] for word in words if word[0] in "وفبلك"])
        words.update([word[2:] for word in words if word.startswith("ال")])
        return frozenset(words)

    def says(self, phrase: str) -> bool:
        """Say whether the article has a word or a phrase."""
        if " " not in phrase:
            return phrase in self.words
        if phrase not in self.phrases:
            self.phrases[phrase] = phrase in self.tokens.text
        return self.phrases[phrase]
