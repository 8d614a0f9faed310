"""Carries a stage with a table: one transaction commits state, outputs and progress; then come the acks."""

import asyncio
import logging
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from typing import Any

from aiokafka.errors import ProducerFenced
from faust.streams import Stream
from faust.types import TP, AppT

from agents.stage import Processed
from agents.table_stage import TableStep, Work, apply, join
from agents.worker.answering import Answerer
from agents.worker.batches import Event, batches, waiting
from agents.worker.bookkeeping import Bookkeeping
from agents.worker.gathering import AWAITED_SECONDS, UNAWAITED_SECONDS, gather
from agents.worker.lanes import Lanes
from agents.worker.lost_records import ids_of, see_ids, see_known_by, see_origins
from agents.worker.spans import PAGES, Spans
from agents.worker.turns import Turn
from streams import metrics
from streams.rejection import Reject
from streams.settings import Settings
from streams.store.stores import Stores
from streams.table import Table
from streams.trace_export import Exporter

log = logging.getLogger(__name__)


class _Owned:
    """A table partition that this worker has open, and the events that its next commit finishes."""

    def __init__(  # noqa: PLR0913, PLR0917 - each is one part of the worker
        self,
        table: Table[Any],
        step: TableStep[Any, Any, Any, Any],
        committed: asyncio.Event,
        turn: Turn,
        settings: Settings,
        spans: Spans | None = None,
    ) -> None:
        self.table = table
        self._spans = spans
        self.applier = step.open(table, table.partition)
        self._committed = committed
        self.events: list[Event] = []
        self._could_join = turn.has_records if step.awaited else turn.anything_goes_on
        self._shortest = AWAITED_SECONDS if step.awaited else UNAWAITED_SECONDS
        self._interval = settings.commit_interval_ms / 1000
        self._limit = settings.in_flight
        self._committing: list[Event] = []
        self._hurry = asyncio.Event()
        self._changed = asyncio.Condition()
        self.closing = False
        self.busy = asyncio.Lock()
        """Held while a batch of it is worked on."""
        self.whole = asyncio.Event()
        """Cleared while a batch is applied in part: a commit then would hold marks without what they stand for."""
        self.whole.set()

    def held(self) -> int:
        """Return how many events are not committed yet."""
        return len(self.events) + len(self._committing)

    def _full(self) -> bool:
        return bool(self.events) and self.events[-1].message.offset - self.events[0].message.offset >= self._limit

    async def add(self, events: list[Event]) -> None:
        """Hold events until the next commit; waits while too many are held."""
        self.events.extend(events)
        async with self._changed:
            self._changed.notify_all()
            if self._full():
                self._hurry.set()
                await self._changed.wait_for(lambda: not self._full())

    async def commit_regularly(self) -> None:
        """Commit what has gathered, each interval, until the partition is closed."""
        took = 0.0
        while True:
            async with self._changed:
                await self._changed.wait_for(lambda: self.events or self.closing)
            if not self.events:
                return
            if not self.closing:
                await gather(self._hurry, self._could_join, self._shortest, self._interval, took)
            self._hurry.clear()
            began = time.monotonic()
            await self._commit()
            took = time.monotonic() - began

    async def _commit(self) -> None:
        while not self.whole.is_set():
            await self.whole.wait()
        self._committing, self.events = self.events, []
        with metrics.COMMIT_SECONDS.labels(self.table.stage).time():
            await self.table.commit()  # which takes what has gathered before anything else can happen
        for event in self._committing:
            event.ack()
        if self._spans is not None:
            self._spans.finished(self._committing)
        self._committing = []
        self._committed.set()
        async with self._changed:
            self._changed.notify_all()

    async def give_up(self) -> None:
        """Let go of what is held: another worker has taken the partition over, and does it again."""
        self.closing = True
        if self._spans is not None:
            self._spans.given_up([*self._committing, *self.events])
        self.events, self._committing = [], []
        self._committed.set()
        async with self._changed:
            self._changed.notify_all()

    def hurry(self) -> None:
        """Commit without waiting for the interval to end."""
        if self.events:
            self._hurry.set()

    async def drain(self) -> None:
        """Wait until what is worked on is done, and every event that is held is committed and acked."""
        async with self.busy:
            self._hurry.set()
        async with self._changed:
            await self._changed.wait_for(lambda: not (self.events or self._committing))

    async def close(self) -> None:
        """Let the last batch and the last commit end."""
        async with self.busy:
            self.closing = True
        self._hurry.set()
        async with self._changed:
            self._changed.notify_all()


