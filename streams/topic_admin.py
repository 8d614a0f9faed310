"""The topics as a broker has them: what is there, what is missing or split otherwise than declared, and making it."""

import asyncio
import time
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import for_code

from streams.kafka_client import connection, reading
from streams.settings import Settings
from streams.topics import TOPICS, Topic

READY_SECONDS, PARTITION_SECONDS = 30.0, 0.1
"""How long new topics may take until each partition has a leader, and how much longer for each partition."""
MADE_AT_ONCE = 256
"""Partitions that are asked for in one request: the broker makes all of them before it answers."""
ALREADY_EXISTS = 36
"""Kafka's error code of a topic that somebody else made in the meantime."""


class TopicError(RuntimeError):
    """A topic cannot be made, or is not as it is declared; the message says which and what to do."""


async def describe(settings: Settings) -> dict[str, int]:
    """Return the topics under the prefix, as the broker says.

    Returns
    -------
    dict
        Partition count by name without the prefix, sorted; topics that nobody declared stand in it too.
    """
    admin = AIOKafkaAdminClient(**connection(settings))
    try:
        await admin.start()
        return {name: len(leaders) for name, leaders in (await _leaders(admin, settings.prefix)).items()}
    finally:
        await admin.close()


async def apply(settings: Settings) -> list[str]:
    """Make the topics that are missing, and wait until each of their partitions has a leader.

    Returns
    -------
    list
        Names, without the prefix, of the topics made.

    Raises
    ------
    TopicError
        When a topic exists with another partition count, or the broker refuses to make one.
    """
    admin = AIOKafkaAdminClient(**connection(settings))
    try:
        await admin.start()
        existing = await _leaders(admin, settings.prefix)
        wrong = mismatches({name: len(leaders) for name, leaders in existing.items()}, settings)
        if wrong:
            raise TopicError("\n".join(wrong))
        missing = [topic for name, topic in TOPICS.items() if name not in existing]
        if missing:
            await _create(admin, missing, settings)
        return [topic.name for topic in missing]
    finally:
        await admin.close()


def mismatches(counts: dict[str, int], settings: Settings) -> list[str]:
    """Return what is wrong with topics that have another partition count than declared, and what to do."""
    names = {"articles": "article_partitions", "entities": "entity_partitions"}
    wrong: dict[tuple[int, int, str], list[str]] = {}
    for name, topic in TOPICS.items():
        wanted, found = topic.count(settings), counts.get(name)
        if found is not None and found != wanted:
            setting = names.get(topic.partitions, "article_partitions and entity_partitions")
            wrong.setdefault((found, wanted, setting), []).append(settings.topic(name))
    return [
        f"{', '.join(topics)}: {found} partitions are there, the settings say {wanted}. "
        f"Set {setting} to what the topics were made with, or use another prefix"
        for (found, wanted, setting), topics in wrong.items()
    ]


async def _create(admin: AIOKafkaAdminClient, topics: list[Topic], settings: Settings) -> None:
    wanted = {topic.name: topic.count(settings) for topic in topics}
    at_once = max(1, MADE_AT_ONCE // max(wanted.values()))
    for first in range(0, len(topics), at_once):
        made = [
            NewTopic(
                settings.topic(topic.name),
                wanted[topic.name],
                settings.replication_factor,
                topic_configs=topic.kafka_configs(settings),
            )
            for topic in topics[first : first + at_once]
        ]
        for name, code, *message in (await admin.create_topics(made)).topic_errors:
            if code not in (0, ALREADY_EXISTS):
                detail = next(iter(message), None) or for_code(code).__name__
                raise TopicError(f"the broker does not make topic {name}: {detail}")
    patience = READY_SECONDS + PARTITION_SECONDS * sum(wanted.values())
    deadline = time.monotonic() + patience
    while True:
        found = await _leaders(admin, settings.prefix)
        waiting = [n for n, count in wanted.items() if sum(leader >= 0 for leader in found.get(n, ())) < count]
        if not waiting:
            break
        if time.monotonic() > deadline:
            raise TopicError(f"no leader for topics {', '.join(waiting)} after {patience:.0f} s")
        await asyncio.sleep(0.1)
    await _led(topics, settings)


async def _led(topics: list[Topic], settings: Settings) -> None:
    """Wait until the leaders serve: a producer that comes before would log a warning for each of its tries."""
    consumer = AIOKafkaConsumer(**reading(settings))
    await consumer.start()
    try:
        await consumer.end_offsets(
            [TopicPartition(settings.topic(t.name), number) for t in topics for number in range(t.count(settings))]
        )
    finally:
        await consumer.stop()


async def _leaders(admin: AIOKafkaAdminClient, prefix: str) -> dict[str, list[int]]:
    """Return the leader of each partition, -1 for none, of the topics under the prefix."""
    # All topics are asked for: to ask by name makes a broker with auto-creation create them.
    topics: list[dict[str, Any]] = await admin.describe_topics()
    return {
        topic["topic"].removeprefix(prefix): [partition["leader"] for partition in topic["partitions"]]
        for topic in sorted(topics, key=lambda topic: str(topic["topic"]))
        if topic["topic"].startswith(prefix)
    }
