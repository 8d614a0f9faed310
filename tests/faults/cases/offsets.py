"""What befalls the committed offsets of the workers' group: they are set back, and what was done comes again."""

import asyncio
import os
from collections import Counter

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import CommitFailedError

from streams import kafka_client
from streams.lag import group
from streams.settings import Settings
from streams.topics import TOPICS
from tests.faults.scene import Scene

READ = tuple(topic.name for topic in TOPICS.values() if topic.streamed)
"""What the workers read in their group."""
LEAST_AGAIN = 20
"""Offsets of each topic that must come again, in both times together; with fewer the case shows nothing of it."""
EMPTY_SECONDS = 60
"""In which the group must be without members; one that was stopped while it joined counts until its session is over."""


async def rewind(scene: Scene) -> None:
    """Stop the workers, set every topic back by some hundred offsets, and start them again; then to its beginning."""
    again: Counter[str] = Counter()
    for least, most in ((100, 500), (10**6, 10**6)):
        await scene.under_way()
        for worker in scene.workers:
            code = await asyncio.to_thread(worker.stop)
            if code != os.EX_OK:
                raise AssertionError(f"SIGTERM ended a worker with {code}: {worker.log()[-2000:]}")
        for name in READ:
            again[name] += await set_back(scene.settings, name, scene.chance.randint(least, most))
        for worker in scene.workers:
            worker.start()
    if min(again[name] for name in READ) < LEAST_AGAIN:
        raise AssertionError(f"too little came again to show anything: {dict(again)}")


async def set_back(settings: Settings, topic: str, offsets: int) -> int:
    """Set the group's offsets of a topic back, in each partition by so many or to 0; return by how many in all."""
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings), group_id=group(settings))
    await consumer.start()
    try:
        tps = [TopicPartition(settings.topic(topic), number) for number in range(TOPICS[topic].count(settings))]
        consumer.assign(tps)
        before = {tp: await consumer.committed(tp) or 0 for tp in tps}
        after = {tp: max(0, offset - offsets) for tp, offset in before.items()}
        async with asyncio.timeout(EMPTY_SECONDS):
            while not await _commits(consumer, after):
                await asyncio.sleep(0.5)
        return sum(before.values()) - sum(after.values())
    finally:
        await consumer.stop()


async def _commits(consumer: AIOKafkaConsumer, offsets: dict[TopicPartition, int]) -> bool:
    """Whether offsets are taken: none are of a consumer outside of the group while that has members."""
    try:
        await consumer.commit(offsets)
    except CommitFailedError:
        return False
    return True
