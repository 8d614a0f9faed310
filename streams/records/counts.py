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
    """All that is counted of one entity, of the latest revision of each article; the counting table is made of these.

    An entity that no article names any more is taken out of the topic: its key comes with an empty value.
    """

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
    horizon: str | None = None
    """The latest published_at that there ever was: from it hours and days reach back."""
    dates: dict[str, int] = {}
    """Articles by published_at, of the eight earliest and the eight latest: what first_seen and last_seen follow."""
    hours: dict[str, int] = {}
    """Articles by hour of published_at (2026-01-28T14), as far back from horizon as hours_kept says."""
    days: dict[str, int] = {}
    """Articles by day of published_at (2026-01-28), as far back from horizon as days_kept says."""
    media_topics: dict[str, int] = {}
    """Articles by media topic id."""
    with_: dict[str, int] = msgspec.field(name="with", default_factory=dict)
    """Articles by the id of an entity that stands in them too; bounded."""
    with_dropped: int = 0
    """Entries that `with` had to let go; 0 means that every count in it is exact."""
    fingerprints: list[str] = []
    """Of the latest stories, by which the next near-duplicate is known; bounded."""
    fingerprint_articles: list[int] = []
    """How many articles each of the fingerprints stands for."""
