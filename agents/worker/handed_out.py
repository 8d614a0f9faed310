"""The records that stages were given and have not finished: none of them may be passed over."""

from collections import deque

from faust.types import TP


class PassedOverError(Exception):
    """A record is finished, and one before it in its partition was given to a stage and never was."""

    def __init__(self, tp: TP, offset: int, finished: int) -> None:
        super().__init__(
            f"{tp.topic}[{tp.partition}]: the record at {offset} was dropped before that at {finished} was finished; "
            f"the worker ends, and reads it again when it is started"
        )


class HandedOut:
    """Offsets of what was handed out and is not finished, by partition, in their order."""

    def __init__(self) -> None:
        self._open: dict[TP, deque[int]] = {}

    def give(self, tp: TP, offset: int) -> None:
        """Note a record that is handed out; of a partition that is read again from here what came after is void."""
        offsets = self._open.setdefault(tp, deque())
        while offsets and offsets[-1] >= offset:
            offsets.pop()
        offsets.append(offset)

    def finish(self, tp: TP, offset: int) -> None:
        """Note a record that is finished.

        Raises
        ------
        PassedOverError
            When one before it was not: to commit behind this one would lose that.
        """
        offsets = self._open.get(tp)
        if not offsets or offsets[0] > offset:
            return
        if offsets[0] < offset:
            raise PassedOverError(tp, offsets[0], offset)
        offsets.popleft()

    def forget(self) -> None:
        """Begin anew, as everything that is not finished is read again."""
        self._open.clear()
