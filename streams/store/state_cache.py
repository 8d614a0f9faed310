"""Decoded states at hand, of all table partitions of a process together, bounded in bytes."""

from collections import OrderedDict
from typing import Any

STATE_BYTES = 4
"""Bytes of memory that a decoded state takes for each byte of its JSON, as measured on counts of entities."""


class StateCache:
    """The states that were used last.

    Parameters
    ----------
    max_bytes
        Of memory that the states may take, as estimated from their encoded length.
    """

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._states: OrderedDict[tuple[str, str], tuple[Any, int]] = OrderedDict()
        self._bytes = 0

    def get(self, owner: str, key: str) -> Any | None:
        """Return a key's state of an owner; None when it is not at hand."""
        found = self._states.get((owner, key))
        if found is None:
            return None
        self._states.move_to_end((owner, key))
        return found[0]

    def put(self, owner: str, key: str, state: Any, encoded_bytes: int) -> None:
        """Keep a state, whose JSON has so many bytes; what was not used for the longest time goes."""
        self.drop(owner, key)
        size = encoded_bytes * STATE_BYTES
        if size > self._max_bytes:
            return
        self._states[owner, key] = (state, size)
        self._bytes += size
        while self._bytes > self._max_bytes:
            _, (_, gone) = self._states.popitem(last=False)
            self._bytes -= gone

    def drop(self, owner: str, key: str) -> None:
        """Let go of a key's state."""
        _, size = self._states.pop((owner, key), (None, 0))
        self._bytes -= size

    def drop_all(self, owner: str) -> None:
        """Let go of all states of an owner."""
        for of, key in [name for name in self._states if name[0] == owner]:
            self.drop(of, key)
