"""The topic mentions: what a batch of articles adds to the counts, and what it takes back."""

from typing import Literal

import msgspec

from streams.records.articles import DateFrom
from streams.records.codec import Struct
from streams.records.dates import Precision, check_times
from streams.records.entities import EntityType
from streams.records.origin import Origin

MAX_COMPANIONS = 16
"""Other entities of an article that a pair is looked for with: those that it names first."""


Names = tuple[str | None, str | None]
"""What something is called in Arabic and in English; without words for which is which, as each partition is told."""


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


class ReplacedEntity(Struct, frozen=True, kw_only=True):
    """An entity as the revision before named it."""

    id: str
    """The entity's id."""
    count: int
    """How many mentions it had there."""


class ReplacedArticle(Struct, frozen=True, kw_only=True):
    """What the revision before gave to this partition, to be taken back."""

    origin: Origin
    """The raw page that it came from."""
    published_at: str | None = None
    """When it was published, as that revision said."""
    published_precision: Precision | None = None
    """How exactly that was known."""
    published_from: DateFrom | None = None
    """Where published_at was found."""
    source: str
    """The outlet's id."""
    fingerprint: str
    """The sketch of its text."""
    media_topics: list[str] = []
    """Ids of its media topics."""
    entities: list[ReplacedEntity] = []
    """Those that the partition owns."""
    with_: list[str] = msgspec.field(name="with", default_factory=list)
    """Ids of all its entities."""

    def __post_init__(self) -> None:
        """Refuse a time that is none."""
        check_times(published_at=self.published_at)


class MentioningArticle(Struct, frozen=True, kw_only=True):
    """An article as counting needs it, with the entities that one counting partition owns.

    It goes to the partitions of its entities and of its media topics, and to those of the revision before.
    """

    article_id: str
    """The article's id."""
    origin: Origin
    """The raw page that it comes from."""
    revision: int = 1
    """Which revision of the article it is."""
    replaces: ReplacedArticle | None = None
    """What the revision before had given; null where there is nothing to take back."""
    title: str = ""
    """The headline, cut."""
    published_at: str | None = None
    """When it was published."""
    published_precision: Precision | None = None
    """How exactly that is known."""
    published_from: DateFrom | None = None
    """Where published_at was found."""
    received_at: str | None = None
    """The Kafka timestamp of the raw page."""
    source: str
    """The outlet's id."""
    fingerprint: str
    """The sketch of its text."""
    media_topics: list[str] = []
    """Ids of its media topics."""
    entities: list[MentionedEntity] = []
    """Those that the partition owns; none when it owns only media topics of it, or what the revision before named."""
    with_: list[str] = msgspec.field(name="with", default_factory=list)
    """Ids of all entities of the article."""
    names: dict[str, Names] = {}
    """By id, in Arabic and English, what else trends here are about: the media topics that the partition owns, and
    entities of other partitions that make a pair with one of its own."""

    def __post_init__(self) -> None:
        """Refuse a time that is none."""
        check_times(published_at=self.published_at, received_at=self.received_at)


class Mentions(Struct, frozen=True, kw_only=True):
    """Of a batch of articles, what one counting partition owns."""

    schema: Literal["rasid.mentions/1"] = "rasid.mentions/1"
    """Name and major version of the record."""
    articles: list[MentioningArticle]
    """Of one batch, those that concern this partition, in the order in which they are applied."""
