"""The teams of countries, football's unless an article tells of another game."""

from itertools import pairwise
from typing import Final

from agents.arabic import wordlist
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import EntityRef
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.lexicon.spelling import key

_LISTS = wordlist.load("agents.tag_entities", "teams.toml")
TEAM = "منتخب"
"""The word for a team, before its country."""
FOOTBALL = "football"
FOOTBALL_TEAM = "national-football-team"
"""What a country's team is, for the id."""
OTHER_GAMES: Final = _LISTS.table("other_games")
"""Games besides football that nations have teams of, and their English names."""
_BALLS: Final = _LISTS.words("balls")
_FOOTBALL_WORDS: Final = _LISTS.words("football")
_COUNTRIES = ("country", "territory")
_NATIONS = ("loc:england", "loc:scotland", "loc:wales", "loc:northern-ireland")
"""Parts of a country that play for themselves."""


def has_team(place: Known) -> bool:
    """Whether a place has a national team: a country, or a part of one that plays for itself."""
    return place.kind in _COUNTRIES or place.id in _NATIONS


def game_of(tokens: Tokens) -> str:
    """Return the word for the one game that a text tells of, other than football; empty where it does not."""
    told = {word for ball, word in pairwise(tokens.words) if ball in _BALLS}
    others = told & OTHER_GAMES.keys()
    return next(iter(others)) if len(others) == 1 and told.isdisjoint(_FOOTBALL_WORDS) else ""


def team_of(lexicon: Lexicon, country: Known, game: str = "") -> EntityRef:
    """Return a country's team, football's where no other game is given by its word: السلة."""
    english = OTHER_GAMES.get(game, FOOTBALL)
    name = f"{TEAM} {country.ar}" + (f" لكرة {game}" if game else "")
    for bearer in lexicon.bearers(key(name)):
        return EntityRef.of_lexicon(bearer.known)
    entity_id = f"org:{country.id.removeprefix('loc:')}-national-{english}-team"
    listed = lexicon.known(entity_id)
    if listed is not None:
        return EntityRef.of_lexicon(listed)
    state = country.id if country.iso is not None else next(iter(country.countries), country.id)
    return EntityRef(entity_id, name, f"{country.en} national {english} team", "ORG", None, state)
