"""Every topic, declared once: what flows on it, how it is keyed, split and cleaned up, who writes and who reads it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

import msgspec

from streams.local_kafka.config import SLACK_BYTES
from streams.records.alerts import Alert, Hits
from streams.records.articles import Article
from streams.records.bands import Bands
from streams.records.counts import EntityCount
from streams.records.enriched import EnrichedArticle
from streams.records.mentions import Mentions
from streams.records.pages import RawPage
from streams.records.progress import Progress
from streams.records.rejected import Rejected, Replayed
from streams.records.repeats import Repeat
from streams.records.stories import Story
from streams.records.tagged import TaggedArticle
from streams.records.trends import Trend
from streams.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic, without the prefix."""

    name: str
    key: str
    """What the key is, in words."""
    partitions: Literal["articles", "entities", "larger"]
    """Which setting says how many: article_partitions, entity_partitions, or the larger of the two."""
    cleanup: Literal["delete", "compact"] = "delete"
    retention: timedelta | None = None
    """How long records are kept; None under compaction."""
    record: type[msgspec.Struct] | None = None
    """What the values are; None: state that only its own stage reads, or nothing is written on it yet."""
    written_by: tuple[str, ...]
    read_by: tuple[str, ...]
    meaning: str
    streamed: bool = False
    """Whether a stage consumes it in the workers' group; a stage restores its own table outside of it."""
    configs: tuple[tuple[str, str], ...] = ()
    """Settings of Kafka's own, beside those that follow from the fields above."""

    def count(self, settings: Settings) -> int:
        """Return the number of partitions."""
        counts = {"articles": settings.article_partitions, "entities": settings.entity_partitions}
        return counts.get(self.partitions, max(counts.values()))

    def kafka_configs(self, settings: Settings) -> dict[str, str]:
        """Return the settings with which the topic is made."""
        configs = {
            "cleanup.policy": self.cleanup,
            "max.message.bytes": str(settings.max_request_bytes + SLACK_BYTES),
            **dict(self.configs),
        }
        if self.retention is not None:
            configs["retention.ms"] = str(int(self.retention.total_seconds() * 1000))
        return configs


TOMBSTONES_KEPT = timedelta(days=1)
"""How long a compacted topic still says that a key was taken out; a store that is older is filled anew."""
COMPACTED = (
    ("segment.bytes", str(32 * 2**20)),
    ("min.cleanable.dirty.ratio", "0.2"),
    ("delete.retention.ms", str(int(TOMBSTONES_KEPT.total_seconds() * 1000))),
)
"""Small segments and early cleaning, so that a table is restored from little more than its live records."""
BROKER_TIME = (("message.timestamp.type", "LogAppendTime"),)
"""The broker's clock is the timestamp: a producer's own, far in the past, would have its page deleted at once."""
WEEK, MONTH = timedelta(days=7), timedelta(days=30)

