"""Records as they come from the output topics, and what is told of them."""

from typing import Any, NamedTuple


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
    outlets: frozenset[str] = frozenset()
    """Of a trend or an alert: the outlets of its evidence."""
    countries: frozenset[str] = frozenset()
    """Theirs, where they are known."""
