"""What befalls topics: they refuse what is written."""

import asyncio
import time
from collections.abc import Collection, Mapping

from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import for_code

from streams import kafka_client
from streams.records.codec import Codec
from streams.records.rejected import Rejected
from streams.settings import Settings
from streams.topics import TOPICS
from tests.faults.scene import Scene
from tests.faults.topic_records import read_all, read_records

ENDS_SECONDS = 180
REFUSING_SECONDS = 8
POISONED = ("articles", "tagged", "enriched", "mentions", "trend-mentions", "bands")
POISON = (
    b"",
    b"{not json",
    b"\xff\xfe",
    b"null",
    b"[]",
    b'{"schema": 5}',
    b'{"schema": "rasid.article/9", "id": "x"}',
    b'{"schema": "rasid.article/1", "id": 5, "entities": {}, "articles": [[]], "relations": 1}',
    b"[" * 5000 + b"]" * 5000,
)
"""What is no record of any topic."""
KEYS = (None, b"", b"\xff\xfe", b"k" * 100_000)
REJECTED_SECONDS = 120


async def refuse_enriched(scene: Scene) -> None:
    """Have `enriched` take no record; workers end rather than skip one, until it takes them again."""
    await _refuse(scene, "enriched")


async def refuse_rejected(scene: Scene) -> None:
    """Have `rejected` take no record; workers end rather than skip a bad page, until it takes them again."""
    await _refuse(scene, "rejected")


async def poison(scene: Scene) -> None:
    """Write what is no record to the topics that stages read from each other: all of it must be rejected."""
    settings = scene.settings
    await scene.under_way()
    written = 0
    async with AIOKafkaProducer(**kafka_client.producing(settings)) as producer:
        for topic in POISONED:
            for partition in range(TOPICS[topic].count(settings)):
                for value in POISON:
                    key = scene.chance.choice(KEYS)
                    await producer.send_and_wait(settings.topic(topic), value, key=key, partition=partition)
                    written += 1
    await scene.under_way()
    starts = sum(worker.starts for worker in scene.workers)
    deadline = time.monotonic() + REJECTED_SECONDS
    while (found := await _rejected_of(settings, POISONED)) < written:
        if time.monotonic() > deadline:
            raise AssertionError(f"{found} of {written} records that are none are rejected")
        await asyncio.sleep(1)
    if starts > len(scene.workers):
        raise AssertionError(f"{starts} starts of {len(scene.workers)} workers, and nothing is so bad as to end one")


async def _rejected_of(settings: Settings, topics: Collection[str]) -> int:
    """Return how many records of some topics are rejected."""
    names = {settings.topic(name) for name in topics}
    records = await read_all(settings, "rejected", settings.article_partitions)
    return sum(Codec(Rejected).decode(value).original.topic in names for _, value in records)


async def _refuse(scene: Scene, topic: str) -> None:
    await scene.under_way()
    starts = sum(worker.starts for worker in scene.workers)
    await alter(scene.settings, topic, {"max.message.bytes": "100"})
    deadline = time.monotonic() + ENDS_SECONDS
    while sum(worker.starts for worker in scene.workers) == starts:
        if time.monotonic() > deadline:
            raise AssertionError(f"no worker ended, and {topic} takes nothing")
        for worker in scene.workers:
            worker.revive()
        await asyncio.sleep(0.2)
    before = await committed_records(scene.settings, topic)
    await asyncio.sleep(REFUSING_SECONDS)
    after = await committed_records(scene.settings, topic)
    await alter(scene.settings, topic, {})
    if after != before:
        raise AssertionError(f"{after - before} records more on {topic}, which takes none")


async def alter(settings: Settings, topic: str, changed: Mapping[str, str]) -> None:
    """Give a topic its declared configuration, with something changed."""
    configs = {**TOPICS[topic].kafka_configs(settings), **changed}
    admin = AIOKafkaAdminClient(**kafka_client.connection(settings))
    await admin.start()
    try:
        resource = ConfigResource(ConfigResourceType.TOPIC, settings.topic(topic), configs)
        for response in await admin.alter_configs([resource]):
            for code, message, *_ in response.resources:
                if code:
                    raise for_code(code)(message)
    finally:
        await admin.close()


async def committed_records(settings: Settings, topic: str) -> int:
    """Return how many records of a topic a reader sees."""
    records = await read_records(settings, topic, TOPICS[topic].count(settings))
    return sum(map(len, records.values()))
