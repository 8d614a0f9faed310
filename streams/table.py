"""A table's partition: fence, restore, change, and commit state, outputs and progress in one transaction.

A table is a compacted topic. Who owns input partition p of a stage owns table partition p: opening it starts a
transactional producer with an id of stage and partition, which fences the owner before and ends its open transaction.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec
from aiokafka import AIOKafkaProducer
from aiokafka.errors import IllegalOperation
from aiokafka.structs import RecordMetadata

from streams import kafka_client, published
from streams.outgoing import Out
from streams.records.codec import Codec, encode
from streams.records.origin import Origin
from streams.records.progress import Progress
from streams.seen import Seen
from streams.settings import Settings
from streams.store import figures
from streams.store.filling import Place, fill
from streams.store.memory import MemoryStore
from streams.store.store import Standing, Store
from streams.store.stores import Stores

S = TypeVar("S")


class _Gathered(NamedTuple):
    """What one transaction writes."""

    written: dict[str, bytes | None]
    progress: bytes
    outs: list[Out]
    """What was written first, then the progress, then the outputs."""


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
    stores
        Where this process keeps the committed bytes and decoded states of its tables; None: one for this table alone.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - each is one plain fact about the table
        self,
        settings: Settings,
        stage: str,
        topic: str,
        partition: int,
        decode: Callable[[bytes], S],
        encode: Callable[[S], bytes],
        stores: Stores | None = None,
    ) -> None:
        self.settings = settings
        self.stage = stage
        self.topic = topic
        self.partition = partition
        self._decode = decode
        self._encode = encode
        self._stores = stores or Stores(settings)
        self._states = self._stores.states
        self._owner = f"{topic}-{partition}"
        self._store: Store = MemoryStore()
        """An empty one until the table is open."""
        self._standing: Standing | None = None
        self._in_flight: dict[str, bytes | None] = {}
        """What the commit that goes on writes: ahead of the store, and if it fails the process ends."""
        self._changed: dict[str, S | None] = {}
        self._outs: list[Out] = []
        self._seen = Seen()
        self.known_by: str | None = None
        """Short name of the topic whose records are applied; None: not known. It is written with the next commit."""
        self.topic_id: str | None = None
        """Kafka's id of that topic, in the same way."""
        self._marked = False
        self._producer: AIOKafkaProducer | None = None

    async def open(self) -> None:
        """Fence the owner before, then read the state and the progress that it committed.

        Raises
        ------
        streams.store.store.StoreError
            When the state cannot be kept where the settings say.
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
        self._store = await self._stores.open(self.topic, self.partition)
        figures.show(self.settings.topic(self.topic), self.partition, self._store)
        async with self._stores.opening:
            self._standing = await fill(
                self.settings, Place(self.stage, self.topic, self.partition), self._store, self._stores
            )
        if self._standing.progress is not None:
            progress = Codec(Progress).decode(self._standing.progress)
            self._seen = Seen.load(progress.seen)
            self.known_by, self.topic_id = progress.topic, progress.topic_id

    def get(self, key: str) -> S | None:
        """Return a key's state: with the changes that are not committed yet, else as committed, else None."""
        if key in self._changed:
            return self._changed[key]
        state: S | None = self._states.get(self._owner, key)
        if state is None:
            value = self._in_flight[key] if key in self._in_flight else self._store.get(key)
            if value is not None:
                state = self._decode(value)
                self._states.put(self._owner, key, state, len(value))
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
        if self._producer is None or self._standing is None:
            raise RuntimeError(f"the table {self.topic}[{self.partition}] is not open")
        gathered = self._gather()
        began = time.time()
        if self.settings.unsafe_no_fencing:
            sent = await self._send(self._producer, gathered.outs)
        else:
            async with self._producer.transaction():
                sent = await self._send(self._producer, gathered.outs)
        states = sent[: len(gathered.written)]
        self._standing = msgspec.structs.replace(
            self._standing,
            position=max([self._standing.position, *(place.offset + 1 for place in states)]),
            progress_position=sent[len(states)].offset + 1,
            progress=gathered.progress,
            at=began,
        )
        self._store.write(gathered.written, self._standing)
        self._in_flight = {}
        published.note(gathered.outs)

    def _gather(self) -> _Gathered:
        """Take what has gathered, encoded."""
        written: dict[str, bytes | None] = {}
        for key, state in self._changed.items():
            if state is None:
                written[key] = None
                self._states.drop(self._owner, key)
            else:
                written[key] = value = self._encode(state)
                self._states.put(self._owner, key, state, len(value))
        self._in_flight = written
        progress = encode(
            Progress(stage=self.stage, seen=self._seen.dump(), topic=self.known_by, topic_id=self.topic_id)
        )
        outs = [
            *(Out(self.topic, value, key.encode(), self.partition) for key, value in written.items()),
            Out("progress", progress, self.stage.encode(), self.partition),
            *self._outs,
        ]
        self._changed, self._outs, self._marked = {}, [], False
        return _Gathered(written, progress, outs)

    async def _send(self, producer: AIOKafkaProducer, outs: list[Out]) -> list[RecordMetadata]:
        futures: list[asyncio.Future[RecordMetadata]] = []
        try:
            for out in outs:
                topic, headers = self.settings.topic(out.topic), list(out.headers)
                sent = producer.send(topic, value=out.value, key=out.key, partition=out.partition, headers=headers)
                futures.append(await sent)
        except IllegalOperation:  # the transaction has ended amid it: what was sent before says why
            for future in futures:
                if future.done() and (error := future.exception()) is not None:
                    raise error from None
            raise
        return await asyncio.gather(*futures)

    async def close(self) -> None:
        """Let go of the partition; what is not committed is dropped."""
        if self._producer is not None:
            producer, self._producer = self._producer, None
            await producer.stop()
        self._states.drop_all(self._owner)
        figures.hide(self.settings.topic(self.topic), self.partition)
        self._store.close()