TOPICS: dict[str, Topic] = {
    topic.name: topic
    for topic in (
        Topic(
            name="pages",
            key="the outlet (rasid push), or the producer's choice",
            partitions="articles",
            retention=WEEK,
            record=RawPage,
            written_by=("producers", "push", "rejected replay"),
            read_by=("clean",),
            meaning="raw scraped pages, as they came",
            streamed=True,
            configs=BROKER_TIME,
        ),
        Topic(
            name="articles",
            key="article id",
            partitions="articles",
            retention=WEEK,
            record=Article,
            written_by=("clean",),
            read_by=("tag_entities",),
            meaning="pages without their chrome; all visits to an article in one partition",
            streamed=True,
        ),
        Topic(
            name="repeats",
            key="article id",
            partitions="articles",
            retention=WEEK,
            record=Repeat,
            written_by=("tag_entities",),
            read_by=("users", "serve"),
            meaning="visits that found nothing new",
        ),
        Topic(
            name="tagged",
            key="article id",
            partitions="articles",
            retention=WEEK,
            record=TaggedArticle,
            written_by=("tag_entities",),
            read_by=("tag_topics",),
            meaning="articles with their entities, quotes and dates; an article's id alone: it is forgotten",
            streamed=True,
        ),
        Topic(
            name="enriched",
            key="article id",
            partitions="articles",
            retention=MONTH,
            record=EnrichedArticle,
            written_by=("tag_topics",),
            read_by=("users", "serve", "group", "alert"),
            meaning="finished articles with their media topics, each revision of them",
            streamed=True,
        ),
        Topic(
            name="mentions",
            key="none",
            partitions="entities",
            retention=WEEK,
            record=Mentions,
            written_by=("tag_topics",),
            read_by=("count",),
            meaning="what a batch of articles gives to one counting partition, and what it takes back",
            streamed=True,
        ),
        Topic(
            name="entity-counts",
            key="entity id",
            partitions="entities",
            cleanup="compact",
            record=EntityCount,
            written_by=("count",),
            read_by=("users", "serve"),
            meaning="the counting table: all that is counted of each entity",
            configs=COMPACTED,
        ),
        Topic(
            name="profiles",
            key="outlet id",
            partitions="articles",
            cleanup="compact",
            written_by=("clean",),
            read_by=("clean",),
            meaning="what was learnt of each outlet's chrome",
            configs=COMPACTED,
        ),
        Topic(
            name="revisions",
            key="article id",
            partitions="articles",
            cleanup="compact",
            written_by=("tag_entities",),
            read_by=("tag_entities",),
            meaning="the latest revision of each article, by which a visit is told as a repeat",
            configs=COMPACTED,
        ),
        Topic(
            name="contributions",
            key="article id",
            partitions="articles",
            cleanup="compact",
            written_by=("tag_topics",),
            read_by=("tag_topics",),
            meaning="what the latest revision of each article gave to the counts, to take it back",
            configs=COMPACTED,
        ),
        Topic(
            name="bands",
            key="none",
            partitions="articles",
            retention=WEEK,
            record=Bands,
            written_by=("group",),
            read_by=("group",),
            meaning="sketches of articles, in the partitions where those that may be alike meet, and what these find",
            streamed=True,
            configs=BROKER_TIME,
        ),
        Topic(
            name="grouping",
            key="chunk of articles, or article id",
            partitions="articles",
            cleanup="compact",
            written_by=("group",),
            read_by=("group",),
            meaning="the grouping table: the sketches of the last days, and where each grouped article belongs",
            configs=COMPACTED,
        ),
        Topic(
            name="stories",
            key="story id",
            partitions="articles",
            cleanup="compact",
            record=Story,
            written_by=("group",),
            read_by=("users", "serve"),
            meaning="the articles that tell the same text",
            configs=COMPACTED,
        ),
        Topic(
            name="trend-mentions",
            key="none",
            partitions="entities",
            retention=WEEK,
            record=Mentions,
            written_by=("tag_topics",),
            read_by=("trend",),
            meaning="the same as mentions, for a second reader",
            streamed=True,
        ),
        Topic(
            name="trending",
            key="entity or media topic id, or that and an hour",
            partitions="entities",
            cleanup="compact",
            written_by=("trend",),
            read_by=("trend",),
            meaning="the table of trends: each subject's past, and the stories of its latest days",
            configs=COMPACTED,
        ),
        Topic(
            name="trends",
            key="the trend's id: subject and last hour",
            partitions="entities",
            retention=MONTH,
            record=Trend,
            written_by=("trend",),
            read_by=("users", "serve", "alert"),
            meaning="entities, media topics and pairs named more or less than their past lets expect",
        ),
        Topic(
            name="hits",
            key="none",
            partitions="entities",
            retention=WEEK,
            record=Hits,
            written_by=("alert",),
            read_by=("alert",),
            meaning="which rules of alerts articles and trends match, in the partitions of the rules",
            configs=BROKER_TIME,
        ),
        Topic(
            name="rules",
            key="rule id",
            partitions="entities",
            cleanup="compact",
            written_by=("alert",),
            read_by=("alert",),
            meaning="the table of alerts: what is remembered of each rule",
            configs=COMPACTED,
        ),
        Topic(
            name="alerts",
            key="rule id",
            partitions="entities",
            retention=MONTH,
            record=Alert,
            written_by=("alert",),
            read_by=("users", "serve", "notify"),
            meaning="rules of the user that came true",
        ),
        Topic(
            name="rejected",
            key="the original's key",
            partitions="articles",
            retention=MONTH,
            record=Rejected,
            written_by=("every stage",),
            read_by=("rejected list", "rejected show", "rejected replay", "serve"),
            meaning="records that a stage refused, with why, where and the original",
        ),
        Topic(
            name="replayed",
            key="id of the rejected record",
            partitions="articles",
            retention=2 * MONTH,
            record=Replayed,
            written_by=("rejected replay",),
            read_by=("rejected replay",),
            meaning="which rejected originals were put back on pages",
        ),
        Topic(
            name="progress",
            key="stage",
            partitions="larger",
            cleanup="compact",
            record=Progress,
            written_by=("stages with a table",),
            read_by=("stages with a table",),
            meaning="which records a table partition has applied",
            configs=COMPACTED,
        ),
    )
}
