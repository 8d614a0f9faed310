"""A table partition's rows in a dict: for what runs without Kafka."""

from typing import Generic, TypeVar

S = TypeVar("S")


class MemoryRows(Generic[S]):
    """Rows as `agents.table_stage.TableRows` describes them, all of them committed at once."""

    def __init__(self) -> None:
        self.states: dict[str, S] = {}
        """The states by key."""
        self._round: list[str] = []

    def get(self, key: str) -> S | None:
        """Return a key's state; None when it has none."""
        return self.states.get(key)

    def put(self, key: str, state: S | None) -> None:
        """Change a key's state; None takes it out."""
        if state is None:
            self.states.pop(key, None)
        else:
            self.states[key] = state

    def keys(self) -> list[str]:
        """Return the keys that have a state."""
        return list(self.states)

    def next_keys(self, limit: int) -> list[str]:
        """Return up to so many of the keys, going round: each call goes on from the last."""
        if not self._round:
            self._round = self.keys()[::-1]
        return [self._round.pop() for _ in range(min(limit, len(self._round)))]
