"""A table's partition: fence, restore, change, and commit state, outputs and progress in one transaction.

A table is a compacted topic. Who owns input partition p of a stage owns table partition p: opening it starts a
transactional producer with an id of stage and partition, which fences the owner before and ends its open transaction.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition

from streams import kafka_client
from streams.outgoing import Out
from streams.records.codec import Codec, encode
from streams.records.origin import Origin
from streams.records.progress import Progress
from streams.seen import Seen
from streams.settings import Settings
from streams.store import open_store

S = TypeVar("S")

LIVE_STATES = 512
"""Decoded states that a partition keeps at hand, besides the changed ones."""
POLL_MS = 100
FETCH_WAIT_MS = 20
"""Short, so that an empty partition is known as empty at once."""


class Table(Generic[S]):
    """One partition of a stage's table, owned by this process.

    Parameters
    ----------
    settings
        Broker, prefix and timeouts.
    stage
        The stage that keeps it, for the transactional id and the key of its progress.
    topic
        Short name of the compacted topic that is the table.
    partition
        Its partition.
    decode, encode
        From a value in the topic to a state, and back. A state may be changed in place between `put` and `commit`.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - each is one plain fact about the table
        self,
        settings: Settings,
        stage: str,
        topic: str,
        partition: int,
        decode: Callable[[bytes], S],
        encode: Callable[[S], bytes],
    ) -> None:
        self.settings = settings
        self.stage = stage
        self.topic = topic
        self.partition = partition
        self._decode = decode
        self._encode = encode
        self._store = open_store(settings, topic, partition)
        self._in_flight: dict[str, bytes | None] = {}
        """What the commit that goes on writes: ahead of the store, and if it fails the process ends."""
        self._live: dict[str, S] = {}
        self._changed: dict[str, S | None] = {}
        self._outs: list[Out] = []
        self._seen = Seen()
        self._marked = False
        self._producer: AIOKafkaProducer | None = None

    async def open(self) -> None:
        """Fence the owner before, then read the state and the progress that it committed.

        Raises
        ------
        aiokafka.errors.KafkaError
            When the broker cannot be reached or refuses.
        """
        options: dict[str, Any] = {
            "transactional_id": f"{self.settings.prefix}{self.stage}-{self.partition}",
            "transaction_timeout_ms": self.settings.transaction_timeout_ms,
        }
        if self.settings.unsafe_no_fencing:
            options = {"enable_idempotence": False}
        self._producer = AIOKafkaProducer(**kafka_client.producing(self.settings) | options)
        await self._producer.start()
        await self._restore()

    async def _restore(self) -> None:
        table = TopicPartition(self.settings.topic(self.topic), self.partition)
        partitions = [table, TopicPartition(self.settings.topic("progress"), self.partition)]
        consumer = AIOKafkaConsumer(**kafka_client.reading(self.settings), fetch_max_wait_ms=FETCH_WAIT_MS)
        await consumer.start()
        try:
            consumer.assign(partitions)
            await consumer.seek_to_beginning(*partitions)
            # Up to the high watermark, not only to the last stable offset: another stage's open transaction on the
            # shared progress partition is waited for, or this stage's own latest progress behind it would be missed.
            ends: dict[TopicPartition, int] = {}
            while len(ends) < len(partitions) or any([await consumer.position(tp) < end for tp, end in ends.items()]):
                for tp, records in (await consumer.getmany(timeout_ms=POLL_MS)).items():
                    if tp == table:
                        self._store.write(
                            {record.key.decode(): record.value for record in records if record.key is not None}
                        )
                    else:
                        self._take_up_progress(records)
                for tp in partitions:
                    if (highwater := consumer.highwater(tp)) is not None:
                        ends.setdefault(tp, highwater)
        finally:
            await consumer.stop()

    def _take_up_progress(self, records: Sequence[ConsumerRecord]) -> None:
        for record in records:
            if record.key == self.stage.encode() and record.value is not None:
                self._seen = Seen.load(Codec(Progress).decode(record.value).seen)

    def get(self, key: str) -> S | None:
        """Return a key's state: with the changes that are not committed yet, else as committed, else None."""
        if key in self._changed:
            return self._changed[key]
        state = self._live.get(key)
        if state is None:
            value = self._in_flight[key] if key in self._in_flight else self._store.get(key)
            if value is not None:
                state = self._live[key] = self._decode(value)
        return state

    def put(self, key: str, state: S | None) -> None:
        """Change a key's state; None takes the key out."""
        self._changed[key] = state

    def publish(self, out: Out) -> None:
        """Send a record with the next commit."""
        self._outs.append(out)

    def holds(self, origin: Origin) -> bool:
        """Whether a record of this origin was applied before."""
        return not self.settings.unsafe_no_seen and self._seen.holds(origin)

    def mark(self, origin: Origin) -> None:
        """Remember a record of this origin as applied, from the next commit on."""
        self._seen.add(origin)
        self._marked = True

    def applied(self) -> dict[int, int]:
        """Return the highest offset that was applied of each partition of raw pages."""
        return self._seen.latest()

    def keys(self) -> list[str]:
        """Return the keys that have a state, the uncommitted changes included."""
        ahead = {**self._in_flight, **self._changed}
        gone = {key for key, state in ahead.items() if state is None}
        return [key for key in {**dict.fromkeys(self._store.keys()), **ahead} if key not in gone]

    def next_keys(self, limit: int) -> list[str]:
        """Return up to so many keys that have a committed state, going round: each call goes on from the last."""
        return self._store.next_keys(limit)

    async def commit(self) -> None:
        """Write what has gathered in one transaction: each changed key once, the outputs, the progress.

        Raises
        ------
        aiokafka.errors.KafkaError
            When it is not committed: then this process must stop; ProducerFenced says that another one took over.
        """
        if not (self._changed or self._outs or self._marked):
            return
        if self._producer is None:
            raise RuntimeError(f"the table {self.topic}[{self.partition}] is not open")
        written: dict[str, bytes | None] = {}
        for key, state in self._changed.items():
            written[key] = None if state is None else self._encode(state)
            if state is None:
                self._live.pop(key, None)
            else:
                self._live[key] = state
        self._in_flight = written
        progress = encode(Progress(stage=self.stage, seen=self._seen.dump()))
        outs = [
            *(Out(self.topic, value, key.encode(), self.partition) for key, value in written.items()),
            *self._outs,
            Out("progress", progress, self.stage.encode(), self.partition),
        ]
        self._changed, self._outs, self._marked = {}, [], False
        while len(self._live) > LIVE_STATES:
            del self._live[next(iter(self._live))]
        if self.settings.unsafe_no_fencing:
            await self._send(self._producer, outs)
        else:
            async with self._producer.transaction():
                await self._send(self._producer, outs)
        self._store.write(written)
        self._in_flight = {}

    async def _send(self, producer: AIOKafkaProducer, outs: list[Out]) -> None:
        futures = [
            await producer.send(
                self.settings.topic(out.topic),
                value=out.value,
                key=out.key,
                partition=out.partition,
                headers=list(out.headers),
            )
            for out in outs
        ]
        await asyncio.gather(*futures)

    async def close(self) -> None:
        """Let go of the partition; what is not committed is dropped."""
        if self._producer is not None:
            producer, self._producer = self._producer, None
            await producer.stop()
        self._store.close()
