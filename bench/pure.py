"""The stages' pure functions on one core, alone and in a row, with no broker."""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import msgspec

from agents.count.tally import add
from agents.evaluate.trends import Memory
from agents.group.offline import Grouping
from agents.group.step import sketched
from agents.offline import Pipeline
from agents.stage import Incoming
from agents.tag_topics.mentions import mentions
from agents.trend import partition
from bench.table import Figure
from streams.records.articles import Article
from streams.records.codec import Codec, encode
from streams.records.counts import EntityCount
from streams.records.enriched import EnrichedArticle
from streams.records.tagged import TaggedArticle
from streams.settings import Settings

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH = 64
TREND_START = datetime(2026, 1, 1, tzinfo=UTC)
TREND_APART = timedelta(minutes=10)
"""Between two articles, so that two thousand of them are a past of two weeks."""
WARM = 128
"""Pages that go first and are not timed: what is loaded late is loaded then."""


def measure(pages: Sequence[bytes]) -> list[Figure]:
    """Time each stage on all pages, then the chain."""
    settings = Settings()
    pipeline = Pipeline(settings)
    records = [Incoming("bench.pages", 0, n, 1_770_000_000_000, None, value) for n, value in enumerate(pages)]
    for start in range(0, min(WARM, len(records)), BATCH):
        pipeline.enrich(records[start : start + BATCH])
    fresh = Pipeline(settings)
    cleaned, clean_seconds = _timed(lambda: [fresh.clean(record) for record in records])
    articles = [article for article in cleaned if isinstance(article, Article)]
    tagged, tag_seconds = _timed(lambda: _batched(fresh.tagger.tag, articles))
    enriched, topic_seconds = _timed(lambda: _batched(fresh.classifier.enrich, tagged))
    counted, count_seconds = _timed(lambda: _count(enriched, settings))
    spread, trend_seconds = _timed_trends(enriched, settings)
    grouping = Grouping()
    _, group_seconds = _timed(lambda: [grouping.add(sketched(part)) for part in _parts(articles)])
    _, chain_seconds = _timed(lambda: _chain(Pipeline(settings), records))
    codec = Codec(TaggedArticle)
    _, codec_seconds = _timed(lambda: [codec.decode(encode(article)) for article in tagged])
    n, megabytes = len(articles), sum(map(len, pages)) / 1e6
    return [
        Figure(
            "clean", len(records) / clean_seconds, "pages/s", f"one core; {megabytes / len(pages) * 1000:.1f} kB each"
        ),
        Figure("tag_entities", n / tag_seconds, "articles/s", "one core"),
        Figure("tag_topics", n / topic_seconds, "articles/s", "one core"),
        Figure("count", n / count_seconds, "articles/s", f"one core; {counted:.1f} entities an article"),
        Figure(
            "trend", n / trend_seconds, "articles/s", f"one core; articles of {spread:.0f} days, one after the other"
        ),
        Figure("group", n / group_seconds, "articles/s", "one core; sketches and stories"),
        Figure("encode and decode a tagged article", n / codec_seconds, "articles/s", "one core"),
        Figure("clean, tag_entities, tag_topics in a row", len(records) / chain_seconds, "pages/s", "one core"),
    ]


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """Return the result and the processor seconds that it took: what else the machine does is not counted."""
    began = time.process_time()
    result = work()
    return result, time.process_time() - began


def _parts(items: Sequence[Item]) -> list[Sequence[Item]]:
    return [items[start : start + BATCH] for start in range(0, len(items), BATCH)]


def _batched(function: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> list[Result]:
    return [result for part in _parts(items) for result in function(part)]


def _chain(pipeline: Pipeline, records: Sequence[Incoming]) -> None:
    for start in range(0, len(records), BATCH):
        pipeline.enrich(records[start : start + BATCH])


def _count(enriched: Sequence[EnrichedArticle], settings: Settings) -> float:
    counts: dict[str, EntityCount] = {}
    named = 0
    for part in _parts(enriched):
        for record in mentions([(article, None) for article in part], settings.entity_partitions).values():
            for article in record.articles:
                for entity in article.entities:
                    counts[entity.id] = add(counts.get(entity.id), article, entity, settings)
                    named += 1
    return named / len(enriched)


def _timed_trends(enriched: Sequence[EnrichedArticle], settings: Settings) -> tuple[float, float]:
    """Time the stage on articles as if each had been published some minutes after the one before and read at once."""
    in_turn = [
        msgspec.structs.replace(
            article,
            published_at=(at := (TREND_START + number * TREND_APART).strftime("%Y-%m-%dT%H:%M:%SZ")),
            published_precision="minute",
            published_from="metadata",
            received_at=at,
        )
        for number, article in enumerate(enriched)
    ]
    records = [
        (number, article)
        for part in _parts(in_turn)
        for number, record in mentions([(each, None) for each in part], settings.entity_partitions).items()
        for article in record.articles
    ]
    rows = [Memory() for _ in range(settings.entity_partitions)]
    _, seconds = _timed(lambda: [partition.add(rows[number], number, article, settings) for number, article in records])
    return len(enriched) * TREND_APART / timedelta(days=1), seconds
