"""The lexicon put together: curated entities first, then what packages add, every surface under its key."""

import msgspec

from agents.arabic.folding import fold
from agents.tag_entities.lexicon.demonyms import forms
from agents.tag_entities.lexicon.entry import Entry, known_of, surfaces_of
from agents.tag_entities.lexicon.flags import SURNAME, WEAK, pack
from agents.tag_entities.lexicon.lexicon import Artifact, Known
from agents.tag_entities.lexicon.spelling import key, variants
from agents.training.lexicon import common, curated, names, numbering, places, wikicats, wikidata

_COUNTRY_KINDS = frozenset(["country", "territory"])
_MIN_FIRM_BEARERS = 60
"""People of the index who bear a given name that opens a name by itself."""
_MIN_CERTAIN_PEOPLE = 700_000
"""People of a city abroad whose name of one word is hardly a person or a thing; smaller ones need evidence."""
_MIN_CITY_LETTERS = 3
_MIN_CERTAIN_CITY_LETTERS = 4
"""Of the name of a city, in one word and without ال: shorter ones need evidence."""
_MIN_CLUB_LETTERS = 4
_MAX_PERSON_WORDS = 4


class _Draft:
    """The lexicon while it grows."""

    def __init__(self) -> None:
        self.entities: dict[str, Known] = {}
        self.surfaces: dict[str, dict[str, int]] = {}

    def add(self, entity: Known) -> None:
        self.entities[entity.id] = entity

    def surface(self, surface: str, entity: str, flags: int = 0) -> None:
        """Note that an entity bears a surface; of two notes the stronger stands."""
        bearers = self.surfaces.setdefault(surface, {})
        if entity not in bearers or _rank(flags) < _rank(bearers[entity]):
            bearers[entity] = flags


def _rank(flags: int) -> int:
    return 2 * bool(flags & SURNAME) + bool(flags & WEAK)


def build() -> Artifact:
    """Return the whole lexicon."""
    draft = _Draft()
    entries = curated.read()
    given, family = names.given(), names.family()
    name_words = frozenset(given) | frozenset(family)
    codes = places.country_codes((e.id, (e.en, e.ar, *e.also)) for e in entries if e.kind in _COUNTRY_KINDS)
    for entry in entries:
        _add_curated(draft, entry, codes)
    for entry in entries:
        if entry.seat is not None:
            _add_seat(draft, entry)
    countries = {code: entity for entity, code in sorted(codes.items(), reverse=True)}
    for code, en, ar in places.territories():
        if code not in countries:
            entity = f"loc:{places.slug(en)}"
            if entity not in draft.entities:
                draft.add(Known(entity, ar, en, "LOC", "territory", iso=code))
                draft.surface(key(ar), entity)
            countries[code] = entity
    words = common.words()
    _add_cities(draft, countries, name_words | words)
    _add_clubs(draft, words)
    _add_people(draft)
    for entity, qid in wikidata.read().items():
        if entity in draft.entities:
            draft.add(msgspec.structs.replace(draft.entities[entity], wikidata=qid))
    demonyms, adjectives = _demonyms(draft, entries)
    ids = numbering.in_shipped_order(draft.entities, numbering.shipped_ids())
    numbers = {entity: number for number, entity in enumerate(ids)}
    surfaces = {
        surface: [pack(numbers[entity], flags) for entity, flags in sorted(bearers.items())]
        for surface, bearers in sorted(draft.surfaces.items())
        if surface
    }
    return Artifact(
        entities=[draft.entities[entity] for entity in ids],
        surfaces=surfaces,
        demonyms=dict(sorted(demonyms.items())),
        adjectives=dict(sorted(adjectives.items())),
        given=" ".join(given),
        firm=" ".join(names.given(_MIN_FIRM_BEARERS)),
        family=" ".join(family),
        words=" ".join(sorted(words)),
    )


def _add_curated(draft: _Draft, entry: Entry, codes: dict[str, str]) -> None:
    draft.add(known_of(entry, codes.get(entry.id)))
    for surface, flags in surfaces_of(entry):
        draft.surface(surface, entry.id, flags)


def _add_seat(draft: _Draft, entry: Entry) -> None:
    """Let a region be called by every name of its town: ولاية تمنراست, where the town is تمنغست too."""
    towns = [surface for surface, bearers in draft.surfaces.items() if entry.seat in bearers]
    for word in dict.fromkeys(key(name).partition(" ")[0] for name in (entry.ar, *entry.also)):
        for town in towns:
            draft.surface(f"{word} {town}", entry.id)


