"""Partitions in lanes that are worked on side by side: while one waits for answers, the other has questions ready."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from agents.worker.batches import BatchSize, Event


class Lanes:
    """Lanes, each with the events of its own partitions in their order.

    Parameters
    ----------
    count
        How many; with one, events are worked on as they are put.
    work
        Works on events, whatever goes wrong included.
    size
        How many events a lane takes at once, and holds.
    """

    def __init__(self, count: int, work: Callable[[Sequence[Event]], Awaitable[None]], size: BatchSize) -> None:
        self._work = work
        self._size = size
        self._held: list[list[Event]] = [[] for _ in range(count)]
        self._lane_of: dict[int, int] = {}
        """A partition's lane, in turns as they are met: a worker may have the even ones alone."""
        self._changed = asyncio.Condition()
        self._tasks = [asyncio.create_task(self._go(held)) for held in self._held] if count > 1 else []

    def held(self) -> int:
        """Return how many events are held, and not yet worked on."""
        return sum(map(len, self._held))

    async def put(self, events: Sequence[Event]) -> None:
        """Work on events, or give them to their lanes; waits while one of these holds a batch already."""
        if not self._tasks:
            await self._work(events)
            return
        for event in events:
            lane = self._lane_of.setdefault(event.message.partition, len(self._lane_of) % len(self._held))
            self._held[lane].append(event)
        async with self._changed:
            self._changed.notify_all()
            await self._changed.wait_for(lambda: all(len(held) < self._size.now for held in self._held))

    async def _go(self, held: list[Event]) -> None:
        while True:
            async with self._changed:
                await self._changed.wait_for(lambda: held)
                events = held[: self._size.now]
                del held[: self._size.now]
                self._changed.notify_all()
            await self._work(events)

    def cancel(self) -> None:
        """Work on nothing more."""
        for task in self._tasks:
            task.cancel()
