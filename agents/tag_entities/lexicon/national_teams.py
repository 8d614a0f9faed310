"""The football teams of countries."""

from agents.tag_entities.draft import EntityRef
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.lexicon.spelling import key

TEAM = "منتخب"
"""The word for a team, before its country."""
FOOTBALL_TEAM = "national-football-team"
"""What a country's team is, for the id."""
_COUNTRIES = ("country", "territory")
_NATIONS = ("loc:england", "loc:scotland", "loc:wales", "loc:northern-ireland")
"""Parts of a country that play for themselves."""


def has_team(place: Known) -> bool:
    """Whether a place has a national team: a country, or a part of one that plays for itself."""
    return place.kind in _COUNTRIES or place.id in _NATIONS


def team_of(lexicon: Lexicon, country: Known) -> EntityRef:
    """Return a country's football team."""
    name = f"{TEAM} {country.ar}"
    for bearer in lexicon.bearers(key(name)):
        return EntityRef.of_lexicon(bearer.known)
    entity_id = f"org:{country.id.removeprefix('loc:')}-{FOOTBALL_TEAM}"
    listed = lexicon.known(entity_id)
    if listed is not None:
        return EntityRef.of_lexicon(listed)
    state = country.id if country.iso is not None else next(iter(country.countries), country.id)
    return EntityRef(entity_id, name, f"{country.en} national football team", "ORG", None, state)
