"""Which numbers stand under a key, for hundreds of thousands of keys in little memory."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

RECENT = 1024
"""Numbers that stand in a dictionary until they are sorted in among the others."""
_MASK = 2**64 - 1


class Postings:
    """Numbers by their keys, 12 bytes for each: two sorted arrays, and a dictionary of what came last.

    Of a key only the last 64 bits count.
    """

    def __init__(self) -> None:
        self._keys = array("Q")
        self._numbers = array("I")
        self._recent: dict[int, list[int]] = {}
        self._waiting = 0

    def add(self, key: int, number: int) -> None:
        """Put a number below 2**32 under a key."""
        self._recent.setdefault(key & _MASK, []).append(number)
        self._waiting += 1
        if self._waiting >= RECENT:
            self._sort_in()

    def of(self, key: int) -> Iterator[int]:
        """Yield the numbers under a key, the one that was added last first."""
        key &= _MASK
        yield from reversed(self._recent.get(key, ()))
        place = bisect_right(self._keys, key) - 1
        while place >= 0 and self._keys[place] == key:
            yield self._numbers[place]
            place -= 1

    def renumber(self, numbers: NDArray[np.int64]) -> None:
        """Change all numbers at once.

        Parameters
        ----------
        numbers
            Shape (highest number + 1,): by each number the one that takes its place, in the same order; -1: it goes.
        """
        self._sort_in()
        new = numbers[np.frombuffer(self._numbers, np.uint32)]
        keys = np.frombuffer(self._keys, np.uint64)
        self._set(keys[new >= 0], new[new >= 0].astype(np.uint32))

    def _sort_in(self) -> None:
        recent = [(key, number) for key, numbers in sorted(self._recent.items()) for number in numbers]
        if not recent:
            return
        new = np.array([key for key, _ in recent], np.uint64)
        keys, numbers = np.frombuffer(self._keys, np.uint64), np.frombuffer(self._numbers, np.uint32)
        places = np.searchsorted(keys, new, side="right")
        self._recent, self._waiting = {}, 0
        self._set(
            np.insert(keys, places, new),
            np.insert(numbers, places, np.array([number for _, number in recent], np.uint32)),
        )

    def _set(self, keys: NDArray[np.uint64], numbers: NDArray[np.uint32]) -> None:
        self._keys, self._numbers = array("Q", keys.tobytes()), array("I", numbers.tobytes())
