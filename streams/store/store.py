"""What a store is: the committed bytes of a table partition, and how far in the topic they reach.

The topic is the truth: a store holds what was read from it, and is told of each commit after it is there. What is not
committed yet stays in the table's own memory.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

from streams.records.codec import Struct

FORMAT = 1
"""Of what stores write; one that was written in another is filled anew."""


class Identity(Struct, frozen=True, kw_only=True):
    """What a store holds: the partition of which table of which cluster."""

    format: int = FORMAT
    cluster: str
    """Kafka's id of the cluster."""
    table: str
    """Full name of the table's topic."""
    table_id: str
    """Kafka's id of that topic: a topic that was deleted and made again has another."""
    progress_id: str
    """Kafka's id of the progress topic."""
    partition: int
    stage: str
    """The stage whose progress it is."""


class Standing(Struct, frozen=True, kw_only=True):
    """How far a store reaches in its topics. What comes behind is read from there."""

    identity: Identity
    position: int
    """The offset in the table's partition behind all that the store holds."""
    progress_position: int
    """The offset in the progress partition behind all that `progress` knows of."""
    progress: bytes | None
    """The stage's progress record as it stood then; None: there was none."""
    at: float
    """When all before `position` was in it, in seconds since 1970, by this machine's clock."""


class StoreError(RuntimeError):
    """The files of a store cannot be used; the message says which and what to do."""


class Store(Protocol):
    """The committed bytes of one table partition, by key."""

    def standing(self) -> Standing | None:
        """Return how far it reaches; None while that is not known."""

    def get(self, key: str) -> bytes | None:
        """Return a key's bytes; None when it has none."""

    def write(self, changes: Mapping[str, bytes | None], standing: Standing | None = None) -> None:
        """Take in what was committed, all of it or nothing; None takes a key out.

        Parameters
        ----------
        changes
            Bytes by key.
        standing
            How far the store reaches with them; None: as far as before.
        """

    def count(self) -> int:
        """Return how many keys have bytes; on disk about how many."""

    def size(self) -> int:
        """Return how many bytes it takes: those of its values, or those on disk and not there yet."""

    def keys(self) -> Iterable[str]:
        """Return the keys that have bytes."""

    def next_keys(self, limit: int) -> list[str]:
        """Return up to so many of the keys, going round: each call goes on from the last."""

    def clear(self) -> None:
        """Forget everything, the standing too."""

    def close(self) -> None:
        """Let go of files and memory."""
