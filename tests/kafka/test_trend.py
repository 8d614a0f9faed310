"""Trends on a real Kafka: what is published is what the pure function says, each record once, also after kills."""

import asyncio
from pathlib import Path

import msgspec
import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from agents.trend import partition
from streams import kafka_client, topic_admin
from streams.partition import partition_of
from streams.records.codec import encode
from streams.records.mentions import MentioningArticle, Mentions
from streams.settings import Settings
from tests.agents.trend.made import HOUR, TODAY, Memory, fingerprint, news, past
from tests.faults.workers import Worker, through

pytestmark = pytest.mark.kafka

SECONDS = 120
BATCH = 8
IDS = ("loc:egypt", "loc:sudan", "per:a", "per:b")


def owned(article: MentioningArticle, number: int, settings: Settings) -> bool:
    """Whether an article, of a single entity each, belongs to a partition."""
    return partition_of(article.entities[0].id, settings.entity_partitions) == number


def stream() -> list[MentioningArticle]:
    """Return a past of three weeks and two hours of bursts."""
    bursts = [article for hour in (10, 11) for id_ in IDS for article in news(40, TODAY + hour * HOUR, ids=[id_])]
    outlets = [f"outlet{n % 5}" for n in range(len(bursts))]
    varied = [
        msgspec.structs.replace(article, source=outlet, article_id=f"b{n}", fingerprint=fingerprint(n))
        for n, (article, outlet) in enumerate(zip(bursts, outlets, strict=True))
    ]
    return [*past(IDS), *varied]


async def publish(settings: Settings, articles: list[MentioningArticle]) -> None:
    """Write mentions as the last tagging stage does."""
    producer = AIOKafkaProducer(**kafka_client.producing(settings))
    await producer.start()
    try:
        for number in range(settings.entity_partitions):
            mine = [article for article in articles if owned(article, number, settings)]
            for start in range(0, len(mine), BATCH):
                value = encode(Mentions(articles=mine[start : start + BATCH]))
                await producer.send(settings.topic("trend-mentions"), value, partition=number)
        await producer.flush()
    finally:
        await producer.stop()


async def published(settings: Settings) -> dict[int, list[bytes]]:
    """Read every record of the topic, in order, by partition."""
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings))
    await consumer.start()
    found: dict[int, list[bytes]] = {number: [] for number in range(settings.entity_partitions)}
    try:
        partitions = [TopicPartition(settings.topic("trends"), number) for number in found]
        consumer.assign(partitions)
        ends = await consumer.end_offsets(partitions)
        await consumer.seek_to_beginning(*partitions)
        while any([await consumer.position(tp) < end for tp, end in ends.items()]):
            for tp, records in (await consumer.getmany(timeout_ms=200)).items():
                found[tp.partition] += [record.value for record in records]
    finally:
        await consumer.stop()
    return found


def test_trends_survive_kills(kafka_settings: Settings, tmp_path: Path):
    """The worker is killed twice under load; every record is there once, as if nothing had happened."""

    async def run() -> dict[int, list[bytes]]:
        await topic_admin.apply(kafka_settings)
        articles = stream()
        half = len(articles) - 100
        worker = Worker(kafka_settings, tmp_path / "worker.log", "trend")
        try:
            for part in (articles[: half // 2], articles[half // 2 : half]):
                await publish(kafka_settings, part)
                await asyncio.sleep(4)
                worker.kill()
                worker.start()
            await publish(kafka_settings, articles[half:])
            await through(kafka_settings, [worker], SECONDS)
            return await published(kafka_settings)
        finally:
            worker.stop()

    expected = {}
    for number in range(kafka_settings.entity_partitions):
        rows = Memory()
        mine = [article for article in stream() if owned(article, number, kafka_settings)]
        made = [trend for article in mine for trend in partition.add(rows, number, article, kafka_settings)]
        expected[number] = [encode(trend) for trend in made]
    found = asyncio.run(run())

    assert all(expected.values())
    assert found == expected
