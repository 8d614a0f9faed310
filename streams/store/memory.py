"""A store in a dict: nothing on disk, and everything is read from the topic at each start."""

from collections.abc import Iterable, Mapping

from streams.store.store import Standing


class MemoryStore:
    """Keeps everything in a dict."""

    def __init__(self) -> None:
        self._bytes: dict[str, bytes] = {}
        self._standing: Standing | None = None
        self._round: list[str] = []
        """Keys that are still to come in this round."""

    def standing(self) -> Standing | None:
        """Return how far it reaches; None while that is not known."""
        return self._standing

    def get(self, key: str) -> bytes | None:
        """Return a key's bytes; None when it has none."""
        return self._bytes.get(key)

    def write(self, changes: Mapping[str, bytes | None], standing: Standing | None = None) -> None:
        """Take in what was committed; None takes a key out."""
        for key, value in changes.items():
            if value is None:
                self._bytes.pop(key, None)
            else:
                self._bytes[key] = value
        self._standing = standing or self._standing

    def count(self) -> int:
        """Return how many keys have bytes."""
        return len(self._bytes)

    def size(self) -> int:
        """Return how many bytes the values have."""
        return sum(map(len, self._bytes.values()))

    def keys(self) -> Iterable[str]:
        """Return the keys that have bytes."""
        return self._bytes.keys()

    def next_keys(self, limit: int) -> list[str]:
        """Return up to so many of the keys, going round: each call goes on from the last."""
        if not self._round:
            self._round = list(self._bytes)
        taken = self._round[-limit:]
        del self._round[-limit:]
        return [key for key in taken if key in self._bytes]

    def clear(self) -> None:
        """Forget everything, the standing too."""
        self._bytes.clear()
        self._round.clear()
        self._standing = None

    def close(self) -> None:
        """Forget everything."""
        self.clear()
