"""Whose turn it is."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from agents.worker import turns
from agents.worker.turns import Turns


def go(test: Callable[[Turns], Coroutine[Any, Any, Any]]) -> Any:
    async def run() -> Any:
        return await test(Turns())

    return asyncio.run(run())


def test_the_loop_turns_between_two_functions():
    """What is ready, and what follows from it, is done before the next stage works."""

    async def test(row: Turns) -> list[str]:
        order: list[str] = []

        async def answer() -> None:
            order.append("answer")
            await asyncio.sleep(0)
            order.append("next request")

        def work() -> None:
            order.append("function")
            answering.append(asyncio.create_task(answer()))

        answering: list[asyncio.Task[None]] = []
        await asyncio.gather(row.turn(0).run(work), row.turn(1).run(work))
        await asyncio.gather(*answering)
        return order

    assert go(test) == ["function", "answer", "next request"] * 2


def test_one_function_at_a_time_the_latest_stage_first():
    """What waits while a function works goes by its place in the flow."""

    async def test(row: Turns) -> list[str]:
        order: list[str] = []
        places = ((1, "tag_entities"), (0, "clean"), (4, "group"), (2, "tag_topics"))
        turns = [(row.turn(rank), name) for rank, name in places]
        await asyncio.gather(*(turn.run(lambda name=name: order.append(name)) for turn, name in turns))
        return order

    assert go(test) == ["tag_entities", "group", "tag_topics", "clean"]


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


def test_earlier_stages_stock_one_that_works_elsewhere():
    """They go on until enough records wait for it, and hold from then on."""

    async def test(row: Turns) -> list[int]:
        waiting = [0]
        late = row.turn(1)
        late.reads(lambda: waiting[0])
        early = row.turn(0)

        def make_one() -> None:
            waiting[0] += 1

        with late.stocking(3):
            for _ in range(3):
                await early.run(make_one)
            held = asyncio.create_task(early.run(make_one))
            await asyncio.sleep(0.05)
            stocked = waiting[0]
        waiting[0] = 0
        await held
        return [stocked, waiting[0]]

    assert go(test) == [3, 1]


def test_one_that_works_elsewhere_goes_before_all():
    """Its own part is short, and what it hands on is not to wait for later stages."""

    async def test(row: Turns) -> list[str]:
        order: list[str] = []
        elsewhere, late = row.turn(0), row.turn(1)
        elsewhere.works_elsewhere = True
        late.reads(lambda: 5)
        waiting = ((late, "late"), (late, "later"), (elsewhere, "elsewhere"))
        await asyncio.gather(*(turn.run(lambda name=name: order.append(name)) for turn, name in waiting))
        await elsewhere.run(lambda: order.append("again"))
        return order

    assert go(test) == ["late", "elsewhere", "later", "again"]


def test_nobody_waits_while_all_is_finished():
    """When partitions go or the worker stops, what was begun is finished, whatever later stages could take up."""

    async def test(row: Turns) -> str:
        row.turn(1).reads(lambda: 5)
        row.finishing = True
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
        called = asyncio.create_task(row.turn(0).run(lambda: "never"))
        waiting = asyncio.create_task(row.turn(1).run(lambda: "never"))
        await asyncio.sleep(0)
        called.cancel()
        waiting.cancel()
        return await row.turn(0).run(lambda: "done")

    assert go(test) == "done"


def test_whether_anything_goes_on():
    """Records that wait, a function that works, and a wait for something elsewhere are seen; a row at rest too."""

    async def test(row: Turns) -> list[bool]:
        waiting = [0]
        early, late = row.turn(0), row.turn(1)
        late.reads(lambda: waiting[0])
        seen = [early.anything_goes_on(), await early.run(late.anything_goes_on)]
        async with asyncio.timeout(60):
            while late.anything_goes_on():
                await asyncio.sleep(0)
        with early.blocked():
            seen.append(late.anything_goes_on())
        with early.stocking(3):
            seen.append(late.anything_goes_on())
        waiting[0] = 1
        return [*seen, early.anything_goes_on()]

    assert go(test) == [False, True, True, True, True]