class Stateful:
    """The thin shell between a Faust stream and a stage's table partitions.

    Table partitions are opened when their input partitions are assigned, and never by a record: a worker that was
    frozen and lost its partitions still holds records of them, and must not fence the owner that came after it.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - each is one part of the worker
        self,
        app: AppT,
        step: TableStep[Any, Any, Any, Any],
        answerer: Answerer | None,
        stores: Stores,
        turn: Turn,
        settings: Settings,
        exporter: Exporter | None = None,
    ) -> None:
        self.name = step.name
        self._app = app
        self._turn = turn
        self._step = step
        self._answerer = answerer
        self._stores = stores
        self._settings = settings
        self._books = Bookkeeping(step.name, settings, answerer.batch_seconds if answerer else None)
        self._spans = Spans(step.stage, step.reads, exporter, settings)
        self._owned: dict[int, asyncio.Task[_Owned]] = {}
        self._committing: dict[int, asyncio.Task[None]] = {}
        self._seeing: set[asyncio.Task[None]] = set()
        self._known_by = settings.topic(step.known_by or step.reads)
        """The topic by whose offsets it is known what was applied."""
        self._ids: asyncio.Task[dict[str, str]]
        """What its id is since the latest assignment."""
        self._committed = asyncio.Event()
        """Set by each commit of any partition."""

    async def run(self, stream: Stream[Any]) -> None:
        """Consume the stream until the worker stops."""
        lanes = Lanes(self._answerer.lanes if self._answerer else 1, self._work, self._books.batch_size)
        queued = waiting(stream)
        self._turn.reads(lambda: queued() + lanes.held())
        try:
            async for events in batches(self._app, stream, self._books.batch_size):
                await lanes.put(events)
        finally:
            lanes.cancel()

    async def _work(self, events: Sequence[Event]) -> None:
        try:
            await self._take(await self._sorted(events))
        except Exception as error:
            await self._app.crash(error)
            raise

    async def _sorted(self, events: Sequence[Event]) -> dict[_Owned, list[Event]]:
        """Return events by the partition that they are for, without those of partitions that went elsewhere."""
        by_partition: defaultdict[int, list[Event]] = defaultdict(list)
        for event in events:
            if event.message.generation_id == self._app.consumer_generation_id:
                by_partition[event.message.partition].append(event)
        taken: dict[_Owned, list[Event]] = {}
        for partition in sorted(by_partition):
            if (opened := self._owned.get(partition)) is not None:
                with self._turn.blocked():
                    taken[await opened] = by_partition[partition]
        return taken

    async def assigned(self, partitions: set[int]) -> None:
        """Close what went to another worker and open what is new; one that stays keeps its state and its fence."""
        for partition in [partition for partition in self._owned if partition not in partitions]:
            await self._close(partition, await self._owned.pop(partition))
        if partitions:
            self._ids = asyncio.create_task(ids_of(self._settings, [self._known_by]))
        self._seeing = {asyncio.create_task(self._see_again(opened)) for opened in self._owned.values()}
        for partition in sorted(partitions - self._owned.keys()):
            # In the background: reading a large table must not hold up the consumer group.
            self._owned[partition] = asyncio.create_task(self._open(partition))

    async def _open(self, partition: int) -> _Owned:
        step = self._step
        try:
            table = Table(
                self._settings,
                step.stage,
                step.table,
                partition,
                decode=step.load,
                encode=step.dump,
                stores=self._stores,
            )
            await table.open()
            await self._see(table)
            owned = _Owned(table, step, self._committed, self._turn, self._settings, self._spans)
        except Exception as error:
            await self._app.crash(error)
            raise
        self._committing[partition] = asyncio.create_task(self._commit_regularly(owned))
        return owned

    async def _see_again(self, opened: "asyncio.Task[_Owned]") -> None:
        try:
            await self._see((await opened).table)
        except Exception as error:
            await self._app.crash(error)
            raise

    async def _see(self, table: Table[Any]) -> None:
        """See whether what a partition has applied is of the topic as it is: one made anew is assigned anew."""
        read = self._step.known_by or self._step.reads
        if table.applied():
            see_known_by(self.name, read, table.known_by, table.topic_id)
        table.known_by = read
        known = {} if table.topic_id is None or not table.applied() else {self._known_by: table.topic_id}
        table.topic_id = see_ids(known, await self._ids).get(self._known_by, table.topic_id)
        if self._step.reads == PAGES:
            await see_origins(self._settings, table.applied())

    async def _commit_regularly(self, owned: _Owned) -> None:
        try:
            await owned.commit_regularly()
        except Exception as error:
            partition = TP(self._settings.topic(self._step.reads), owned.table.partition)
            if isinstance(error, ProducerFenced) and partition not in self._app.consumer.assignment():
                log.warning("%s went to another worker before its last commit, and is done again there", partition)
                await owned.give_up()
                return
            await self._app.crash(error)
            raise

    async def _take(self, taken: Mapping[_Owned, list[Event]]) -> None:
        async with AsyncExitStack() as busy:
            for owned in taken:
                await busy.enter_async_context(owned.busy)
            batches_of = {owned: events for owned, events in taken.items() if not owned.closing}
            if not batches_of:
                return
            seconds, rejections = await self._apply(batches_of)
            self._books.note(seconds, sum(map(len, batches_of.values())), rejections)
            with self._turn.blocked():
                for owned, events in batches_of.items():
                    await owned.add(events)
        with self._turn.blocked():
            await self._make_room()

    async def _apply(self, batches_of: Mapping[_Owned, list[Event]]) -> tuple[float, list[Reject]]:
        """Apply events to their partitions, changes and outputs in one: a commit takes both or neither.

        Returns
        -------
        tuple[float, list[Reject]]
            The seconds that it took, waits for a turn aside, and what was rejected.
        """
        parts = [
            apply(self._step, owned.table, owned.applier, [self._spans.taken(event) for event in events])
            for owned, events in batches_of.items()
        ]
        work, seconds = Work(join(parts)), 0.0

        def go_on() -> tuple[float, list[list[Processed]]]:
            began = time.perf_counter()
            for owned in batches_of:
                owned.whole.clear()
            results = work.go_on()
            for result in results:
                for owned, processed in zip(batches_of, result, strict=True):
                    self._spans.refused(processed.outs)
                    for out in processed.outs:
                        owned.table.publish(out)
                    owned.whole.set()
            return time.perf_counter() - began, results

        while True:
            taken, results = await self._turn.run(go_on)
            seconds += taken
            if results:
                return seconds, [rejection for processed in results[0] for rejection in processed.rejections]
            if self._answerer is None:
                raise TypeError(f"{self._step.name} asks, and has nothing that answers")
            began = time.perf_counter()
            work.answered(await self._answerer.answer(work.questions))
            seconds += time.perf_counter() - began

    async def _make_room(self) -> None:
        """Wait for commits while more is held, over all partitions, than may be in flight."""
        while True:
            opened = self._opened()
            if sum(owned.held() for owned in opened) < self._settings.in_flight:
                return
            for owned in opened:
                owned.hurry()
            self._committed.clear()
            await self._committed.wait()

    def _opened(self) -> list[_Owned]:
        """Return the partitions that are open; one that could not be opened ends the worker elsewhere."""
        tasks = self._owned.values()
        return [task.result() for task in tasks if task.done() and not task.cancelled() and task.exception() is None]

    async def drain(self) -> None:
        """Commit and ack everything that was taken."""
        await asyncio.gather(*(owned.drain() for owned in self._opened()))

    async def close(self) -> None:
        """Close what is open; what is still being opened is dropped."""
        for partition in list(self._owned):
            opening = self._owned.pop(partition)
            if opening.done() and not opening.cancelled() and opening.exception() is None:
                await self._close(partition, opening.result())
            else:
                opening.cancel()

    async def _close(self, partition: int, owned: _Owned) -> None:
        await owned.close()
        await self._committing.pop(partition)
        await owned.table.close()
