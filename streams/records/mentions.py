"""The topic mentions: what the counting stage reads of a batch of articles."""

from typing import Literal

import msgspec

from streams.records.codec import Struct
from streams.records.dates import Precision
from streams.records.entities import EntityType
from streams.records.origin import Origin


class MentionedEntity(Struct, frozen=True, kw_only=True):
    """An entity as the counting stage needs it."""

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
    count: int
    """How many mentions it has in the article."""


class MentioningArticle(Struct, frozen=True, kw_only=True):
    """An article as the counting stage needs it, with the entities that one counting partition owns."""

    article_id: str
    """The article's id."""
    origin: Origin
    """The raw page that it comes from."""
    published_at: str | None = None
    """When it was published."""
    published_precision: Precision | None = None
    """How exactly that is known."""
    published_from: Literal["field", "metadata", "chrome", "address", "text"] | None = None
    """Where it was found."""
    received_at: str | None = None
    """The Kafka timestamp of the raw page."""
    revision: int = 1
    """Which state of the article's content it is; the first is 1."""
    title: str = ""
    """The article's title."""
    source: str
    """The outlet's id."""
    fingerprint: str
    """The sketch of its text."""
    media_topics: list[str] = []
    """Ids of its media topics."""
    entities: list[MentionedEntity]
    """Those that the partition owns; none when it owns media topics of the article only."""
    with_: list[str] = msgspec.field(name="with", default_factory=list)
    """Ids of all entities of the article."""


class Mentions(Struct, frozen=True, kw_only=True):
    """Of a batch of articles, the entities that one counting partition owns."""

    schema: Literal["rasid.mentions/1"] = "rasid.mentions/1"
    """Name and major version of the record."""
    articles: list[MentioningArticle]
    """Of one batch, those that name an entity of this partition."""
