"""The entity that a composed name means: the lexicon's where it has one, else one whose id its parts give."""

from agents.tag_entities.draft import Named, of_lexicon, of_text
from agents.tag_entities.find.national_bodies import Composed
from agents.tag_entities.lexicon.lexicon import FLAG_BITS, SURNAME, Known, Lexicon
from agents.tag_entities.lexicon.spelling import key


def composed_name(lexicon: Lexicon, composed: Composed, surface: str) -> Named:
    """Name a composed name: by its surface in the lexicon, else by nation and kind, else by the text alone."""
    for name in filter(None, (composed.surface, surface)):
        bearers = lexicon.surfaces.get(name, ())
        if len(bearers) == 1 and not bearers[0] & SURNAME:
            return of_lexicon(lexicon.entities[bearers[0] >> FLAG_BITS])
    country = lexicon.known(composed.country) if composed.country else None
    if composed.slug is None or country is None:
        return of_text(composed.type, surface)
    if composed.slug == "national-football-team":
        return team_of(lexicon, country)
    adjective = lexicon.adjectives.get(country.id, country.id.removeprefix("loc:"))
    english = f"{adjective.replace('-', ' ').title()} {composed.english}"
    listed = lexicon.known(f"org:{adjective}-{composed.slug}")
    if listed is not None:
        return of_lexicon(listed)
    return Named(f"org:{adjective}-{composed.slug}", composed.surface or surface, english, "ORG", None)


def team_of(lexicon: Lexicon, country: Known) -> Named:
    """Give a country's football team."""
    name = f"منتخب {country.ar}"
    for bearer in lexicon.surfaces.get(key(name), ()):
        return of_lexicon(lexicon.entities[bearer >> FLAG_BITS])
    entity = f"org:{country.id.removeprefix('loc:')}-national-football-team"
    listed = lexicon.known(entity)
    if listed is not None:
        return of_lexicon(listed)
    return Named(entity, name, f"{country.en} national football team", "ORG", None)
