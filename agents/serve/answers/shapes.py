"""What the API answers, field by field: what /docs and docs/api.md say, and what the tests hold answers to."""

from typing import Any, Literal

import msgspec

from streams.records.articles import Genre, Source
from streams.records.codec import Struct
from streams.records.dates import Precision
from streams.records.enriched import EnrichedArticle, MediaTopic
from streams.records.entities import EntityType
from streams.records.origin import Origin
from streams.records.stories import Story


class NamedEntity(Struct, frozen=True, kw_only=True):
    """An entity beside something else."""

    id: str
    """Its id."""
    name_ar: str | None = None
    """Its name in Arabic; left out where the store does not know the entity."""
    name_en: str | None = None
    """Its name in English."""
    type: EntityType | None = None
    """Person, place, organisation, or another named thing."""
    articles: int | None = None
    """In company: articles that name both; in a story: its articles that name it."""
    count: int | None = None
    """In an article: its mentions there."""
    salience: float | None = None
    """In an article: how much that is about it, 0 to 1."""


class EntityItem(Struct, frozen=True, kw_only=True):
    """An entity in a list."""

    id: str
    """Its id."""
    name_ar: str
    """Its name in Arabic."""
    name_en: str | None
    """Its name in English."""
    type: EntityType
    """Person, place, organisation, or another named thing."""
    known: bool
    """Whether a lexicon holds it."""
    country: str | None
    """The country that it is of, as ISO 3166 writes it."""
    iso: str | None
    """ISO 3166 code, where it is a country itself."""
    articles: int
    """Articles that name it, of all time, by `entity-counts`."""
    stories: int
    """The same, near-duplicates counted once."""
    mentions: int
    """Mentions in them."""
    outlets: int
    """Outlets that name it."""
    first_seen: str | None
    """The earliest published_at."""
    last_seen: str | None
    """The latest published_at."""
    count: int | None = None
    """Articles of the window that name it."""
    hours: dict[str, int] | None = None
    """Articles by hour of publication (2026-01-28T14), of the last 48; hours without any are left out."""


class OutletCount(Struct, frozen=True, kw_only=True):
    """An outlet, and how many of its articles."""

    id: str
    """Its id."""
    name: str | None = None
    """Its name; left out where the store does not know the outlet."""
    country: str | None = None
    """Where it is at home."""
    articles: int | None = None
    """How many of its articles."""


class TopicCount(Struct, frozen=True, kw_only=True):
    """A media topic, and how many articles."""

    id: str
    """Its id."""
    name_ar: str | None = None
    """Its name in Arabic."""
    name_en: str | None = None
    """Its name in English."""
    broader: list[str] = msgspec.field(default_factory=list)
    """The ids above it, nearest first."""
    articles: int
    """How many articles."""


class EntityDetail(EntityItem, frozen=True, kw_only=True):
    """All about an entity."""

    hours: dict[str, int] | None = None
    """Articles by hour of publication (2026-01-28T14), of all that are counted; those without any are left out."""
    days: dict[str, int]
    """Articles by day of publication (2026-01-28)."""
    count: int | None = None
    """Never given: there is no window here."""
    media_topics: list[TopicCount]
    """Of the articles that name it, the most frequent first."""
    outlets_named: list[OutletCount]
    """That name it, the most frequent first."""
    with_: list[NamedEntity] = msgspec.field(name="with", default_factory=list)
    """Who is named in the same articles, the most frequent first."""
    with_dropped: int
    """Entries that `with` had to let go."""


class ArticleItem(Struct, frozen=True, kw_only=True):
    """An article in a list or on the live stream."""

    id: str
    """Its id."""
    url: str | None
    """Its address."""
    title: str
    """Its title."""
    source: Source
    """The outlet."""
    published_at: str | None
    """When it was published."""
    published_precision: Precision | None
    """How exactly that is known."""
    received_at: str
    """When its page was received."""
    section: str | None
    """Its section."""
    genre: Genre | None
    """Its genre."""
    revision: int
    """Which revision it is."""
    excerpt: str
    """How its text begins."""
    entities: list[NamedEntity]
    """The most salient ones."""
    media_topics: list[MediaTopic]
    """The most certain first."""
    quotes: int
    """How many quotes it has."""
    story: str | None = None
    """The story that it belongs to."""
    kept: bool | None = None
    """In a story: whether the store has it; else there is its id alone."""


class Revision(Struct, frozen=True, kw_only=True):
    """One revision of an article."""

    revision: int
    """Its number."""
    received_at: str
    """When its page was received."""
    title: str
    """Its title."""
    published_at: str | None
    """When it was published, as it says."""
    origin: Origin
    """Where its page stands."""


class ArticleDetail(EnrichedArticle, frozen=True, kw_only=True):
    """An article as it stands on `enriched`, without `chrome`, `evidence`, `extra` and `paragraphs`."""

    story: str | None
    """The story that it belongs to."""
    revisions: list[Revision]
    """All that are known, the earliest first."""
    repeats: int
    """Visits that found nothing new."""
    last_visit: str
    """When a page of it was last received."""


