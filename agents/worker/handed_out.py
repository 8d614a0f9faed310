"""The records that stages were given and have not taken or not finished: none of them may be passed over."""

from collections import deque

from faust.types import TP


class PassedOverError(Exception):
    """A record is taken or finished, and one before it in its partition was given to a stage and never was."""

    def __init__(self, tp: TP, offset: int, behind: int, done: str) -> None:
        super().__init__(
            f"{tp.topic}[{tp.partition}]: the record at {offset} was dropped before that at {behind} was {done}; "
            f"the worker ends, and reads it again when it is started"
        )


class HandedOut:
    """Offsets of what was handed out and is not taken, or not finished, by partition, in their order."""

    def __init__(self) -> None:
        self._waiting: dict[TP, deque[int]] = {}
        self._open: dict[TP, deque[int]] = {}

    def give(self, tp: TP, offset: int) -> None:
        """Note a record that is handed out; of a partition that is read again from here what came after is void."""
        for of_partition in (self._waiting, self._open):
            offsets = of_partition.setdefault(tp, deque())
            while offsets and offsets[-1] >= offset:
                offsets.pop()
            offsets.append(offset)

    def take(self, tp: TP, offset: int) -> None:
        """Note a record that a stage takes.

        Raises
        ------
        PassedOverError
            When one before it was not taken: a table would remember this one as applied, and that one later.
        """
        _next(self._waiting, tp, offset, "taken")

    def finish(self, tp: TP, offset: int) -> None:
        """Note a record that is finished.

        Raises
        ------
        PassedOverError
            When one before it was not: to commit behind this one would lose that.
        """
        _next(self._open, tp, offset, "finished")

    def forget(self) -> None:
        """Begin anew, as everything that is not finished is read again."""
        self._waiting.clear()
        self._open.clear()


def _next(of_partition: dict[TP, deque[int]], tp: TP, offset: int, done: str) -> None:
    """Take an offset out that is the first of its partition."""
    offsets = of_partition.get(tp)
    if not offsets or offsets[0] > offset:
        return
    if offsets[0] < offset:
        raise PassedOverError(tp, offsets[0], offset, done)
    offsets.popleft()
