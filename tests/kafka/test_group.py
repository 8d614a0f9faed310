"""Stories on a real Kafka: found across partitions, the same after a kill, and after everything comes again."""

import asyncio
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from streams import kafka_client, topics
from streams.partition import partition_of
from streams.records.articles import Article
from streams.records.codec import Codec, encode
from streams.records.stories import Story
from streams.settings import Settings
from tests.agents.group.texts import copies
from tests.faults.workers import Worker, through

pytestmark = pytest.mark.kafka

STORIES = 60
SECONDS = 90


async def publish(settings: Settings, articles: list[Article]) -> None:
    """Write articles as the last tagging stage does, in the partitions of their pages."""
    producer = AIOKafkaProducer(**kafka_client.producing(settings))
    await producer.start()
    try:
        for article in articles:
            await producer.send(
                settings.topic("enriched"),
                encode(article).replace(b"rasid.article/1", b"rasid.enriched/1"),
                article.id.encode(),
                partition=article.origin.partition,
            )
        await producer.flush()
    finally:
        await producer.stop()


async def published(settings: Settings) -> list[tuple[int, bytes, Story]]:
    """Read every record of the stories topic, in order: partition, value, story."""
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings))
    await consumer.start()
    found: list[tuple[int, bytes, Story]] = []
    decode = Codec(Story).decode
    try:
        partitions = [TopicPartition(settings.topic("stories"), n) for n in range(settings.article_partitions)]
        consumer.assign(partitions)
        ends = await consumer.end_offsets(partitions)
        await consumer.seek_to_beginning(*partitions)
        while any([await consumer.position(tp) < end for tp, end in ends.items()]):
            for tp, records in (await consumer.getmany(timeout_ms=200)).items():
                found += [(tp.partition, record.value, decode(record.value)) for record in records]
    finally:
        await consumer.stop()
    return found


def latest(records: list[tuple[int, bytes, Story]]) -> dict[str, bytes]:
    """Return what compaction leaves: the last value of each story."""
    return {story.id: value for _, value, story in records}


def test_stories_are_found_survive_a_kill_and_a_replay_changes_nothing(kafka_settings: Settings, tmp_path: Path):
    """Three outlets carry sixty stories; the worker is killed while they come in; then all of it comes again."""

    async def run() -> None:
        await topics.apply(kafka_settings)
        articles = list(copies(STORIES, 3))
        worker = Worker(kafka_settings, tmp_path / "worker.log", "group")
        try:
            await publish(kafka_settings, articles[: STORIES * 2])
            await asyncio.sleep(4)
            worker.kill()
            await publish(kafka_settings, articles[STORIES * 2 :])
            worker.start()
            await through(kafka_settings, [worker], SECONDS)
            first = await published(kafka_settings)
            await publish(kafka_settings, articles)
            await through(kafka_settings, [worker], SECONDS)
            again = await published(kafka_settings)
        finally:
            worker.stop()

        expected = sorted(sorted(f"n{copy * STORIES + story}" for copy in range(3)) for story in range(STORIES))
        final = {story.id: story for _, _, story in first}
        assert sorted(sorted(story.articles) for story in final.values()) == expected
        assert {story.parent for story in final.values()} == {f"n{story}" for story in range(STORIES)}
        assert all(partition_of(story.id, 2) == partition for partition, _, story in first)
        assert latest(again) == latest(first)
        assert len(again) == len(first)

    asyncio.run(run())
