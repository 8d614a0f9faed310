"""Results that are remembered: the words of a language and the lines of an outlet come again and again."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memo(dict[K, V], Generic[K, V]):
    """A dict that starts anew when it is full: a look-up costs a fraction of one in an LRU cache.

    Parameters
    ----------
    max_entries
        Entries that it holds at most.
    make
        Works out the value of a key that is looked up for the first time; without it, that raises KeyError.
    """

    def __init__(self, max_entries: int, make: Callable[[K], V] | None = None) -> None:
        super().__init__()
        self._max_entries = max_entries
        self._make = make

    def __missing__(self, key: K) -> V:
        """Work out the value of a key and keep it."""
        if self._make is None:
            raise KeyError(key)
        value = self._make(key)
        if len(self) >= self._max_entries:
            self.clear()
        self[key] = value
        return value

    def keep(self, key: K, value: V) -> V:
        """Keep a value, and return it."""
        if len(self) >= self._max_entries:
            self.clear()
        self[key] = value
        return value
