"""The topic enriched: articles with their media topics, finished."""

from typing import Literal

from streams.records.codec import Struct
from streams.records.tagged import TaggedArticle


class MediaTopic(Struct, frozen=True, kw_only=True):
    """An IPTC Media Topic of the article."""

    id: str
    """IPTC Media Topic: `medtop:11000000`."""
    name_ar: str | None
    """Its name in Arabic."""
    name_en: str
    """Its name in English."""
    score: float
    """A calibrated probability."""
    broader: list[str] = []
    """The ids above it, nearest first, up to the top level."""


class EnrichedArticle(TaggedArticle, frozen=True, kw_only=True):
    """The finished record: clean, tagged, classified."""

    schema: Literal["rasid.enriched/1"] = "rasid.enriched/1"  # type: ignore[assignment] # each record has its own name
    """Name and major version of the record."""
    media_topics: list[MediaTopic] = []
    """The most certain first."""
