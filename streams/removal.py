"""Taking away all that a prefix has on a broker, together: part of it would make new pages meet old progress."""

import asyncio
import time
from typing import NamedTuple

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import for_code
from aiokafka.protocol.admin import DeleteGroupsRequest

from streams import kafka_client
from streams.lag import coordinator, group
from streams.settings import Settings
from streams.topics import TOPICS, TopicError, describe

GONE_SECONDS = 30.0
"""How long the broker may take until deleted topics are gone."""
NO_SUCH_GROUP = 69
"""Kafka's error code of a group that never was."""


class Found(NamedTuple):
    """What a prefix has on a broker."""

    topics: list[str]
    """Declared topics that are there, without the prefix."""
    others: list[str]
    """Topics under the prefix that nobody declared; they are left alone."""
    workers: int
    """Members of the consumer group."""


async def find(settings: Settings) -> Found:
    """Return what the settings' prefix has on the broker."""
    there = await describe(settings)
    admin = AIOKafkaAdminClient(**kafka_client.connection(settings))
    try:
        await admin.start()
        broker = await coordinator(admin, settings)
        described = (await admin.describe_consumer_groups([group(settings)], broker))[0].groups[0]
    finally:
        await admin.close()
    topics = [name for name in there if name in TOPICS]
    return Found(topics, [name for name in there if name not in TOPICS], len(described[5]))


async def remove(settings: Settings, topics: list[str]) -> None:
    """Delete topics, and the consumer group with its offsets; wait until the topics are gone.

    Transactional ids cannot be deleted: the broker forgets them by itself (after seven days, unless it is set
    otherwise), and until then they do nothing but fence a worker of before.

    Raises
    ------
    TopicError
        When the broker refuses, or the topics are not gone in time.
    """
    admin = AIOKafkaAdminClient(**kafka_client.connection(settings))
    try:
        await admin.start()
        # The group first: a worker that starts meanwhile must not find offsets of topics that are gone.
        broker = await coordinator(admin, settings)
        answer = await admin._send_request(DeleteGroupsRequest([group(settings)]), broker)  # noqa: SLF001 - there is no other way
        for name, code in answer.results:
            if code not in (0, NO_SUCH_GROUP):
                raise TopicError(f"the broker does not delete the group {name}: {for_code(code).__name__}")
        if topics:
            await admin.delete_topics([settings.topic(name) for name in topics])
    finally:
        await admin.close()
    deadline = time.monotonic() + GONE_SECONDS
    while left := sorted(set(topics) & (await describe(settings)).keys()):
        if time.monotonic() > deadline:
            raise TopicError(f"still there after {GONE_SECONDS:.0f} s: {', '.join(left)}; can topics be deleted there?")
        await asyncio.sleep(0.2)
