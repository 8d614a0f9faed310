"""The topic repeats: visits that found nothing new."""

from typing import Literal

from streams.records.codec import Struct
from streams.records.origin import Origin


class Repeat(Struct, frozen=True, kw_only=True):
    """A visit to an article that has the title and the paragraphs that are known of it already."""

    schema: Literal["rasid.repeat/1"] = "rasid.repeat/1"
    """Name and major version of the record."""
    id: str
    """The article's id."""
    origin: Origin
    """The raw page of this visit."""
    first_origin: Origin
    """The raw page in which the same content was found first: the origin of the enriched record."""
    revision: int
    """The revision that this visit found again."""
    received_at: str
    """The Kafka timestamp of the raw page of this visit."""
