"""One entity as a person writes it: the line of a curated or a user's own file, and the surfaces of it."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from agents.tag_entities.lexicon.flags import CASED, SURNAME, WEAK
from agents.tag_entities.lexicon.lexicon import Known
from agents.tag_entities.lexicon.spelling import key, variants
from agents.tag_entities.words.evidence import COMMON_NAMES
from agents.tag_entities.words.name_parts import CHILDREN, SERVANT, SONS, SURNAME_PARTS
from streams.records.entities import EntityType
from streams.settings import SettingsError

_ID = re.compile(r"(per|loc|org|misc):[a-z0-9]+(-[a-z0-9]+)*")
_LATIN_KINDS = frozenset(
    [
        "company",
        "outlet",
        "agency",
        "product",
        "social-network",
        "bank",
        "airline",
        "club",
        "vehicle",
        "work",
        "programme",
    ]
)
"""Kinds of things that Arabic texts name in Latin letters too."""
_MIN_LATIN_LETTERS = 3
"""Letters of a name in Latin letters that is a surface."""
_MIN_NAME_WORDS = 2
"""Words of a person's name that has a surname."""


class EntryError(SettingsError):
    """A line is not as curated/README.md says; the message names the place and the rule."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line; see curated/README.md for the fields.

    `section`, `since` and `until` are accepted, since users' files may have them, and not read.
    """

    id: str
    ar: str
    en: str
    type: EntityType
    kind: str
    also: tuple[str, ...] = ()
    surname: str | None = None
    alone: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    country: str | None = None
    countries: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    ambiguous: bool = False
    section: tuple[str, ...] | str = ()
    role: tuple[str, ...] | str = ()
    since: int | None = None
    until: int | None = None
    demonyms: tuple[str, ...] | dict[Literal["m", "f", "pl"], str] = ()
    capital: str | None = None
    seat: str | None = None


def check(entry: Entry, where: str) -> None:
    """Hold an entry against the rules.

    Raises
    ------
    EntryError
        When it breaks one.
    """
    if not _ID.fullmatch(entry.id):
        raise EntryError(f"{where}: {entry.id!r} is no id")
    if entry.id.split(":")[0].upper() != entry.type:
        raise EntryError(f"{where}: the id {entry.id} does not agree with the type {entry.type}")
    if not key(entry.ar) or not entry.en.strip():
        raise EntryError(f"{where}: {entry.id} has no name")


def known_of(entry: Entry, iso: str | None = None) -> Known:
    """Return the lexicon's entity of an entry."""
    return Known(
        id=entry.id,
        ar=entry.ar,
        en=entry.en,
        type=entry.type,
        kind=entry.kind,
        countries=entry.countries or ((entry.country,) if entry.country else ()),
        surnames=surnames(entry),
        context=tuple(word if ":" in word else key(word) for word in entry.context),
        roles=tuple(key(role) for role in _several(entry.role)),
        capital=entry.capital,
        seat=entry.seat,
        iso=iso,
    )


def _several(value: tuple[str, ...] | str) -> tuple[str, ...]:
    return tuple(value) if not isinstance(value, str) else (value,) if value else ()


def surfaces_of(entry: Entry) -> Iterator[tuple[str, int]]:
    """Yield every surface under its key, with its flags; some come more than once."""
    for number, name in enumerate([entry.ar, *entry.also]):
        weak = name.endswith("?") or (number == 0 and entry.ambiguous)
        for form in variants(name.rstrip("?"), person=entry.type == "PER"):
            yield form, WEAK if weak or form in COMMON_NAMES else 0
    for name in entry.alone:
        yield key(name.rstrip("?")), WEAK if name.endswith("?") else 0
    for acronym in entry.acronyms:
        name = key(acronym)
        weak = acronym.endswith("?") or name in COMMON_NAMES
        yield name, (CASED if name.isascii() else 0) | (WEAK if weak else 0)
    latin = key(entry.en)
    if (
        entry.type in ("ORG", "MISC")
        and entry.kind in _LATIN_KINDS
        and latin.isascii()
        and len(latin) >= _MIN_LATIN_LETTERS
    ):
        yield latin, CASED | (WEAK if latin.islower() else 0)
    if entry.role:
        for name in surnames(entry):
            yield name, SURNAME  # behind the office only


def surnames(entry: Entry) -> tuple[str, ...]:
    """Return the keys of what may stand alone for a person once the full name was said; a father's name is none."""
    if entry.type != "PER" or entry.surname == "":
        return ()
    if entry.surname is not None:
        return (key(entry.surname),)
    words = key(entry.ar).split(" ")
    if len(words) < _MIN_NAME_WORDS or words[-2] in CHILDREN:
        return ()
    if words[-2] == SERVANT and words[-3:-2] and words[-3] in SONS:
        return ()  # بن عبد العزيز
    last = [words[-1]]
    for word in reversed(words[1:-1]):
        if word not in SURNAME_PARTS:
            break
        last.insert(0, word)
    return (" ".join(last),)
