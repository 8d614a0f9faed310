"""How long changes gather before a commit."""

import asyncio

from agents.worker.gathering import gather

LONG = 60.0
"""Seconds that no test lasts."""


def test_changes_are_committed_when_nothing_could_join() -> None:
    """As soon as there is nothing that more of them could come from, changes do not wait for the interval to end."""
    looks = []

    def could_join() -> bool:
        looks.append(len(looks))
        return len(looks) < 3

    asyncio.run(asyncio.wait_for(gather(asyncio.Event(), could_join, 0.01, LONG, took=0), LONG))
    assert len(looks) == 3


def test_changes_gather_for_the_interval_at_most() -> None:
    """However much could still join, the interval ends the wait."""
    asked = []
    asyncio.run(gather(asyncio.Event(), lambda: not asked.append(1), 0.01, 0.1, took=0))
    assert 0 < len(asked) <= 10


def test_changes_gather_until_hurried() -> None:
    """While more could join, changes gather for the interval, or until they must be committed."""

    async def run() -> bool:
        hurry = asyncio.Event()
        gathering = asyncio.create_task(gather(hurry, lambda: True, 0.01, LONG, took=0))
        await asyncio.sleep(0.1)
        waited = not gathering.done()
        hurry.set()
        await gathering
        return waited

    assert asyncio.run(run())