class QuotedArticle(Struct, frozen=True, kw_only=True):
    """Where a quote stands."""

    id: str
    """The article's id."""
    url: str | None
    """Its address."""
    title: str
    """Its title."""
    source: Source
    """The outlet."""
    published_at: str | None
    """When it was published."""


class QuoteItem(Struct, frozen=True, kw_only=True):
    """A quote."""

    text: str
    """What was said."""
    direct: bool
    """Whether it stands in quotation marks."""
    headline: bool
    """Whether it stands in the title."""
    verb: str | None
    """The word that introduces it."""
    speaker: NamedEntity | None
    """Who said it, where the text tells."""
    speaker_words: str | None
    """The words that stand for a source without a name."""
    about: list[NamedEntity]
    """Whom it names, but for the speaker."""
    article: QuotedArticle
    """Where it stands."""


class StoryItem(Story, frozen=True, kw_only=True):
    """A story as it stands on `stories`."""

    outlets: list[OutletCount]
    """Who carries it, the first to publish first."""


class StoryDetail(StoryItem, frozen=True, kw_only=True):
    """A story with its articles."""

    told: list[dict[str, Any]]
    """Its articles by time of publication, as lists have them; `kept` false: of an article that is older than what the
    store keeps there is only the id."""
    entities: list[NamedEntity]
    """Whom most of them name."""


class OutletItem(Struct, frozen=True, kw_only=True):
    """An outlet and its volume."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    country: str | None
    """Where it is at home."""
    articles: int
    """Articles published in the window."""
    articles_kept: int
    """Articles that the store has."""
    last_seen: str
    """When a page of it was last received."""
    last_published: str | None
    """The latest published_at."""
    hours: dict[str, int] | None = None
    """Articles by hour of publication; instead of `days` where the window is one of hours."""
    days: dict[str, int] | None = None
    """Articles by day of publication."""


class MediaTopicItem(Struct, frozen=True, kw_only=True):
    """A media topic over time."""

    id: str
    """Its id."""
    name_ar: str | None
    """Its name in Arabic; null of a user's own that was only met above others."""
    name_en: str | None
    """Its name in English; null of a user's own that was only met above others."""
    broader: list[str]
    """The ids above it, nearest first."""
    articles: int
    """Articles published in the window, about it or what is below it."""
    hours: dict[str, int] | None = None
    """By hour of publication; instead of `days` where the window is one of hours."""
    days: dict[str, int] | None = None
    """By day of publication."""


class CountryItem(Struct, frozen=True, kw_only=True):
    """A country of outlets."""

    country: str
    """ISO 3166 code."""
    articles: int
    """Articles of its outlets published in the window."""


class RejectedOriginal(Struct, frozen=True, kw_only=True):
    """Where a rejected record stands."""

    topic: str
    """Its topic."""
    partition: int
    """Its partition."""
    offset: int
    """Its offset."""
    size: int
    """Its bytes."""


class RejectedItem(Struct, frozen=True, kw_only=True):
    """A rejection, without the original itself."""

    id: str
    """topic-partition-offset of the original."""
    stage: str
    """Who refused it."""
    reason: str
    """One of the codes of docs/rejections.md."""
    detail: str
    """What was found."""
    at: str
    """The Kafka timestamp of the original."""
    original: RejectedOriginal
    """Where it stands."""
    version: str
    """Of Rasid."""


class ReasonCount(Struct, frozen=True, kw_only=True):
    """How many rejections a stage has for a reason."""

    stage: str
    """The stage."""
    reason: str
    """One of the codes of docs/rejections.md."""
    count: int
    """Rejections that the store holds."""
    last: str
    """When the last of them was."""


class StageHealth(Struct, frozen=True, kw_only=True):
    """A stage that reads a topic."""

    stage: str
    """Its name."""
    topic: str
    """What it reads."""
    behind: int
    """Offsets that it has not finished."""


class ReadModelHealth(Struct, frozen=True, kw_only=True):
    """How the dashboard itself does."""

    behind: dict[str, int]
    """Offsets that it has not read, by topic."""
    changed_at: str | None
    """When the store last changed."""


class Health(Struct, frozen=True, kw_only=True):
    """How the pipeline and the dashboard do."""

    healthy: bool
    """Whether the dashboard reads."""
    stages: list[StageHealth]
    """How far each stage is behind."""
    read_model: ReadModelHealth
    """How far the dashboard is behind."""
    articles_per_minute: list[int]
    """Articles received in each of the last 60 minutes, the latest last."""
    rejections_per_minute: list[int]
    """Rejections of the same minutes."""
    held: dict[str, int]
    """How much the store has, by kind."""
    newest_hour: str | None
    """The newest hour of publication, with which windows end."""


class Problem(Struct, frozen=True, kw_only=True):
    """An error, as RFC 9457 has it."""

    type: Literal["about:blank"]
    """What kind of problem it is; nothing more is said than by `status`."""
    title: str
    """What `status` means."""
    status: int
    """Of HTTP."""
    detail: str
    """What is wrong here, and what to do."""
