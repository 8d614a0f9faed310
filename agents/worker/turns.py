"""Whose turn it is: one stage's function works at a time, later stages go first, and the event loop turns between two.

A stage takes a turn only when no later stage of this worker could work, so that what lies between them stays small, and
a page that was begun is finished soon. While a function works the event loop stands still. So that sends, commits and
the consumer group wait for one function at most, not for one of each stage, the loop turns a few times after each.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
LOOK_SECONDS = 0.005
"""How soon a stage that waits looks again whether a later one could work."""
PATIENCE_SECONDS = 5.0
"""How long a stage waits for later ones at most: it must not stand still for as long as these may have work."""
LOOP_TURNS = 3
"""Of the event loop after each function: an answer comes in, its task wakes, and the next request goes out."""


class Turn:
    """A stage's place in the row.

    Parameters
    ----------
    turns
        What it takes its turns from.
    rank
        The place: higher ones go first.
    """

    def __init__(self, turns: "Turns", rank: int) -> None:
        self.rank = rank
        self._turns = turns
        self._records: Callable[[], int] = int
        self._blocked = 0
        self._stocks = [1]
        self.works_elsewhere = False
        """Whether its part is short, and what it hands on is worked on elsewhere: then it goes before all others."""

    def reads(self, records: Callable[[], int]) -> None:
        """Take in how to see the number of records that wait for the stage."""
        self._records = records

    def has_records(self) -> bool:
        """Whether records wait for the stage."""
        return self._records() > 0

    def anything_goes_on(self) -> bool:
        """Whether any stage of the worker has records, or works."""
        return self._turns.anything_goes_on()

    @property
    def occupied(self) -> bool:
        """Whether records wait for the stage, or it waits for what is done elsewhere."""
        return self.has_records() or self._blocked > 0 or len(self._stocks) > 1

    @contextmanager
    def blocked(self) -> Iterator[None]:
        """Let earlier stages go on while this one waits for something else than its turn."""
        self._blocked += 1
        try:
            yield
        finally:
            self._blocked -= 1

    @contextmanager
    def stocking(self, enough: int) -> Iterator[None]:
        """Let earlier stages go on, while this one works elsewhere, until so many records wait for it."""
        self._stocks.append(enough)
        try:
            yield
        finally:
            self._stocks.remove(enough)

    def could_work(self) -> bool:
        """Whether there are records for the stage, and nothing else that it waits for."""
        return not self._blocked and self._records() >= max(self._stocks)

    async def run(self, function: Callable[[], T]) -> T:
        """Run a function when it is the stage's turn, and return its result."""
        return await self._turns.run(self.rank, function, ahead=self.works_elsewhere)


class _Waiting:
    def __init__(self, rank: int, *, ahead: bool) -> None:
        self.rank = rank
        self.ahead = ahead
        self.since = time.monotonic()
        self.called: asyncio.Future[None] = asyncio.get_running_loop().create_future()


class Turns:
    """The row of a worker's stages."""

    def __init__(self) -> None:
        self._turns: list[Turn] = []
        self._waiting: list[_Waiting] = []
        self._busy = False
        self._looking: asyncio.TimerHandle | None = None
        self.finishing = False
        """Whether what was begun is to be finished, and no stage waits for what later ones could take up."""

    def turn(self, rank: int) -> Turn:
        """Return a place in the row."""
        turn = Turn(self, rank)
        self._turns.append(turn)
        return turn

    def anything_goes_on(self) -> bool:
        """Whether any stage has records, or works."""
        return self._busy or bool(self._waiting) or any(turn.occupied for turn in self._turns)

    async def run(self, rank: int, function: Callable[[], T], *, ahead: bool = False) -> T:
        """Run a function when its rank has its turn, or ahead of all, and return its result."""
        waiting = _Waiting(rank, ahead=ahead)
        self._waiting.append(waiting)
        self._call_next()
        try:
            await waiting.called
        except asyncio.CancelledError:
            if not waiting.called.cancelled():  # it was called, and will not work
                self._over(0)
            elif waiting in self._waiting:
                self._waiting.remove(waiting)
            raise
        try:
            return function()
        finally:
            self._over(LOOP_TURNS)

    def _over(self, loop_turns: int) -> None:
        """Call the next one, after so many turns of the event loop."""
        if loop_turns:
            asyncio.get_running_loop().call_soon(self._over, loop_turns - 1)
            return
        self._busy = False
        self._call_next()

    def _call_next(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self._waiting = [waiting for waiting in self._waiting if not waiting.called.cancelled()]
        if self._busy or not self._waiting:
            return
        now = time.monotonic()
        patient = [waiting for waiting in self._waiting if waiting.ahead or now - waiting.since > PATIENCE_SECONDS]
        chosen = min(patient, key=lambda waiting: waiting.since, default=None) or max(
            self._waiting, key=lambda waiting: waiting.rank
        )
        if not (self.finishing or chosen in patient) and any(
            turn.could_work() for turn in self._turns if turn.rank > chosen.rank
        ):
            self._looking = asyncio.get_running_loop().call_later(LOOK_SECONDS, self._call_next)
            return
        self._waiting.remove(chosen)
        self._busy = True
        chosen.called.set_result(None)
