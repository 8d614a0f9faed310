"""Where the raw page stands that a record comes from; every record carries it."""

from streams.records.codec import Struct


class Origin(Struct, frozen=True, kw_only=True):
    """Where the raw page that a record comes from stands in Kafka."""

    topic: str
    """The full name of the topic, prefix included."""
    partition: int
    """The page's partition."""
    offset: int
    """Its offset there."""
