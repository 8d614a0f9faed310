"""What befalls the topics of tables: Kafka compacts them while nobody owns their partitions."""

import asyncio
import time
from pathlib import Path

from aiokafka import AIOKafkaProducer

from streams import kafka_client
from streams.settings import Settings
from streams.topics import TOPICS
from tests.faults.cases.stores import delete, stores
from tests.faults.cases.topics import alter, committed_records
from tests.faults.scene import Scene

TABLES = ("profiles", "revisions", "contributions", "entity-counts", "progress")
"""Those in which every page, or every batch, writes a key that was there before."""
AT_ONCE = {
    "segment.ms": "1000",
    "min.cleanable.dirty.ratio": "0.01",
    "min.compaction.lag.ms": "0",
    "max.compaction.lag.ms": "1000",
}
"""What has a topic compacted when the broker next looks at it."""
COMPACTED_SECONDS = 120
ROLL_SECONDS = 2.0


async def compact(scene: Scene) -> None:
    """Kill the workers, have their tables compacted, and let them find half of them on disk and restore the others."""
    settings = scene.settings
    for table in TABLES:
        await alter(settings, table, AT_ONCE)
    for _ in range(3):
        await scene.under_way()
        await scene.pause(2, 4)
    for worker in scene.workers:
        worker.kill()
    before = {table: await committed_records(settings, table) for table in TABLES}
    deadline = time.monotonic() + COMPACTED_SECONDS
    left = set(TABLES)
    while left:
        if time.monotonic() > deadline:
            raise AssertionError(f"not compacted in {COMPACTED_SECONDS} s: {sorted(left)}, of {before}")
        await _roll(settings, left)
        await asyncio.sleep(ROLL_SECONDS)
        left = {table for table in left if await committed_records(settings, table) >= before[table]}
    delete(stores(Path(settings.data_dir)), scene.chance)
    for worker in scene.workers:
        worker.start()


async def _roll(settings: Settings, tables: set[str]) -> None:
    """Have the latest segments closed, which are never compacted, by records that are rolled back."""
    options = {"transactional_id": f"{settings.prefix}faults"}
    async with AIOKafkaProducer(**kafka_client.producing(settings) | options) as producer:
        await producer.begin_transaction()
        for table in sorted(tables):
            for partition in range(TOPICS[table].count(settings)):
                await producer.send_and_wait(settings.topic(table), b"", key=b"faults", partition=partition)
        await producer.abort_transaction()
