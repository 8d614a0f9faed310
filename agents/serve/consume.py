"""Reading the output topics into the read model, from where it stands, and on as records come."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import msgspec
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from agents.serve.model.kinds import KINDS
from agents.serve.model.read_model import Positions, ReadModel
from agents.serve.model.records import Incoming, Told
from streams.kafka_client import reading
from streams.lag import lag
from streams.settings import Settings
from streams.topic_admin import describe
from streams.topic_ids import ids

FETCH_BYTES = 16 * 2**20
"""Of one answer of a broker; so rebuilding stays small in memory. A larger record comes whole nevertheless."""
PARTITION_FETCH_BYTES = 2 * 2**20
POLL_MS = 200
MAX_RECORDS = 500
"""Of one transaction: few enough that readers of a store in memory do not wait long."""
MAX_RECORDS_ANEW = 2_000
"""Of one of a store in a folder, whose readers do not wait: while much is to be read larger ones cost less."""
FAR_BEHIND = 10 * MAX_RECORDS_ANEW
"""Offsets that are not read yet from which on nobody is told of single records: a store that is made anew."""
GATHER_SECONDS = 0.2
"""Between two transactions while little comes: each costs every listener a turn, and the search index a piece."""
MANY_RECORDS, GATHER_MANY_SECONDS = 20, 0.5
"""While more than that comes at once, longer is gathered: what is told and asked all the time costs less."""
LOOK_SECONDS = 10.0
"""Between two looks for new topics and for how far the pipeline is behind."""
T = TypeVar("T")
_logger = logging.getLogger(__name__)


async def consume(settings: Settings, model: ReadModel, tell: Callable[[Told], None]) -> None:
    """Read the output topics for ever, each record once.

    No consumer group is involved: where reading goes on stands in the store, in the transaction of what was read.

    Parameters
    ----------
    settings
        Where the broker is, and the prefix.
    model
        Takes what is read.
    tell
        Called after each look at the topics.
    """
    consumer = AIOKafkaConsumer(
        **reading(settings) | {"max_partition_fetch_bytes": PARTITION_FETCH_BYTES, "fetch_max_bytes": FETCH_BYTES}
    )
    await consumer.start()
    writer = ThreadPoolExecutor(1, "read-model")
    reader = _Reader(settings, consumer, writer, model, tell)
    watch = asyncio.create_task(reader.watch_pipeline())
    try:
        await reader.run()
    finally:
        watch.cancel()
        await consumer.stop()
        writer.shutdown()


class _Reader:
    """One reading of the topics."""

    def __init__(
        self,
        settings: Settings,
        consumer: AIOKafkaConsumer,
        writer: ThreadPoolExecutor,
        model: ReadModel,
        tell: Callable[[Told], None],
    ) -> None:
        self._settings = settings
        self._consumer = consumer
        self._writer = writer
        self._model = model
        self._tell = tell
        self._pipeline: dict[str, int] = {}
        self._partitions: list[TopicPartition] = []
        self._positions: Positions = {}

    async def run(self) -> None:
        """Read for ever."""
        looked = -LOOK_SECONDS
        self._positions = self._model.positions()
        while True:
            if time.monotonic() - looked >= LOOK_SECONDS:
                await self._assign()
                looked = time.monotonic()
            await self._read()

    async def watch_pipeline(self) -> None:
        """Ask now and then how far the workers are behind."""
        while True:
            try:
                counts = await describe(self._settings)
                there = msgspec.structs.replace(
                    self._settings,
                    article_partitions=counts.get("pages", self._settings.article_partitions),
                    entity_partitions=counts.get("mentions", self._settings.entity_partitions),
                )
                found = await lag(there)
            except KafkaError as error:
                _logger.warning("how far the workers are behind cannot be asked: %s", error)
            else:
                behind: dict[str, int] = {}
                for place, count in found.items():
                    topic = place.partition("[")[0]
                    behind[topic] = behind.get(topic, 0) + count
                self._pipeline = behind
            await asyncio.sleep(LOOK_SECONDS)

    async def _assign(self) -> None:
        """Take up the topics that are there, each where it stands."""
        counts = await describe(self._settings)
        found = [TopicPartition(self._settings.topic(name), n) for name in KINDS for n in range(counts.get(name, 0))]
        are_same = await self._are_the_same_topics(sorted({tp.topic for tp in found}))
        if not found or (found == self._partitions and are_same):
            return
        ends: Mapping[TopicPartition, int] = await self._consumer.end_offsets(found)
        if not are_same or any(self._positions.get(self._place(tp), 0) > end for tp, end in ends.items()):
            _logger.warning("topics were made anew: so is the read model")
            await self._in_writer(self._model.forget)
            self._positions = {}
            await self._are_the_same_topics(sorted({tp.topic for tp in found}))
        self._consumer.assign(found)
        fresh = [tp for tp in found if self._place(tp) not in self._positions]
        if fresh:
            await self._consumer.seek_to_beginning(*fresh)
        for tp in found:
            if tp not in fresh:
                self._consumer.seek(tp, self._positions[self._place(tp)])
        self._partitions = found

    async def _are_the_same_topics(self, names: list[str]) -> bool:
        """Whether no topic was deleted and made again since the store read it; what is new is written down."""
        found = (await ids(self._consumer, names)).topics
        known = self._model.topic_ids()
        if any(known.get(name, id_) != id_ for name, id_ in found.items()):
            return False
        if found.keys() - known.keys():
            await self._in_writer(self._model.keep_topic_ids, found)
        return True

    async def _in_writer(self, function: Callable[..., T], *arguments: Any) -> T:
        """Call what writes, in the one thread that does."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, function, *arguments)

    async def _read(self) -> None:
        """Read what is there into the store, and tell of it."""
        if not self._partitions:
            await asyncio.sleep(POLL_MS / 1000)
            self._tell(Told())
            return
        most = MAX_RECORDS if self._model.database.is_in_memory else MAX_RECORDS_ANEW
        records = await self._gathered(most)
        positions = {self._place(tp): await self._consumer.position(tp) for tp in self._partitions}
        changed = {place: at for place, at in positions.items() if self._positions.get(place) != at}
        is_whole = len(records) < most and sum(self._behind().values()) < FAR_BEHIND
        told = Told(pipeline=self._pipeline, is_whole=is_whole)
        if changed:
            told.events = await self._in_writer(self._model.apply, records, changed, told.is_whole)
            told.positions = [(*place, at) for place, at in changed.items()]
            told.applied, told.refused = dict(self._model.applied), dict(self._model.refused)
            self._positions |= changed
        told.behind = self._behind()
        self._tell(told)

    async def _gathered(self, most: int) -> list[Incoming]:
        """Return what comes in a while: one fetch brings of each partition only what was there when it was sent."""
        began, records = time.monotonic(), await self._fetched(POLL_MS, most)
        while records and len(records) < most:
            left = began + (GATHER_SECONDS if len(records) < MANY_RECORDS else GATHER_MANY_SECONDS) - time.monotonic()
            if left <= 0:
                break
            records += await self._fetched(int(left * 1000) + 1, most - len(records))
        return records

    async def _fetched(self, timeout_ms: int, most: int) -> list[Incoming]:
        fetched = await self._consumer.getmany(timeout_ms=timeout_ms, max_records=most)
        return [
            Incoming(self._place(tp)[0], record.partition, record.offset, record.timestamp, record.key, record.value)
            for tp, found in fetched.items()
            for record in found
        ]

    def _behind(self) -> dict[str, int]:
        """Return how many offsets are not read yet, by topic."""
        behind: dict[str, int] = {}
        for tp in self._partitions:
            topic = self._place(tp)[0]
            end = self._consumer.last_stable_offset(tp)
            left = 0 if end is None else max(0, end - self._positions.get(self._place(tp), 0))
            behind[topic] = behind.get(topic, 0) + left
        return behind

    def _place(self, tp: TopicPartition) -> tuple[str, int]:
        return tp.topic.removeprefix(self._settings.prefix), tp.partition
