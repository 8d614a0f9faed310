"""How far the workers' consumer group is behind, by what the broker says."""

import asyncio
import time
from collections.abc import Sequence

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import GroupCoordinatorNotAvailableError

from streams import kafka_client, topics
from streams.settings import Settings

APART = frozenset({"alert"})
"""Stages that run in workers of their own."""
COORDINATOR_SECONDS = 20.0
"""How long a new broker may take until it looks after groups."""


def group(settings: Settings) -> str:
    """Return the name of the consumer group that all workers of a prefix share."""
    return f"{settings.prefix}worker"


def group_of(settings: Settings, stages: Sequence[str]) -> str:
    """Return the consumer group of a worker that runs some stages.

    A stage that reads what another one reads too has workers and a group of its own: in one group a partition has one
    reader only.
    """
    return f"{settings.prefix}{stages[0]}" if set(stages) <= APART else group(settings)


def groups(settings: Settings) -> list[str]:
    """Return all consumer groups that workers of a prefix can have."""
    return [group(settings), *(group_of(settings, [stage]) for stage in sorted(APART))]


async def coordinator(admin: AIOKafkaAdminClient, settings: Settings, name: str = "") -> int:
    """Return the id of the broker that looks after a group; a new broker takes some seconds until one does.

    Parameters
    ----------
    name
        The group's; empty: the workers'.

    Raises
    ------
    GroupCoordinatorNotAvailableError
        When none does in time.
    """
    deadline = time.monotonic() + COORDINATOR_SECONDS
    while True:
        try:
            found: int = await admin.find_coordinator(name or group(settings))
        except GroupCoordinatorNotAvailableError:
            if time.monotonic() > deadline:
                raise
            await asyncio.sleep(0.2)
        else:
            return found


async def lag(settings: Settings) -> dict[str, int]:
    """Return how many offsets of the topics that stages read are not finished, as the broker says.

    Returns
    -------
    dict
        Offsets behind, by `topic[partition]` without the prefix, where there are any. Markers of transactions count as
        offsets too: nothing behind means that the group has committed up to the very end.
    """
    admin = AIOKafkaAdminClient(**kafka_client.connection(settings))
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings) | {"isolation_level": "read_uncommitted"})
    try:
        await admin.start()
        await consumer.start()
        read = {name: topic.count(settings) for name, topic in topics.TOPICS.items() if topic.streamed}
        tps = [TopicPartition(settings.topic(name), p) for name, count in read.items() for p in range(count)]
        committed = await admin.list_consumer_group_offsets(group(settings), await coordinator(admin, settings))
        ends: dict[TopicPartition, int] = await consumer.end_offsets(tps)
    finally:
        await admin.close()
        await consumer.stop()
    behind = {}
    for tp, end in ends.items():
        offset = max(0, committed[tp].offset) if tp in committed else 0
        if end > offset:
            behind[f"{tp.topic.removeprefix(settings.prefix)}[{tp.partition}]"] = end - offset
    return behind
