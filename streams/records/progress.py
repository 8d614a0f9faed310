"""The topic progress: what a table partition has applied."""

from typing import Literal

from streams.records.codec import Struct


class Progress(Struct, frozen=True, kw_only=True):
    """What a table partition has applied."""

    schema: Literal["rasid.progress/1"] = "rasid.progress/1"
    """Name and major version of the record."""
    stage: str
    """Whose progress it is; the key too."""
    seen: dict[str, tuple[int, str]]
    """By partition of the topic that the stage reads, or of `enriched` for stories: the highest applied offset, and the
    bitmap of the 1,024 below it in hexadecimal."""
    topic: str | None = None
    """Short name of that topic. None, where `topic_id` is None too: written by a version that knew records by their raw
    pages, whose offsets mean nothing here."""
    topic_id: str | None = None
    """Kafka's id of that topic: made again it has another one, and its offsets mean other records."""
