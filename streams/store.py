"""Where a table partition keeps its committed bytes.

The topic is the truth: a store holds what was read from it, and is told of each commit after it is there. What is not
committed yet stays in the table's own memory.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

from streams.settings import Settings


class Store(Protocol):
    """The committed bytes of one table partition, by key."""

    def get(self, key: str) -> bytes | None:
        """Return a key's bytes; None when it has none."""

    def write(self, changes: Mapping[str, bytes | None]) -> None:
        """Take in what was committed; None takes a key out."""

    def keys(self) -> Iterable[str]:
        """Return the keys that have bytes."""

    def next_keys(self, limit: int) -> list[str]:
        """Return up to so many of the keys, going round: each call goes on from the last."""

    def close(self) -> None:
        """Let go of files and memory."""


class MemoryStore:
    """Keeps everything in a dict."""

    def __init__(self) -> None:
        self._bytes: dict[str, bytes] = {}
        self._round: list[str] = []
        """Keys that are still to come in this round."""

    def get(self, key: str) -> bytes | None:
        """Return a key's bytes; None when it has none."""
        return self._bytes.get(key)

    def write(self, changes: Mapping[str, bytes | None]) -> None:
        """Take in what was committed; None takes a key out."""
        for key, value in changes.items():
            if value is None:
                self._bytes.pop(key, None)
            else:
                self._bytes[key] = value

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

    def close(self) -> None:
        """Forget everything."""
        self._bytes.clear()


def open_store(settings: Settings, topic: str, partition: int) -> Store:  # noqa: ARG001 - for stores that keep files
    """Return an empty store for a table partition: the one place that chooses where tables keep their bytes."""
    return MemoryStore()