def _add_cities(draft: _Draft, countries: dict[str, str], risky: frozenset[str]) -> None:
    curated_places: dict[str, list[str]] = {}
    for surface, bearers in draft.surfaces.items():
        for entity in bearers:
            if draft.entities[entity].type == "LOC":
                curated_places.setdefault(surface, []).append(entity)
    for city in places.cities():
        country = countries.get(city.country)
        twin = _twin(draft, curated_places, city, country)
        if twin is not None:
            if draft.entities[twin].geonames is None:
                draft.add(msgspec.structs.replace(draft.entities[twin], geonames=city.geonames))
            continue
        known = places.known_city(city, country, draft.entities)
        if known is None:
            continue
        spelt = dict.fromkeys(map(key, city.arabic))
        surfaces = [s for s in spelt if len(s) >= _MIN_CITY_LETTERS and not _risky(s, risky)]
        fresh = [s for s in surfaces if s not in draft.surfaces]
        if not fresh or surfaces[0] != fresh[0] or key(city.arabic[0]) != fresh[0]:
            continue  # a larger or curated namesake stands for the name
        draft.add(known)
        for number, surface in enumerate(fresh):
            unsure = city.country not in places.ARAB_COUNTRIES and city.people < _MIN_CERTAIN_PEOPLE
            short = len(surface.removeprefix("ال")) < _MIN_CERTAIN_CITY_LETTERS
            weak = number > 0 or (" " not in surface and (unsure or short))
            draft.surface(surface, known.id, WEAK if weak else 0)


def _risky(surface: str, risky: frozenset[str]) -> bool:
    """Whether a city's name is also a word or a person's name: nothing but a person's judgement may list it."""
    bare = surface.removeprefix("ال")
    return " " not in surface and any(
        w in risky for w in (surface, bare, bare + "ه", bare + "ي", bare.removesuffix("ه"))
    )


def _twin(draft: _Draft, curated_places: dict[str, list[str]], city: places.City, country: str | None) -> str | None:
    for name in city.arabic:
        for entity in curated_places.get(key(name), ()):
            known = draft.entities[entity]
            if known.kind == "city" and country is not None and country in known.countries:
                return entity
    return None


def _add_clubs(draft: _Draft, words: frozenset[str]) -> None:
    for en, ar in wikicats.clubs():
        full = key(ar)
        bare = full.removeprefix("نادي ").removeprefix("النادي ").removesuffix(" لكره القدم")
        entity = f"org:{places.slug(en)}"
        if (
            entity in draft.entities
            or full in draft.surfaces
            or "نادي " + bare in draft.surfaces
            or len(bare) < _MIN_CLUB_LETTERS
        ):
            continue
        if any(draft.entities[e].kind == "club" for e in draft.surfaces.get(bare, ())):
            continue
        draft.add(Known(entity, ar.removesuffix(" لكرة القدم"), wikicats.title(en), "ORG", "club"))
        draft.surface("نادي " + bare, entity)
        if bare in words and not any(draft.entities[e].type == "LOC" for e in draft.surfaces.get(bare, ())):
            continue  # قبله, before him, which no town is called by
        strong = bare.count(" ") > 0 and bare not in draft.surfaces and not all(w in words for w in bare.split())
        draft.surface(bare, entity, 0 if strong else WEAK)


def _add_people(draft: _Draft) -> None:
    for en, ar in wikicats.people():
        entity, surface = f"per:{places.slug(en)}", key(ar)
        if entity in draft.entities or surface in draft.surfaces or len(surface.split()) > _MAX_PERSON_WORDS:
            continue
        draft.add(Known(entity, ar, wikicats.title(en), "PER", "person", surnames=(surface.split()[-1],)))
        for form in variants(ar, person=True):
            if form not in draft.surfaces:
                draft.surface(form, entity)


_OTHER_WORDS = ("مالي", "صحراوي", "قمري", "ألبان", "رومان", "تركمان", "أفارقة")
"""Nationality adjectives that mean another thing more often: financial, of the desert, lunar, milk, Romans."""
_OTHER_FORMS = ("مجري", "مجريات", "المجريات", "مجرو")
"""As the folded forms of words for a course and what goes on in it, unlike the other forms of Hungarian."""


def _demonyms(draft: _Draft, entries: list[Entry]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the countries of Arabic adjectives, curated ones first, and the English adjectives of countries."""
    countries = [entry for entry in entries if entry.kind in _COUNTRY_KINDS]
    by_name = {key(name.rstrip("?")): e.id for e in reversed(countries) for name in reversed((e.ar, *e.also))}
    demonyms: dict[str, str] = {}
    for entry in countries:
        given = entry.demonyms.values() if isinstance(entry.demonyms, dict) else entry.demonyms
        for form in [form for adjective in given for form in forms(adjective)]:
            demonyms.setdefault(form, entry.id)
    adjectives: dict[str, str] = {}
    for en, country, nisbas in wikicats.nationalities():
        entity = by_name.get(key(country))
        if entity is None:
            continue
        slug = places.slug(en)
        if entity not in adjectives or len(slug) < len(adjectives[entity]):
            adjectives[entity] = slug
        for form in [form for nisba in nisbas if " " not in fold(nisba) for form in forms(nisba)]:
            demonyms.setdefault(form, entity)
    for entity in sorted(draft.entities):
        if draft.entities[entity].kind in _COUNTRY_KINDS:
            adjectives.setdefault(entity, entity.removeprefix("loc:"))
    for form in (*_OTHER_FORMS, *(form for word in _OTHER_WORDS for form in forms(word))):
        demonyms.pop(form, None)
    return demonyms, adjectives
