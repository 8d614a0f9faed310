"""How long the changes of a table partition gather before they are committed together."""

import asyncio
import time
from collections.abc import Callable

COMMIT_REST = 2.0
"""How long to gather after a commit, in times of what it took: on a busy machine larger commits, not more of them."""
SHORTEST_SECONDS = 0.03
"""How long to gather at least: a transaction costs about as much as a short page."""


async def gather(hurry: asyncio.Event, at_hand: Callable[[], bool] | None, interval: float, took: float) -> None:
    """Wait as long as changes should gather.

    Parameters
    ----------
    hurry
        Set when they must not wait any longer.
    at_hand
        Whether there are records that could join; as soon as there are none, the wait is over. None: nobody waits for
        what is committed, and changes gather for the whole interval.
    interval
        Seconds to wait at most.
    took
        Seconds that the commit before took.
    """
    longest = max(interval, COMMIT_REST * took)
    if at_hand is None:
        await _wait(hurry, longest)
        return
    until = time.monotonic() + longest
    step = min(longest, max(SHORTEST_SECONDS, took))
    await _wait(hurry, step)
    while at_hand() and not hurry.is_set() and (left := until - time.monotonic()) > 0:
        await _wait(hurry, min(step, left))


async def _wait(event: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return
