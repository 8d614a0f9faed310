"""National teams by their country: منتخب فرنسا."""

from typing import Final

from agents.tag_entities.draft import Draft
from agents.tag_entities.find.composed import FOOTBALL_TEAM, Composed, Opening
from agents.tag_entities.lexicon.lexicon import Lexicon

_TEAM: Final = "منتخب"


class NationalTeams:
    """Reads منتخب with the country behind it."""

    name = "NationalTeams"

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def opens(self, word: str) -> bool:
        """Whether a word is the one for a national team."""
        return word == _TEAM

    def read(self, draft: Draft, opening: Opening) -> Composed | None:
        """Read a country's team."""
        words, first = draft.tokens.words, opening.position
        if first + 1 >= len(words):
            return None
        for bearer in self._lexicon.bearers(words[first + 1]):
            if bearer.known.kind in ("country", "territory"):
                surface = f"{_TEAM} {words[first + 1]}"
                english = "national football team"
                return Composed(first, first + 2, opening.skip, "ORG", FOOTBALL_TEAM, english, bearer.known.id, surface)
        return None
