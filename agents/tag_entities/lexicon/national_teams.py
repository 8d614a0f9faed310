"""The football teams of countries."""

from agents.tag_entities.draft import EntityRef
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.lexicon.spelling import key

TEAM = "منتخب"
"""The word for a team, before its country."""
FOOTBALL_TEAM = "national-football-team"
"""What a country's team is, for the id."""


def team_of(lexicon: Lexicon, country: Known) -> EntityRef:
    """Return a country's football team."""
    name = f"{TEAM} {country.ar}"
    for bearer in lexicon.bearers(key(name)):
        return EntityRef.of_lexicon(bearer.known)
    entity_id = f"org:{country.id.removeprefix('loc:')}-{FOOTBALL_TEAM}"
    listed = lexicon.known(entity_id)
    if listed is not None:
        return EntityRef.of_lexicon(listed)
    return EntityRef(entity_id, name, f"{country.en} national football team", "ORG", None, country.id)
