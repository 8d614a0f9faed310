"""How long the changes of a table partition gather before they are committed together."""

import asyncio
import time
from collections.abc import Callable

COMMIT_REST = 2.0
"""How long to gather after a commit, in times of what it took: on a busy machine larger commits, not more of them."""
AWAITED_SECONDS = 0.03
"""How long to gather at least where a stage waits for it: a transaction costs about as much as a short page."""
UNAWAITED_SECONDS = 0.2
"""How long to gather at least where none does."""


async def gather(
    hurry: asyncio.Event, could_join: Callable[[], bool], shortest: float, longest: float, took: float
) -> None:
    """Wait as long as changes should gather.

    Parameters
    ----------
    hurry
        Set when they must not wait any longer.
    could_join
        Whether there is anything that more changes could come from; as soon as there is nothing, the wait is over.
    shortest, longest
        Seconds to wait at least and at most.
    took
        Seconds that the commit before took.
    """
    longest = max(longest, COMMIT_REST * took)
    until = time.monotonic() + longest
    step = min(longest, max(shortest, took))
    await _wait(hurry, step)
    while could_join() and not hurry.is_set() and (left := until - time.monotonic()) > 0:
        await _wait(hurry, min(step, left))


async def _wait(event: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return
