"""What the latest revision of each article gave to the counts: what the next one has to take back."""

import msgspec

from streams.records.articles import DateFrom
from streams.records.dates import Precision
from streams.records.enriched import EnrichedArticle
from streams.records.origin import Origin


class Contribution(msgspec.Struct, frozen=True, array_like=True):
    """What a revision gave to the counts; a row of the table."""

    origin: Origin
    published_at: str | None
    published_precision: Precision | None
    published_from: DateFrom | None
    source: str
    """The outlet's id."""
    fingerprint: str
    media_topics: list[str]
    """Their ids."""
    entities: dict[str, int]
    """How often it mentions each, by id."""


def contribution(article: EnrichedArticle) -> Contribution:
    """Return what an article gives to the counts."""
    return Contribution(
        article.origin,
        article.published_at,
        article.published_precision,
        article.published_from,
        article.source.id,
        article.fingerprint,
        [topic.id for topic in article.media_topics],
        {entity.id: entity.count for entity in article.entities},
    )
