"""Entities as an article names them."""

from typing import Literal

from streams.records.codec import Struct

EntityType = Literal["PER", "LOC", "ORG", "MISC"]


class Mention(Struct, frozen=True, kw_only=True):
    """One place in the text that names an entity."""

    start: int
    """Where it begins in `text`, in code points."""
    end: int
    """Where it ends, exclusive."""
    surface: str
    """The string as it stands there: `text[start:end]`."""


class Entity(Struct, frozen=True, kw_only=True):
    """A person, place, organisation or other named thing, over all its mentions in one article."""

    id: str
    """Readable and stable: `loc:russia`, `per:sergey-lavrov`; `per:ar:…` for one that no lexicon knows."""
    name_ar: str
    """The name in Arabic; of one that no lexicon knows, the fullest in the text."""
    name_en: str | None = None
    """The name in English, where the lexicon has one."""
    type: EntityType
    """Person, place, organisation, or another named thing."""
    known: bool
    """Whether a lexicon holds it."""
    count: int
    """How many mentions it has in the article."""
    salience: float
    """How much the article is about it, 0 to 1."""
    confidence: float | None = None
    """How likely the surest of its mentions is a name of this type, 0 to 1; null where nothing weighed it."""
    wikidata: str | None = None
    """Wikidata id, where a packaged source says so."""
    geonames: int | None = None
    """GeoNames id, where a packaged source says so."""
    iso: str | None = None
    """ISO 3166 code of a country, where a packaged source says so."""
    country: str | None = None
    """Of a place or an organisation: the country that it is of, as ISO 3166 writes it; null where none is known."""
    role: str | None = None
    """Of a person: the office that the text gives, as it stands there (وزير الطاقة); null where it gives none."""
    mentions: list[Mention] = []
    """All of them, in the order of the text."""
