"""What was worked out before, by what it was worked out from: an outlet's lines and a language's words come again."""

from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memory(dict[K, V], Generic[K, V]):
    """A dict that starts anew when it is full: a look-up costs a fraction of one in an LRU cache.

    Parameters
    ----------
    most
        Entries that it holds at most.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def keep(self, key: K, value: V) -> V:
        """Remember a value, and give it back."""
        if len(self) >= self._most:
            self.clear()
        self[key] = value
        return value
