"""A record on its way to a topic."""

from typing import NamedTuple


class Out(NamedTuple):
    """A record to publish; `topic` is its short name, a partition of None follows the key."""

    topic: str
    value: bytes | None
    key: bytes | None = None
    partition: int | None = None
    headers: tuple[tuple[str, bytes], ...] = ()
