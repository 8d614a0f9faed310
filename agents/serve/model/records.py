"""Records as they come from the output topics, and what the read model needs of those whose shape is not its own."""

from typing import Any, NamedTuple

from streams.records.codec import Struct


class Incoming(NamedTuple):
    """One record of an output topic."""

    topic: str
    """Without the prefix."""
    partition: int
    offset: int
    timestamp_ms: int
    key: bytes | None
    value: bytes | None


class Event(NamedTuple):
    """What the live stream tells of one record."""

    kind: str
    topic: str
    partition: int
    offset: int
    item: dict[str, Any]
    """As the lists of the API show it."""
    ids: frozenset[str] = frozenset()
    """Of an article: its entities, its media topics and those above them; else whom it is about."""
    text: str = ""
    """Of an article: its folded text."""


class AlertRow(Struct, frozen=True, kw_only=True):
    """What is sorted and filtered by of an alert."""

    id: str
    rule: str
    at: str
