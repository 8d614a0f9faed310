"""Whose turn it is."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from agents.worker import turns
from agents.worker.turns import Turns


def go(test: Callable[[Turns], Coroutine[Any, Any, Any]]) -> Any:
    async def run() -> Any:
        row = Turns()
        try:
            return await test(row)
        finally:
            row.close()

    return asyncio.run(run())


def test_the_loop_goes_on_while_a_function_works():
    """A function waits for what only the event loop can do, and gets it."""

    async def test(row: Turns) -> bool:
        done = threading.Event()
        working = asyncio.create_task(row.turn(0).run(lambda: done.wait(30)))
        await asyncio.sleep(0)
        done.set()
        return await working

    assert go(test) is True


def test_one_function_at_a_time_the_latest_stage_first():
    """What waits while a function works goes by its place in the flow, and commits before all."""

    async def test(row: Turns) -> list[str]:
        order: list[str] = []
        hold = threading.Event()
        first = asyncio.create_task(row.turn(1).run(lambda: hold.wait(30)))
        await asyncio.sleep(0)
        waiting = [
            asyncio.create_task(row.turn(rank).run(lambda name=name: order.append(name)))
            for rank, name in ((0, "clean"), (4, "group"), (2, "tag_topics"))
        ]
        waiting.append(asyncio.create_task(row.first(lambda: order.append("commit"))))
        await asyncio.sleep(0)
        hold.set()
        await asyncio.gather(first, *waiting)
        return order

    assert go(test) == ["commit", "group", "tag_topics", "clean"]


def test_an_earlier_stage_waits_while_a_later_one_could_work():
    """Records that wait for a later stage hold the earlier one, until they are taken."""

    async def test(row: Turns) -> list[int]:
        records = [3]
        early, late = row.turn(0), row.turn(1)
        late.reads(lambda: records[0])
        met: list[int] = []
        working = asyncio.create_task(early.run(lambda: met.append(records[0])))
        for _ in range(3):
            await asyncio.sleep(0.02)
            await late.run(lambda: records.__setitem__(0, records[0] - 1))
        await working
        return met

    assert go(test) == [0]


def test_a_later_stage_that_waits_for_something_else_holds_nobody():
    """One that waits for the broker has records too, but could not work."""

    async def test(row: Turns) -> str:
        late = row.turn(1)
        late.reads(lambda: 5)
        with late.blocked():
            return await row.turn(0).run(lambda: "done")

    assert go(test) == "done"


def test_patience_ends(monkeypatch: pytest.MonkeyPatch):
    """A stage whose later ones always could work gets a turn all the same, so that it is never stuck."""
    monkeypatch.setattr(turns, "PATIENCE_SECONDS", 0.05)

    async def test(row: Turns) -> str:
        row.turn(1).reads(lambda: 5)
        return await row.turn(0).run(lambda: "done")

    assert go(test) == "done"


def test_an_error_comes_back_and_the_row_goes_on():
    """A function that fails fails for its stage, and the next one has its turn."""

    async def test(row: Turns) -> str:
        with pytest.raises(ZeroDivisionError):
            await row.turn(0).run(lambda: 1 // 0)
        return await row.turn(0).run(lambda: "done")

    assert go(test) == "done"


def test_one_who_stops_waiting_leaves_the_row():
    """A stage that is cancelled while it waits, or just when it is called, holds up nobody."""

    async def test(row: Turns) -> str:
        hold = threading.Event()
        first = asyncio.create_task(row.turn(0).run(lambda: hold.wait(30)))
        await asyncio.sleep(0)
        waiting = asyncio.create_task(row.turn(1).run(lambda: "never"))
        called = asyncio.create_task(row.turn(2).run(lambda: "never"))
        await asyncio.sleep(0)
        waiting.cancel()
        hold.set()
        await first
        called.cancel()
        return await row.turn(0).run(lambda: "done")

    assert go(test) == "done"
