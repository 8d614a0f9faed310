"""National teams by their country: منتخب فرنسا."""

from agents.tag_entities.draft import Draft
from agents.tag_entities.find.composed import Composed, Opening
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.lexicon.national_teams import FOOTBALL_TEAM, TEAM, has_team
from agents.tag_entities.words.roles import FOOTBALL, GAMES


class NationalTeams:
    """Reads منتخب with the country behind it."""

    name = "NationalTeams"

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def opens(self, word: str) -> bool:
        """Whether a word is the one for a national team."""
        return word == TEAM

    def read(self, draft: Draft, opening: Opening) -> Composed | None:
        """Read a country's team."""
        words, first = draft.tokens.words, opening.position
        if first + 1 >= len(words):
            return None
        for bearer in self._lexicon.bearers(words[first + 1]):
            if has_team(bearer.known):
                surface = f"{TEAM} {words[first + 1]}"
                english = "national football team"
                team = Composed(first, first + 2, opening.skip, "ORG", FOOTBALL_TEAM, english, bearer.known.id, surface)
                return with_game(draft, team)
        return None


def with_game(draft: Draft, team: Composed) -> Composed:
    """Return a team with the game behind it; of any but football only the text tells: منتخب مصر [لكرة السلة]."""
    tokens, last = draft.tokens, team.last
    words = tokens.words
    if last + 1 >= len(words) or words[last] not in GAMES or tokens.between(last - 1) != " " != tokens.between(last):
        return team
    if words[last + 1] in FOOTBALL:
        return team._replace(last=last + 2)
    return team._replace(last=last + 2, slug=None, surface=None)
