"""How long changes gather before a commit."""

import asyncio

from agents.worker.gathering import gather

LONG = 60.0
"""Seconds that no test lasts."""


def test_changes_that_are_awaited_are_committed_when_nothing_could_join() -> None:
    """Where a stage waits for them and no record is at hand, changes do not wait for the interval to end."""
    looks = []

    def at_hand() -> bool:
        looks.append(len(looks))
        return len(looks) < 3

    asyncio.run(asyncio.wait_for(gather(asyncio.Event(), at_hand, LONG, took=0), LONG))
    assert len(looks) == 3


def test_changes_gather_for_the_interval_at_most() -> None:
    """However many records are at hand, the interval ends the wait."""
    asked = []
    asyncio.run(gather(asyncio.Event(), lambda: not asked.append(1), 0.1, took=0))
    assert 0 < len(asked) <= 10


def test_changes_that_nobody_waits_for_gather_until_hurried() -> None:
    """Where no stage waits, changes gather for the interval, or until they must be committed."""

    async def run() -> bool:
        hurry = asyncio.Event()
        gathering = asyncio.create_task(gather(hurry, None, LONG, took=0))
        await asyncio.sleep(0.1)
        waited = not gathering.done()
        hurry.set()
        await gathering
        return waited

    assert asyncio.run(run())
