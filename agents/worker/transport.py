"""Faust's Kafka transport, mended where it does not suit: read_committed, and offsets that pass over holes.

Faust reads uncommitted records outside its own exactly-once mode, and its search for a gap-free run of acks stands
still at the holes that transactions leave (markers, aborted records). Rasid's stages ack in the order of the
partition, so that the offset to commit is always known: behind the latest ack, or the consumer's position once all
that it gave is acked.

Where there is no offset to begin at, reading begins at the partition's start, or at its end where the app says so;
where the offset is outside of the partition, what is gone is said.
"""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple, cast

from aiokafka import AIOKafkaConsumer
from aiokafka.errors import (
    ConsumerStoppedError,
    IllegalStateError,
    KafkaError,
    NoOffsetForPartitionError,
    OffsetOutOfRangeError,
)
from faust.exceptions import ConsumerNotStarted
from faust.transport.conductor import Conductor
from faust.transport.consumer import RecordMap
from faust.transport.drivers import aiokafka as driver
from faust.types import TP, Message
from faust.types.transports import TPorTopicSet
from mode import Service
from mode.types import ServiceT

from agents.worker.handed_out import HandedOut
from agents.worker.lost_records import MadeAnewError, note_lost
from streams import header_names

FETCH_SECONDS = 1.0
"""How long one look for records waits."""
FULL_SECONDS = 0.02
"""How long one waits while some stage has no room: it may have again at any moment."""
QUEUED_BYTES = 8_000_000
"""Of the records that wait for a stage: no more are fetched for it then, however few they are."""


class Delivered(NamedTuple):
    """How far a partition was handed out, in one generation of the consumer group."""

    generation: int
    last: int | None
    """Offset of the last record handed out."""
    position: int
    """Offset of the next fetch: behind the last record and the markers that follow it."""


class ConsumerThread(driver.AIOKafkaConsumerThread):
    """Reads committed records only, and notes how far each partition was handed out."""

    consumer: "Consumer"

    def _create_worker_consumer(self, transport: driver.Transport) -> AIOKafkaConsumer:
        header_names.tolerate()
        consumer = super()._create_worker_consumer(transport)
        consumer._isolation_level = "read_committed"  # noqa: SLF001 - Faust leaves no other way
        return consumer

    async def on_thread_stop(self) -> None:
        """Close the consumer; one that has lost its broker cancels its own closing."""
        with suppress(asyncio.CancelledError):
            await super().on_thread_stop()

    async def seek_to_committed(self) -> Mapping[TP, int]:
        """Seek to the committed offsets, and where aiokafka does not: to offset 0, and where nothing is committed.

        There each partition would be sought when it is first read, one after the other, half a second each.
        """
        committed: Mapping[TP, int | None] = await super().seek_to_committed()
        await self.seek_wait({tp: offset for tp, offset in committed.items() if offset == 0})
        if new := [] if self.consumer.begins_at_end else [tp for tp, offset in committed.items() if offset is None]:
            await self.seek_to_beginning(*new)
        return cast("Mapping[TP, int]", committed)

    async def _fetch_records(
        self,
        consumer: AIOKafkaConsumer,
        active_partitions: set[TP],
        timeout: float | None = None,  # noqa: ASYNC109 - Faust's signature
        max_records: int | None = None,
    ) -> RecordMap:
        try:
            records = await super()._fetch_records(consumer, active_partitions, timeout, max_records)
        except NoOffsetForPartitionError as error:
            if not consumer._subscription.subscription.assignment.state_value(error.args[0]).has_valid_position:  # noqa: SLF001
                seek = consumer.seek_to_end if self.consumer.begins_at_end else consumer.seek_to_beginning
                await seek(error.args[0])
            return {}
        except OffsetOutOfRangeError as error:
            for tp, offset in error.args[0].items():
                await self._out_of_range(consumer, tp, offset)
            return {}
        subscription = consumer._subscription.subscription  # noqa: SLF001 - the positions are public only by a coroutine
        if subscription is not None and subscription.assignment is not None:
            self._note(subscription.assignment, records)
        return records

    async def _out_of_range(self, consumer: AIOKafkaConsumer, tp: Any, offset: int) -> None:
        """Go on at the start of a partition that lost records; stop the worker where the partition is another."""
        start = (await consumer.beginning_offsets([tp]))[tp]
        if offset < start:
            self.consumer.lost[TP(*tp)] = self.consumer.lost.get(TP(*tp), 0) + note_lost(tp, offset, start)
            await consumer.seek_to_beginning(tp)
            return
        end = (await consumer.end_offsets([tp]))[tp]
        if offset > end:
            error = MadeAnewError(tp, offset, end)
            asyncio.run_coroutine_threadsafe(self.app.crash(error), self.parent_loop)
            await asyncio.sleep(FETCH_SECONDS)

    def _note(self, assignment: Any, records: RecordMap) -> None:
        generation = self.app.consumer_generation_id
        delivered = self.consumer.delivered
        for tp in assignment.tps:
            state = assignment.state_value(tp)
            if not state.has_valid_position:
                continue
            before = delivered.get(tp)
            last = before.last if before is not None and before.generation == generation else None
            if records.get(tp):
                last = records[tp][-1].offset
            delivered[tp] = Delivered(generation, last, state.position)


