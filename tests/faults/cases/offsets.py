"""What befalls the committed offsets of the workers' group: they are set back, and what was done comes again."""

import asyncio
import os

from aiokafka import AIOKafkaConsumer, TopicPartition

from streams import kafka_client
from streams.lag import group
from streams.settings import Settings
from streams.topics import TOPICS
from tests.faults.scene import Scene

READ = tuple(topic.name for topic in TOPICS.values() if topic.streamed)
"""What the workers read in their group."""
LEAST_AGAIN = 300
"""Offsets that must come again, in all; else little was replayed, and the case shows nothing."""


async def rewind(scene: Scene) -> None:
    """Stop the workers, set every topic back by some hundred offsets, and start them again; then to its beginning."""
    for least, most in ((100, 500), (10**6, 10**6)):
        await scene.under_way()
        for worker in scene.workers:
            code = await asyncio.to_thread(worker.stop)
            if code != os.EX_OK:
                raise AssertionError(f"SIGTERM ended a worker with {code}: {worker.log()[-2000:]}")
        again = [await set_back(scene.settings, name, scene.chance.randint(least, most)) for name in READ]
        for worker in scene.workers:
            worker.start()
        if sum(again) < LEAST_AGAIN:
            raise AssertionError(f"set back by {dict(zip(READ, again, strict=True))}: too few to show anything")


async def set_back(settings: Settings, topic: str, offsets: int) -> int:
    """Set the group's offsets of a topic back, in each partition by so many or to 0; return by how many in all."""
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings), group_id=group(settings))
    await consumer.start()
    try:
        tps = [TopicPartition(settings.topic(topic), number) for number in range(TOPICS[topic].count(settings))]
        consumer.assign(tps)
        before = {tp: await consumer.committed(tp) or 0 for tp in tps}
        after = {tp: max(0, offset - offsets) for tp, offset in before.items()}
        await consumer.commit(after)
        return sum(before.values()) - sum(after.values())
    finally:
        await consumer.stop()
