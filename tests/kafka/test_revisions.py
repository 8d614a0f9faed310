"""An article that is visited again, on a real Kafka: told once, counted as it was seen last."""

import asyncio
from pathlib import Path

import orjson
import pytest
from aiokafka import AIOKafkaProducer

from streams import kafka_client, topic_admin
from streams.records.codec import Codec
from streams.records.counts import EntityCount
from streams.records.enriched import EnrichedArticle
from streams.records.repeats import Repeat
from streams.settings import Settings
from tests.faults.topic_records import read_all
from tests.faults.workers import Worker, through

pytestmark = pytest.mark.kafka

SECONDS = 120
FIRST = "وصل وفد من مصر إلى الخرطوم صباح اليوم لبحث التعاون في مجال الطاقة والمياه بين البلدين الشقيقين."
SECOND = "وصل وفد من تونس إلى الخرطوم صباح اليوم لبحث التعاون في مجال الطاقة والمياه بين البلدين الشقيقين."


def page(text: str) -> bytes:
    return orjson.dumps({"id": "a", "source": "شراع", "title": "مباحثات لتعزيز التعاون في الطاقة", "text": text})


async def visit(settings: Settings, worker: Worker, text: str, partition: int) -> None:
    """Push a page to a partition, and wait until it is through."""
    async with AIOKafkaProducer(**kafka_client.producing(settings)) as producer:
        await producer.send_and_wait(settings.topic("pages"), page(text), partition=partition)
    await through(settings, [worker], SECONDS)


async def counted(settings: Settings) -> dict[str, int]:
    """Return how many articles name each entity now."""
    found: dict[str, int] = {}
    for key, value in await read_all(settings, "entity-counts", settings.entity_partitions):
        found[(key or b"").decode()] = 0 if value is None else Codec(EntityCount).decode(value).articles
    return {entity: articles for entity, articles in found.items() if articles}


def test_visits_meet_across_partitions_and_restarts(kafka_settings: Settings, tmp_path: Path):
    """A repeat is told and counts nothing, a revision replaces; whatever partition a page is in, whoever was killed."""

    async def run() -> None:
        await topic_admin.apply(kafka_settings)
        worker = Worker(kafka_settings, tmp_path / "worker.log")
        try:
            await visit(kafka_settings, worker, FIRST, 0)
            first = await counted(kafka_settings)
            await visit(kafka_settings, worker, FIRST, 1)
            worker.kill()
            worker.start()
            await visit(kafka_settings, worker, FIRST, 0)
            assert await counted(kafka_settings) == first
            await visit(kafka_settings, worker, SECOND, 1)
        finally:
            worker.stop()
        enriched = await read_all(kafka_settings, "enriched", 2)
        articles = [Codec(EnrichedArticle).decode(value) for _, value in enriched]
        repeats = [Codec(Repeat).decode(value) for _, value in await read_all(kafka_settings, "repeats", 2)]
        assert [(article.revision, article.replaces) for article in articles] == [(1, None), (2, articles[0].origin)]
        assert [(repeat.origin.partition, repeat.revision, repeat.first_origin) for repeat in repeats] == [
            (1, 1, articles[0].origin),
            (0, 1, articles[0].origin),
        ]
        assert {key for key, _ in enriched} == {b"a"}
        now = await counted(kafka_settings)
        assert ("loc:egypt" in first, "loc:egypt" in now, now.get("loc:tunisia")) == (True, False, 1)
        assert set(now.values()) == {1}

    asyncio.run(run())


def test_without_revisions_each_visit_counts(kafka_settings: Settings, tmp_path: Path):
    """Four visits are four articles, and no repeat is told."""

    async def run() -> tuple[list[int], int, set[int]]:
        await topic_admin.apply(kafka_settings)
        worker = Worker(kafka_settings, tmp_path / "worker.log", revisions="off")
        try:
            for partition in (0, 1, 0, 1):
                await visit(kafka_settings, worker, FIRST, partition)
        finally:
            worker.stop()
        articles = [Codec(EnrichedArticle).decode(value) for _, value in await read_all(kafka_settings, "enriched", 2)]
        repeats = await read_all(kafka_settings, "repeats", 2)
        return [article.revision for article in articles], len(repeats), set((await counted(kafka_settings)).values())

    assert asyncio.run(run()) == ([1] * 4, 0, {4})
