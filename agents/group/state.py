"""What stands in the grouping table."""

from agents.group.remembered import Chunk
from agents.group.rows import Row
from streams.records.codec import Struct


class Told(Struct, frozen=True, kw_only=True, tag="told"):
    """Up to where the partition's records were read for relations: what is read again after a crash is passed over."""

    offset: int
    """The highest offset."""
    at: int
    """Kafka timestamp of its record, in ms: in a topic that was made anew offsets begin again, times do not."""


State = Row | Chunk | Told