class Consumer(driver.Consumer):
    """Commits behind the latest ack of each partition; acks must come in the order of the partition.

    Nothing flows from the beginning of a rebalance until every stage has opened what it was assigned and every
    partition stands at its offset. What is read before is dropped by its stage, or taken out of the queues as the flow
    resumes, and what is read behind it would be committed. Faust lets it flow in a worker that had no partitions, and
    resumes the flow of one rebalance amid the next one.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.begins_at_end = bool(getattr(self.app, "begins_at_end", False))
        """Whether the past is left out where there is no offset to begin at."""
        self.delivered: dict[TP, Delivered] = {}
        self.finished: dict[TP, int] = {}
        """Offset of the latest ack of this generation, by partition."""
        self.lost: dict[TP, int] = {}
        """How many offsets were deleted before this worker could read them, by partition."""
        self.handed_out = HandedOut()
        self.taken_over = asyncio.Event()
        """Set while every stage has opened what the latest rebalance assigned."""
        self._rebalances = 0
        self._sought = -1
        """In which rebalance every partition was sought to its offset, at last."""

    def _new_consumer_thread(self) -> ConsumerThread:
        return ConsumerThread(self, loop=self.loop, beacon=self.beacon)

    def ack(self, message: Message) -> bool:
        """Take a record as finished; one of an earlier generation is left to whoever owns it now.

        One that no stage has taken is not finished: Faust acks what it skips while nothing flows.
        """
        message.acked = True
        self._unacked_messages.discard(message)
        if message.generation_id != self.app.consumer_generation_id or not message.tracked:
            return False
        self.handed_out.finish(message.tp, message.offset)
        self.finished[message.tp] = message.offset
        return True

    async def on_partitions_revoked(self, revoked: set[TP]) -> None:
        """Stop the flow of records, also where nothing was assigned."""
        self._rebalances += 1
        self.taken_over.clear()
        self.stop_flow()
        self.app.flow_control.suspend()
        await super().on_partitions_revoked(revoked)

    async def on_partitions_assigned(self, assigned: set[TP], generation_id: int = 0) -> None:
        """Forget what an earlier generation finished."""
        self.finished.clear()
        self.delivered.clear()
        self.handed_out.forget()
        await super().on_partitions_assigned(assigned, generation_id)
        self.taken_over.set()

    async def perform_seek(self) -> None:
        """Seek every partition to its committed offset, once the stages have opened what they were assigned."""
        await self.taken_over.wait()
        rebalance = self._rebalances
        self.handed_out.forget()
        try:
            await super().perform_seek()
        except KafkaError as error:
            if rebalance == self._rebalances and not isinstance(error, IllegalStateError):
                await self.app.crash(error)  # Faust would go on behind what it has dropped
            raise
        self._sought = rebalance

    def resume_flow(self) -> None:
        """Let records flow, unless another rebalance has begun since the partitions were sought."""
        if self._sought == self._rebalances:
            super().resume_flow()

    async def _getmany(self, active_partitions: set[TP] | None, timeout: float) -> RecordMap:  # noqa: ASYNC109 - Faust's
        """Fetch for the stages that have room, so that one which is behind does not hold up the others' records."""
        if active_partitions is None:
            return await super()._getmany(active_partitions, timeout)
        topics = {topic for topic in {tp.topic for tp in active_partitions} if self._takes_more(topic)}
        roomy = {tp for tp in active_partitions if tp.topic in topics}
        if not roomy:
            await self.sleep(FULL_SECONDS)
            return {}
        return await super()._getmany(roomy, timeout if roomy == active_partitions else FULL_SECONDS)

    def _takes_more(self, topic: str) -> bool:
        """Whether there is room for more in the queue of the stage that reads a topic."""
        channels = cast("Conductor", self.app.topics)._topic_name_index[topic]  # noqa: SLF001 - as below
        return all(
            channel.queue.qsize() <= channel.queue.maxsize / 2 and queued_bytes(channel.queue) < QUEUED_BYTES
            for channel in channels
        )

    async def _drain_messages(self, fetcher: ServiceT) -> None:
        """Hand out what is fetched, without a pause as long as there is room for it.

        Faust makes two tasks for each record, so that a stage that is quicker than these never finds more than one
        record to take as a batch.
        """
        try:
            while not (self.should_stop or cast("Service", fetcher).should_stop):
                async for tp, message in self.getmany(timeout=FETCH_SECONDS):
                    read = self._read_offset[tp]
                    if read is not None and message.offset < read:
                        continue
                    self.handed_out.give(tp, message.offset)
                    if self._has_room(tp):
                        await self.callback(message)
                    else:
                        await self.wait_first(self.callback(message), self.suspend_flow.wait())
                    self._read_offset[tp] = message.offset
                await self.sleep(0)
        except (ConsumerStoppedError, asyncio.CancelledError):
            if not self.app.should_stop:
                raise

    def _has_room(self, tp: TP) -> bool:
        topics = cast("Conductor", self.app.topics)._tp_index[tp]  # noqa: SLF001 - who reads a partition is not public
        return self.flow_active and not any(topic.queue.full() for topic in topics)

    async def verify_all_partitions_active(self) -> None:
        """Do nothing: `agents.worker.health` ends a worker that makes no progress.

        Faust lets the event loop turn once for each partition here. While stages work that takes seconds, after which
        it warns that its timer `livelock` is overlapping.
        """

    async def _add_gap(self, tp: TP, offset_from: int, offset_to: int) -> None:
        """Do nothing: holes need no record of their own here."""

    def _filter_tps_with_pending_acks(self, topics: TPorTopicSet | None = None) -> Iterator[TP]:
        known = {*self.finished, *self.delivered}
        return (tp for tp in sorted(known) if topics is None or tp in topics or tp.topic in topics)

    def _new_offset(self, tp: TP) -> int | None:
        finished, delivered = self.finished.get(tp), self.delivered.get(tp)
        if (
            delivered is not None
            and delivered.generation == self.app.consumer_generation_id
            and delivered.last == finished
        ):
            return delivered.position
        return None if finished is None else finished + 1

    def _should_commit(self, tp: TP, offset: int) -> bool:
        committed = self._committed_offset[tp]
        if committed is None:
            # Where reading begins at the end, offset 0 is kept too: a restart would pass over what came.
            return offset > 0 or self.begins_at_end
        return offset > committed

    def committed(self) -> Mapping[TP, int]:
        """Return the committed offsets that this worker knows of."""
        return {tp: offset for tp, offset in self._committed_offset.items() if offset is not None}

    def connected(self) -> bool:
        """Whether there is a connection to any broker: there is none while the consumer has not started."""
        try:
            consumer = self._thread._ensure_consumer()  # noqa: SLF001 - not public, as its client's connections
        except ConsumerNotStarted:
            return False
        return any(connection.connected() for connection in list(consumer._client._conns.values()))  # noqa: SLF001

    def stable_end(self, tp: TP) -> int | None:
        """Return the end of a partition as far as it can be read, by what the latest fetch said."""
        consumer = self._thread._ensure_consumer()  # noqa: SLF001 - public only for the highwater
        end: int | None = consumer.last_stable_offset(tp)
        return end


def queued_bytes(queue: Any) -> int:
    """Return the bytes of the records that wait in a channel's queue."""
    messages = (event.message for event in queue._queue)  # noqa: SLF001 - to look is not to take
    return sum(len(message.value or b"") + len(message.key or b"") for message in messages)


class Transport(driver.Transport):
    """Kafka, with this module's consumer."""

    Consumer = Consumer
