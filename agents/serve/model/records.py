"""Records as they come from the output topics, and what is told of them."""

from typing import NamedTuple

import msgspec
import orjson


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
    data: bytes
    """As the lists of the API show it, in JSON."""
    ids: frozenset[str] = frozenset()
    """Of an article: its entities, its media topics and those above them; else whom it is about."""
    text: str = ""
    """Of an article: its folded text."""
    outlets: frozenset[str] = frozenset()
    """Whose it is, who carries it, or who stands in the evidence of a trend or an alert."""
    countries: frozenset[str] = frozenset()
    """Theirs, where they are known."""
    genre: str | None = None
    """Of an article."""


class Told(msgspec.Struct, array_like=True):
    """What one look at the topics brought, for who serves it; it is in the store already."""

    positions: list[tuple[str, int, int]] = []
    """The offset to read next, by topic and partition, where that changed."""
    events: list[Event] = []
    is_whole: bool = True
    """Whether the events are all; of much at once none is made ready."""
    behind: dict[str, int] = {}
    """Offsets not read yet, by topic."""
    pipeline: dict[str, int] = {}
    """Offsets that the workers have not finished, by topic."""
    applied: dict[str, int] = {}
    """Records of this look, by topic."""
    refused: dict[str, int] = {}


def as_line(value: bytes) -> bytes:
    """Return JSON without the line breaks that would end an event early."""
    return orjson.dumps(orjson.loads(value))
