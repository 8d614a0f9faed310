"""What answers a stage's questions: a function in this process, or one in a process beside it."""

from collections.abc import Sequence
from typing import Protocol

from agents.table_stage import Answer
from agents.worker.beside import Beside
from agents.worker.turns import Turn
from streams.rejection import Reject

BESIDE_SECONDS = 0.5
"""How long a batch may take with a process beside, its wait for the one of the other lane included: nothing waits for
it but what comes behind, and an article costs less among others."""
BESIDE_LANES = 2
"""A process beside has the next questions before the worker has taken its answers in, and need not stand still."""


class Answerer(Protocol):
    """Answers the questions of one stage."""

    @property
    def batch_seconds(self) -> float | None:
        """How long a batch may take; None: as long as the settings say."""

    @property
    def lanes(self) -> int:
        """How many batches, of different partitions, may ask at a time."""

    async def answer(self, questions: Sequence[bytes]) -> Sequence[bytes | Reject]:
        """Return an answer to each question."""


class Inside:
    """Answers in this process, when it is the stage's turn."""

    batch_seconds = None
    lanes = 1

    def __init__(self, answer: Answer, turn: Turn) -> None:
        self._answer = answer
        self._turn = turn

    async def answer(self, questions: Sequence[bytes]) -> Sequence[bytes | Reject]:
        """Return an answer to each question."""
        return await self._turn.run(lambda: self._answer(questions))


class Outside:
    """Has a process beside this one answer; earlier stages go on meanwhile, until enough waits for the stage.

    Parameters
    ----------
    beside
        The process.
    turn
        The stage's.
    stock
        How many records are enough.
    """

    batch_seconds = BESIDE_SECONDS
    lanes = BESIDE_LANES

    def __init__(self, beside: Beside, turn: Turn, stock: int) -> None:
        self._beside = beside
        self._turn = turn
        self._stock = stock
        turn.works_elsewhere = True

    async def answer(self, questions: Sequence[bytes]) -> Sequence[bytes | Reject]:
        """Return an answer to each question."""
        with self._turn.stocking(self._stock):
            return await self._beside.answer(questions)
