"""The topics rejected and replayed: what a stage refused, and what was put back of it."""

from typing import Literal

from streams.records.codec import Struct
from streams.records.origin import Origin
from streams.rejection import Reason

REPLAY_HEADER = "rasid-replay-of"
"""Header of a page that was put back, and of the article that it gives: the id of the rejected record."""
MAX_ID_BYTES = 300
"""Of a rejected record's id: Kafka's names of topics have 249 characters at most."""


class Original(Struct, frozen=True, kw_only=True):
    """The rejected bytes and where they stood."""

    topic: str
    """The full name of the topic that it was read from."""
    partition: int
    """Its partition."""
    offset: int
    """Its offset."""
    key: str | None = None
    """The key, as base64: its first 8,000 bytes."""
    headers: list[tuple[str, str]] = []
    """Name and value, the value as base64: the first ones, 32,000 bytes of them."""
    value_base64: str
    """Its value, as base64."""
    cut: bool = False
    """Whether there was more of the value, the key or the headers than stands here."""
    sha256: str
    """Of the whole value, in hexadecimal."""
    size: int
    """Bytes of the whole value."""


class Rejected(Struct, frozen=True, kw_only=True):
    """A record that a stage refused, with its original."""

    schema: Literal["rasid.rejected/1"] = "rasid.rejected/1"
    """Name and major version of the record."""
    id: str
    """topic-partition-offset of the original, so that a rejection written twice is one."""
    origin: Origin
    """The raw page that it comes from; what could not be decoded stands for itself."""
    stage: str
    """Who refused it."""
    reason: Reason
    """One of the codes of docs/rejections.md."""
    detail: str
    """What was found, for a person to read."""
    attempts: int = 1
    """How often it was tried."""
    original: Original
    """What was refused."""
    version: str
    """Of Rasid."""
    at: str
    """The Kafka timestamp of the record refused, so that a replay gives the same bytes."""


class Replayed(Struct, frozen=True, kw_only=True):
    """A mark that a rejected record's original was put back on pages."""

    schema: Literal["rasid.replayed/1"] = "rasid.replayed/1"
    """Name and major version of the record."""
    id: str
    """Of the rejected record."""
