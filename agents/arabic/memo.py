"""Results that are remembered: the words of a language and the lines of an outlet come again and again."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memo(dict[K, V], Generic[K, V]):
    """A dict that forgets, when full, what was not used lately: a look-up costs a fraction of one in an LRU cache.

    Parameters
    ----------
    max_entries
        Entries that it holds at most. Half of them are those used last; when these are full, those used before them go.
    make
        Works out the value of a key that is looked up for the first time; without it, that raises KeyError, and a full
        dict starts anew.
    """

    def __init__(self, max_entries: int, make: Callable[[K], V] | None = None) -> None:
        super().__init__()
        self._max_entries = max_entries if make is None else max(1, max_entries // 2)
        self._make = make
        self._before: dict[K, V] = {}

    def __missing__(self, key: K) -> V:
        """Work out the value of a key, or find it among those used before, and keep it."""
        if self._make is None:
            raise KeyError(key)
        value = self._before[key] if key in self._before else self._make(key)
        if len(self) >= self._max_entries:
            return self.keep(key, value)
        self[key] = value
        return value

    def keep(self, key: K, value: V) -> V:
        """Keep a value, and return it."""
        if len(self) >= self._max_entries:
            if self._make is not None:
                self._before = dict(self)
            self.clear()
        self[key] = value
        return value
