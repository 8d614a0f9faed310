"""Partitions in lanes that are worked on side by side."""

import asyncio
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any, cast

import pytest

from agents.worker.batches import BatchSize, Event
from agents.worker.lanes import Lanes

SIZE = BatchSize(4, 1.0)


def event(partition: int, offset: int) -> Event:
    return cast("Any", SimpleNamespace(message=SimpleNamespace(partition=partition, offset=offset)))


def places(events: Sequence[Event]) -> list[tuple[int, int]]:
    return [(event.message.partition, event.message.offset) for event in events]


class Work:
    """Notes what it is given, and is done when it is let."""

    def __init__(self) -> None:
        self.begun: list[list[tuple[int, int]]] = []
        self.let = asyncio.Event()

    async def __call__(self, events: Sequence[Event]) -> None:
        """Work on events."""
        self.begun.append(places(events))
        await self.let.wait()


async def turns() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


def test_one_lane_works_as_events_come():
    """With one lane, events are worked on before more can be put."""

    async def test() -> list[list[tuple[int, int]]]:
        work = Work()
        work.let.set()
        lanes = Lanes(1, work, SIZE)
        await lanes.put([event(0, 1), event(1, 1)])
        lanes.cancel()
        return work.begun

    assert asyncio.run(test()) == [[(0, 1), (1, 1)]]


def test_one_lane_goes_on_while_the_other_waits():
    """While one lane waits for its answers the other begins; what comes for a lane meanwhile keeps its order."""

    async def test() -> tuple[list[list[tuple[int, int]]], int, list[list[tuple[int, int]]]]:
        work = Work()
        lanes = Lanes(2, work, SIZE)
        await lanes.put([event(0, 1)])
        await turns()
        await lanes.put([event(2, 1), event(4, 1), event(0, 2)])
        await turns()
        begun, held = list(work.begun), lanes.held()
        work.let.set()
        await turns()
        lanes.cancel()
        return begun, held, work.begun

    begun, held, after = asyncio.run(test())
    assert (begun, held) == ([[(0, 1)], [(2, 1)]], 2)
    assert after[2:] == [[(4, 1), (0, 2)]]


def test_a_full_lane_lets_nothing_more_in():
    """While a lane holds a batch, what brings events waits, so that what is begun stays bounded."""

    async def test() -> tuple[bool, bool]:
        work = Work()
        lanes = Lanes(2, work, SIZE)
        await lanes.put([event(0, 0)])
        await turns()
        putting = asyncio.create_task(lanes.put([event(0, offset) for offset in range(1, 6)]))
        await turns()
        waits = not putting.done()
        work.let.set()
        await putting
        lanes.cancel()
        return waits, lanes.held() < SIZE.now

    assert asyncio.run(test()) == (True, True)


@pytest.mark.parametrize("count", [1, 2])
def test_nothing_is_worked_on_once_it_is_cancelled(count):
    """What a lane holds when the worker stops is left to who reads it again."""

    async def test() -> list[list[tuple[int, int]]]:
        work = Work()
        work.let.set()
        lanes = Lanes(count, work, SIZE)
        await lanes.put([event(0, 0)])
        await turns()
        lanes.cancel()
        await turns()
        return work.begun

    assert asyncio.run(test()) == [[(0, 0)]]
