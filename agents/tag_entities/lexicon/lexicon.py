"""The known entities as the artifact holds them, and the look-ups that matching needs."""

import functools
import hashlib
import lzma
from collections.abc import Callable, Iterator, Mapping
from importlib import resources
from typing import NamedTuple

import msgspec

from agents.arabic.clitics import ARTICLE
from agents.tag_entities.lexicon.flags import SURNAME, WEAK, flags_of, index_of
from agents.tag_entities.lexicon.spelling import bones, sound
from agents.tag_entities.lexicon.word_set import WordSet
from streams.records.entities import EntityType

ARTIFACT = "lexicon.msgpack.xz"
_MIN_FOREIGN_LETTERS = 4
"""Letters of a word that has a skeleton."""
_CLITICS_OF_DEMONYMS = "وبلف"


class Known(msgspec.Struct, frozen=True, array_like=True):
    """An entity of the lexicon."""

    id: str
    ar: str
    en: str
    type: EntityType
    kind: str
    countries: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    """Keys of what may stand alone once the full name is in the article."""
    context: tuple[str, ...] = ()
    """Folded words, or ids, that speak for it."""
    roles: tuple[str, ...] = ()
    """Keys of the words for the office that a person holds."""
    capital: str | None = None
    iso: str | None = None
    geonames: int | None = None
    wikidata: str | None = None
    seat: str | None = None
    """Of a region that is called by its town: the town's id."""


class Bearer(NamedTuple):
    """An entity that a surface can name, and how."""

    known: Known
    weak: bool
    """Whether the surface is linked only with evidence."""
    surname: bool
    """Whether the surface is the entity's surname alone."""
    unsure: bool
    """Whether the surface by itself does not say that the entity is meant."""


class Artifact(msgspec.Struct, frozen=True):
    """What `make lexicon` writes."""

    entities: list[Known]
    surfaces: dict[str, list[int]]
    """Key of a surface, to the entities that bear it: index in `entities` and flags, packed as in flags.py."""
    demonyms: dict[str, str]
    """Folded nationality adjective, with and without ال, to the country's id."""
    adjectives: dict[str, str]
    """A country's id to its English adjective, as ids of national bodies use it."""
    given: str
    """Folded given names, set apart by spaces."""
    firm: str
    """Of the given names, those that many bear: they open a person's name even where they are common words."""
    family: str
    """Folded family names, set apart by spaces."""
    words: str
    """Folded common words, without proclitics."""


