"""Taking away all that a prefix has, together: part of it would make new pages meet old progress."""

import asyncio
import shutil
import time
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import for_code
from aiokafka.protocol.admin import DeleteGroupsRequest

from streams import kafka_client
from streams.lag import coordinator, groups
from streams.settings import Settings
from streams.store import folders
from streams.store.folder_lock import FolderLock
from streams.topic_admin import TopicError, describe
from streams.topics import TOPICS

GONE_SECONDS = 30.0
"""How long the broker may take until deleted topics are gone."""
NO_GROUP = "Dead"
"""What Kafka says of the state of a group that is not there."""


class Found(NamedTuple):
    """What a prefix has on a broker and in the data folder."""

    topics: list[str]
    """Declared topics that are there, without the prefix."""
    others: list[str]
    """Topics under the prefix that nobody declared; they are left alone."""
    groups: list[str]
    """Consumer groups with their offsets."""
    workers: int
    """Members of those groups."""
    stores: list[Path]
    """Folders in which workers of this machine kept tables."""


async def find(settings: Settings) -> Found:
    """Return what the settings' prefix has."""
    there = await describe(settings)
    found, workers = [], 0
    admin = AIOKafkaAdminClient(**kafka_client.connection(settings))
    try:
        await admin.start()
        for name in groups(settings):
            broker = await coordinator(admin, settings, name)
            _, _, state, _, _, members, *_ = (await admin.describe_consumer_groups([name], broker))[0].groups[0]
            workers += len(members)
            if state != NO_GROUP:
                found.append(name)
    finally:
        await admin.close()
    topics = [name for name in there if name in TOPICS]
    others = [name for name in there if name not in TOPICS]
    return Found(topics, others, found, workers, folders.kept(settings, list(TOPICS)))


async def remove(settings: Settings, found: Found) -> None:
    """Delete topics, consumer groups with their offsets, and local stores; wait until the topics are gone.

    Transactional ids stay: Kafka's protocol has no way to delete them. The broker forgets them by itself (after seven
    days, unless it is set otherwise), and until then they do nothing but fence a worker of before.

    Raises
    ------
    TopicError
        When the broker refuses, or the topics are not gone in time.
    streams.store.folder_lock.StoreTakenError
        When a worker has one of the stores open; nothing is deleted then.
    """
    with ExitStack() as locked:
        for folder in found.stores:
            locked.callback(FolderLock(folder).release)
        await _remove_from_broker(settings, found)
        for folder in found.stores:
            shutil.rmtree(folder)


async def _remove_from_broker(settings: Settings, found: Found) -> None:
    admin = AIOKafkaAdminClient(**kafka_client.connection(settings))
    try:
        await admin.start()
        # The groups first: a worker that starts meanwhile must not find offsets of topics that are gone.
        for name in found.groups:
            broker = await coordinator(admin, settings, name)
            answer = await admin._send_request(DeleteGroupsRequest([name]), broker)  # noqa: SLF001 - there is no other way
            for _, code in answer.results:
                if code:
                    raise TopicError(f"the broker does not delete the group {name}: {for_code(code).__name__}")
        if found.topics:
            await admin.delete_topics([settings.topic(name) for name in found.topics])
    finally:
        await admin.close()
    deadline = time.monotonic() + GONE_SECONDS
    while left := sorted(set(found.topics) & (await describe(settings)).keys()):
        if time.monotonic() > deadline:
            raise TopicError(f"still there after {GONE_SECONDS:.0f} s: {', '.join(left)}; can topics be deleted there?")
        await asyncio.sleep(0.2)
