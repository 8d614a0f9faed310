"""Outlets' profiles on a real Kafka: a page that comes to the stage again is skipped, not decided anew."""

import asyncio
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition

from streams import kafka_client, topics
from streams.lag import group
from streams.settings import Settings
from tests.faults.topic_records import read_all
from tests.faults.truth import pages
from tests.faults.workers import Worker, push, through

pytestmark = pytest.mark.kafka

SECONDS = 90


async def rewind(settings: Settings) -> None:
    """Have the workers' group begin again at the first page, as if its offsets had never been committed."""
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings), group_id=group(settings))
    await consumer.start()
    try:
        tps = [TopicPartition(settings.topic("pages"), p) for p in range(settings.article_partitions)]
        consumer.assign(tps)
        await consumer.commit(dict.fromkeys(tps, 0))
    finally:
        await consumer.stop()


def test_a_replay_skips_what_was_decided(kafka_settings: Settings, tmp_path: Path):
    """Pages cleaned before their outlet's own line was known keep their articles when all comes again; profiles too."""

    async def run() -> list[list[tuple[bytes | None, bytes | None]]]:
        await topics.apply(kafka_settings)
        await push(kafka_settings, pages(200, 21))
        found = []
        for n in range(2):
            worker = Worker(kafka_settings, tmp_path / f"worker{n}.log")
            try:
                await through(kafka_settings, [worker], SECONDS)
            finally:
                worker.stop()
            found.append([await read_all(kafka_settings, topic, 2) for topic in ("articles", "rejected", "profiles")])
            await rewind(kafka_settings)
        return found

    first, again = asyncio.run(run())
    assert [len(records) for records in first] == [len(records) for records in again]
    assert again == first
