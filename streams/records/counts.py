"""The topic entity-counts: all that is counted of each entity."""

from typing import Literal

import msgspec

from streams.records.codec import Struct
from streams.records.entities import EntityType
from streams.records.origin import Origin


class CountedEntity(Struct, frozen=True, kw_only=True):
    """The entity that a count is of."""

    id: str
    """The entity's id."""
    name_ar: str
    """Its name in Arabic."""
    name_en: str | None = None
    """Its name in English."""
    type: EntityType
    """Person, place, organisation, or another named thing."""
    known: bool
    """Whether a lexicon holds it."""


class EntityCount(msgspec.Struct, kw_only=True):
    """All that is counted of one entity; the counting table is made of these, and changes them in place."""

    schema: Literal["rasid.entity-count/1"] = "rasid.entity-count/1"
    """Name and major version of the record."""
    id: str
    """The entity's id, which is the key too."""
    origin: Origin
    """The raw page that changed it last."""
    entity: CountedEntity
    """Its names and type."""
    articles: int = 0
    """Articles that name it."""
    stories: int = 0
    """Articles, near-duplicates counted once."""
    mentions: int = 0
    """Mentions in all of them."""
    sources: dict[str, int] = {}
    """Articles by outlet id; bounded."""
    first_seen: str | None = None
    """The earliest published_at."""
    last_seen: str | None = None
    """The latest published_at."""
    hours: dict[str, int] = {}
    """Articles by hour of published_at (2026-01-28T14), within the horizon of last_seen."""
    days: dict[str, int] = {}
    """Articles by day of published_at (2026-01-28), within the horizon of last_seen."""
    media_topics: dict[str, int] = {}
    """Articles by media topic id."""
    with_: dict[str, int] = msgspec.field(name="with", default_factory=dict)
    """Articles by the id of an entity that stands in them too; bounded."""
    with_dropped: int = 0
    """Entries that `with` had to let go; 0 means that every count in it is exact."""
    fingerprints: list[str] = []
    """Of the latest stories, by which the next near-duplicate is known; bounded."""
