"""Carries a stage without a table: at least once, in order, with overlapping sends in a bounded window."""

import asyncio
import time
from collections import deque
from typing import Any, NamedTuple

from faust.streams import Stream
from faust.types import TP, AppT

from agents.stage import Processed, Step, run
from agents.worker.batches import Event, batches, waiting
from agents.worker.bookkeeping import Bookkeeping
from agents.worker.publisher import Publisher
from agents.worker.spans import Spans
from agents.worker.turns import Turn
from streams.settings import Settings
from streams.trace_export import Exporter


class _Sent(NamedTuple):
    events: list[Event]
    first: dict[TP, int]
    """The first offset of each partition in it."""
    futures: "list[asyncio.Future[Any]]"


class Stateless:
    """The thin shell between a Faust stream and a stage's step."""

    def __init__(  # noqa: PLR0913, PLR0917 - each is one part of the worker
        self,
        app: AppT,
        step: Step[Any, Any],
        publisher: Publisher,
        turn: Turn,
        settings: Settings,
        exporter: Exporter | None = None,
    ) -> None:
        self.name = step.name
        self._app = app
        self._step = step
        self._publisher = publisher
        self._turn = turn
        self._busy = asyncio.Lock()
        """Held while a batch is worked on."""
        self._max_in_flight = settings.in_flight
        self._books = Bookkeeping(step.name, settings)
        self._spans = Spans(step.name, step.reads, exporter, settings)
        self._window: deque[_Sent] = deque()
        self._changed = asyncio.Condition()

    async def run(self, stream: Stream[Any]) -> None:
        """Consume the stream until the worker stops."""
        self._turn.reads(waiting(stream))
        finisher = asyncio.create_task(self._finish())
        try:
            async for events in batches(self._app, stream, self._books.batch_size):
                if finisher.done():
                    await finisher
                await self._take(events)
        finally:
            finisher.cancel()

    async def _take(self, events: list[Event]) -> None:
        first: dict[TP, int] = {}
        last: dict[TP, int] = {}
        for event in events:
            first.setdefault(event.message.tp, event.message.offset)
            last[event.message.tp] = event.message.offset
        with self._turn.blocked():
            async with self._changed:
                await self._changed.wait_for(lambda: self._has_room(last))
        async with self._busy:
            seconds, processed = await self._turn.run(lambda: self._run(events))
            self._books.note(seconds, len(events), processed.rejections)
            self._spans.refused(processed.outs)
            with self._turn.blocked():
                futures = [await self._publisher.send(out) for out in processed.outs]
            async with self._changed:
                self._window.append(_Sent(events, first, futures))
                self._changed.notify_all()

    def _run(self, events: list[Event]) -> tuple[float, Processed]:
        began = time.perf_counter()
        processed = run(self._step, [self._spans.taken(event) for event in events])
        return time.perf_counter() - began, processed

    def _has_room(self, last: dict[TP, int]) -> bool:
        oldest: dict[TP, int] = {}
        for sent in self._window:
            for tp, offset in sent.first.items():
                oldest.setdefault(tp, offset)
        return all(offset - oldest.get(tp, offset) < self._max_in_flight for tp, offset in last.items())

    async def _finish(self) -> None:
        """Await the oldest batch's acknowledgements, then ack its events: always in the order of the partition."""
        try:
            while True:
                async with self._changed:
                    await self._changed.wait_for(lambda: self._window)
                oldest = self._window[0]
                await asyncio.gather(*oldest.futures)
                for event in oldest.events:
                    event.ack()
                self._spans.finished(oldest.events)
                async with self._changed:
                    self._window.popleft()
                    self._changed.notify_all()
        except Exception as error:
            await self._app.crash(error)
            raise

    async def drain(self) -> None:
        """Wait until everything that was sent is acknowledged and acked."""
        async with self._busy, self._changed:
            await self._changed.wait_for(lambda: not self._window)

    async def assigned(self, partitions: set[int]) -> None:
        """Do nothing: there is no state to open or to close."""

    async def close(self) -> None:
        """Do nothing: there is no state to close."""