class Lexicon:
    """The look-ups, made once from an artifact.

    Parameters
    ----------
    artifact
        What the file holds.
    version
        What records name it by.
    merges
        Ids that are others.
    silenced
        Ids that are never given.
    own
        Ids of the user's own entities, which no longer name takes in that a rule or a model finds.
    """

    def __init__(
        self,
        artifact: Artifact,
        version: str,
        merges: Mapping[str, str] | None = None,
        silenced: frozenset[str] = frozenset(),
        own: frozenset[str] = frozenset(),
    ) -> None:
        self.artifact = artifact
        self.merges = merges or {}
        self.silenced = silenced
        self.own = own
        self.entities = artifact.entities
        self.surfaces = artifact.surfaces
        self.demonyms = artifact.demonyms
        self.adjectives = artifact.adjectives
        self.version = version
        self.given = frozenset(artifact.given.split())
        self.firm = frozenset(artifact.firm.split())
        self.family = frozenset(artifact.family.split())
        self.common = WordSet(artifact.words.split())
        self._index_of = {known.id: index for index, known in enumerate(artifact.entities)}
        self.vocabulary = {word for surface in artifact.surfaces for word in surface.split(" ")}
        self._bearers: dict[str, tuple[Bearer, ...]] = {}

    @functools.cached_property
    def capitals(self) -> frozenset[str]:
        """The ids of capitals."""
        return frozenset(known.capital for known in self.entities if known.capital is not None)

    @functools.cached_property
    def regions(self) -> dict[str, Known]:
        """The regions that are called by their towns, by the towns' ids."""
        return {known.seat: known for known in self.entities if known.seat is not None}

    @functools.cached_property
    def begun(self) -> dict[str, dict[str, tuple[int, ...]]]:
        """First words of surfaces of several, to their second words, to how many words the surfaces have, most first.

        Words are those that stand for their twins; a first word's twins have its entry too.
        """
        found: dict[str, dict[str, set[int]]] = {}
        for phrase in self.phrases:
            words = phrase.split(" ")
            found.setdefault(words[0], {}).setdefault(words[1], set()).add(len(words))
        begun = {
            first: {second: tuple(sorted(lengths, reverse=True)) for second, lengths in seconds.items()}
            for first, seconds in found.items()
        }
        for word, first in self.twins.items():
            if first in begun:
                begun[word] = begun[first]
        return begun

    @functools.cached_property
    def person_words(self) -> tuple[frozenset[str], frozenset[str]]:
        """The first and the last words of the names of the people whom the lexicon knows, common words left out."""
        first, last = set(), set()
        for surface, bearers in self.surfaces.items():
            if " " in surface and any(self.entities[index_of(packed)].type == "PER" for packed in bearers):
                words = surface.split(" ")
                first.add(words[0])
                last.add(words[-1])
        last = {word for word in last if word.startswith(ARTICLE) or word not in self.common}
        return frozenset(word for word in first if word not in self.common), frozenset(last)

    @functools.cached_property
    def national_bodies(self) -> dict[tuple[str, str], Known]:
        """Bodies by their country's id and their name without its adjective: مجلس النواب, for مجلس النواب المغربي."""
        table: dict[tuple[str, str], Known] = {}
        for surface, bearers in self.surfaces.items():
            name, _, nation = surface.rpartition(" ")
            known = self.entities[index_of(bearers[0])]
            if len(bearers) == 1 and name and known.type == "ORG" and known.countries == (self.demonyms.get(nation),):
                table.setdefault((known.countries[0], name), known)
        return table

    @functools.cached_property
    def sounds(self) -> dict[str, str]:
        """Skeletons of the vocabulary's foreign words; of several, the first in order of the alphabet."""
        return self._skeletons(sound)

    @functools.cached_property
    def skeletons(self) -> dict[str, str]:
        """Skeletons without vowels, as `sounds`."""
        return self._skeletons(bones)

    def _skeletons(self, shape: Callable[[str], str]) -> dict[str, str]:
        table: dict[str, str] = {}
        for word in self._foreign:
            table.setdefault(shape(word), word)
        table.pop("", None)
        return table

    @functools.cached_property
    def _foreign(self) -> list[str]:
        """Words of names that are no common words and do not come from GeoNames alone, in order of the alphabet."""
        words: set[str] = set()
        for surface, bearers in self.surfaces.items():
            if any(
                self.entities[index_of(packed)].geonames is None and not flags_of(packed) & SURNAME
                for packed in bearers
            ):
                words.update(surface.split(" "))
        return sorted(
            word
            for word in words
            if len(word) >= _MIN_FOREIGN_LETTERS and not word.startswith(ARTICLE) and word not in self.common
        )

    @functools.cached_property
    def twins(self) -> dict[str, str]:
        """Foreign words that sound like another, to the one that stands for all of them: سيرغي to سيرجي."""
        return {word: first for word in self._foreign if (first := self.sounds[sound(word)]) != word}

    @functools.cached_property
    def phrases(self) -> dict[str, str]:
        """Surfaces of several words, by their words with each one's twin in its place."""
        twins = self.twins
        table: dict[str, str] = {}
        for surface in self.surfaces:
            if " " in surface:
                table.setdefault(" ".join([twins.get(word, word) for word in surface.split(" ")]), surface)
        return table

    def bearers(self, surface: str) -> tuple[Bearer, ...]:
        """Return the entities that a surface can name, none for a string that is no surface."""
        found = self._bearers.get(surface)
        if found is None:
            if surface not in self.surfaces:
                return ()
            found = self._bearers[surface] = tuple(map(self._bearer, self.surfaces[surface]))
        return found

    def sole_bearers(self, words: int) -> Iterator[tuple[str, Bearer]]:
        """Yield the surfaces of so many words that one entity alone can be meant by."""
        for surface, bearers in self.surfaces.items():
            if len(bearers) == 1 and surface.count(" ") == words - 1:
                yield surface, self._bearer(bearers[0])

    def _bearer(self, packed: int) -> Bearer:
        flags = flags_of(packed)
        return Bearer(self.entities[index_of(packed)], bool(flags & WEAK), bool(flags & SURNAME), bool(flags))

    def is_common(self, word: str) -> bool:
        """Whether a word is a common one, ال aside."""
        return word in self.common or (word.startswith(ARTICLE) and word[len(ARTICLE) :] in self.common)

    def country_of(self, word: str) -> str | None:
        """Return the id of a nationality adjective's country, a proclitic aside; None for another word."""
        get = self.demonyms.get
        return get(word) or (get(word[1:]) if word[0] in _CLITICS_OF_DEMONYMS else None)

    def iso_of(self, country_id: str) -> str | None:
        """Return the ISO 3166 code of a country by its id."""
        known = self.known(country_id)
        return known.iso if known is not None else None

    @functools.cached_property
    def countries_by_iso(self) -> dict[str, str]:
        """The ids of countries by their ISO 3166 code."""
        return {known.iso: known.id for known in self.entities if known.kind == "country" and known.iso is not None}

    def known(self, entity_id: str) -> Known | None:
        """Return the entity of an id, None when the lexicon has none."""
        index = self._index_of.get(entity_id)
        return None if index is None else self.entities[index]


@functools.cache
def packaged() -> Lexicon:
    """Load the lexicon that Rasid ships."""
    data = resources.files(__package__).joinpath(ARTIFACT).read_bytes()
    return Lexicon(msgspec.msgpack.decode(lzma.decompress(data), type=Artifact), hashlib.sha256(data).hexdigest()[:12])
