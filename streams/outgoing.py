"""A record on its way to a topic."""

from typing import NamedTuple


class PublishedPage(NamedTuple):
    """What the metrics need to know of the page that a record is of; it is not written."""

    received_at: str
    """The page's Kafka timestamp, RFC 3339."""
    outlet: str
    """The outlet's id."""


class Out(NamedTuple):
    """A record to publish; `topic` is its short name, a partition of None follows the key."""

    topic: str
    value: bytes | None
    key: bytes | None = None
    partition: int | None = None
    headers: tuple[tuple[str, bytes], ...] = ()
    page: PublishedPage | None = None
    """Of a record whose way through the stages is timed."""
