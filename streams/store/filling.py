"""Brings a table partition's store to what its topics hold, and the stage's progress with it.

A store that knows how far it reaches is read on from there. One that is empty, of another cluster or topic, or too old
is filled from the beginning.
"""

import logging
import time
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from streams import kafka_client, metrics
from streams.settings import Settings
from streams.store.store import Identity, Standing, Store
from streams.store.stores import Stores
from streams.topic_ids import ids
from streams.topics import TOMBSTONES_KEPT

log = logging.getLogger(__name__)
POLL_MS = 100
FETCH_WAIT_MS = 20
"""Short, so that an empty partition is known as empty at once."""
FETCH_BYTES = 1_048_576
"""Of one partition in one fetch; the broker gives a single larger batch all the same."""
MAX_AGE_SECONDS = TOMBSTONES_KEPT.total_seconds() / 2
"""Of a store that is read on from where it stands: no tombstone behind it can be gone yet, as clocks go."""
FEW_OFFSETS = 1000
"""Of a table that is read without waiting for others: opening one is waiting for answers more than work."""
MARKER_OFFSETS = 1
"""Behind what a store holds: the marker of its last transaction."""


class Place(NamedTuple):
    """Which table partition, and of which stage."""

    stage: str
    topic: str
    """Short name of the table's topic."""
    partition: int


async def fill(settings: Settings, place: Place, store: Store, stores: Stores) -> Standing:
    """Bring a store to the end of its topics, and return how far that is.

    Raises
    ------
    aiokafka.errors.KafkaError
        When the broker cannot be reached or refuses.
    """
    options = {"fetch_max_wait_ms": FETCH_WAIT_MS, "max_partition_fetch_bytes": FETCH_BYTES}
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings) | options)
    try:
        await consumer.start()
        return await _Filling(settings, place, store, stores, consumer).run()
    finally:
        await consumer.stop()


class _Filling:
    def __init__(
        self, settings: Settings, place: Place, store: Store, stores: Stores, consumer: AIOKafkaConsumer
    ) -> None:
        self._place = place
        self._store = store
        self._stores = stores
        self._consumer = consumer
        self._table = TopicPartition(settings.topic(place.topic), place.partition)
        self._progress = TopicPartition(settings.topic("progress"), place.partition)

    async def run(self) -> Standing:
        began = time.time()
        standing, end = await self._begin(began)
        if end - standing.position <= FEW_OFFSETS:
            return await self._read_on(standing, began)
        async with self._stores.filling:
            return await self._read_on(standing, began)

    async def _read_on(self, standing: Standing, began: float) -> Standing:
        consumer, partitions = self._consumer, (self._table, self._progress)
        consumer.resume(*partitions)
        # Up to the high watermark, not only to the last stable offset: another stage's open transaction on the
        # shared progress partition is waited for, or this stage's own latest progress behind it would be missed.
        ends: dict[TopicPartition, int] = {}
        while len(ends) < len(partitions) or any([await consumer.position(tp) < end for tp, end in ends.items()]):
            fetched = await consumer.getmany(timeout_ms=POLL_MS)
            self._stores.records_read += sum(map(len, fetched.values()))
            progress = _latest(fetched.get(self._progress, ()), self._place.stage.encode()) or standing.progress
            position, progress_position = [await consumer.position(tp) for tp in partitions]
            standing = msgspec.structs.replace(
                standing, position=position, progress_position=progress_position, progress=progress
            )
            records = fetched.get(self._table, ())
            metrics.RESTORED.labels(self._table.topic).inc(len(records))
            self._store.write(
                {record.key.decode(): record.value for record in records if record.key is not None}, standing
            )
            for tp in partitions:
                if (highwater := consumer.highwater(tp)) is not None:
                    ends.setdefault(tp, highwater)
            left = max(0, ends.get(self._table, position) - position)
            metrics.RESTORE_LEFT.labels(*self._table).set(left)
        metrics.RESTORE_SECONDS.labels(self._table.topic).observe(time.time() - began)
        standing = msgspec.structs.replace(standing, at=began)
        self._store.write({}, standing)
        return standing

    async def _begin(self, now: float) -> tuple[Standing, int]:
        """Set the consumer to where reading begins: behind what the store holds, where that can be built upon.

        Return where that is, and the table's end.
        """
        consumer, partitions = self._consumer, (self._table, self._progress)
        consumer.assign(partitions)
        consumer.pause(*partitions)  # or it would hold what it has fetched while others are filled
        identity = await self._identity()
        held = self._store.standing()
        first = await consumer.beginning_offsets(partitions)
        end = (await consumer.end_offsets([self._table]))[self._table]
        if held is not None:
            reason = unusable(held, identity, now, first=first[self._table], end=end)
            if reason is None:
                consumer.seek(self._table, held.position)
                consumer.seek(self._progress, held.progress_position)
                return held, end
            where = {"stage": self._place.stage, "topic": self._table.topic, "partition": self._table.partition}
            log.warning("the store of %s[%s] is filled anew: %s", *self._table, reason, extra=where)
        self._store.clear()
        await consumer.seek_to_beginning(*partitions)
        standing = Standing(
            identity=identity,
            position=first[self._table],
            progress_position=first[self._progress],
            progress=None,
            at=now,
        )
        return standing, end

    async def _identity(self) -> Identity:
        found = await ids(self._consumer, [self._table.topic, self._progress.topic])
        return Identity(
            cluster=found.cluster,
            table=self._table.topic,
            table_id=found.topics.get(self._table.topic, ""),
            progress_id=found.topics.get(self._progress.topic, ""),
            partition=self._place.partition,
            stage=self._place.stage,
        )


def unusable(held: Standing, identity: Identity, now: float, *, first: int, end: int) -> str | None:
    """Return why a store cannot be read on from where it stands; None when it can.

    Parameters
    ----------
    held
        How far it reaches.
    identity
        What it must be of.
    now
        In seconds since 1970.
    first, end
        The table partition's first offset, and the one behind its last.
    """
    if held.identity != identity:
        return "it is of another cluster, topic, stage or format"
    if not (identity.table_id and identity.progress_id):
        return "this Kafka does not tell when a topic was made again"
    if not first <= held.position <= end:
        return f"it reaches to {held.position}, the topic goes from {first} to {end}"
    missed = end - held.position > MARKER_OFFSETS
    if missed and not 0 <= now - held.at <= MAX_AGE_SECONDS:
        return f"it is {round((now - held.at) / 3600)} hours old, and Kafka may have forgotten what was deleted since"
    return None


def _latest(records: Sequence[ConsumerRecord], key: bytes) -> bytes | None:
    values: list[bytes] = [record.value for record in records if record.key == key and record.value is not None]
    return values[-1] if values else None
