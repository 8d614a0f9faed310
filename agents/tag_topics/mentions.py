"""Of a batch of enriched articles, one mentions record for each entity partition that it touches."""

from collections import defaultdict
from collections.abc import Sequence

from streams.partition import partition_of
from streams.records.enriched import EnrichedArticle
from streams.records.entities import Entity
from streams.records.mentions import MentionedEntity, MentioningArticle, Mentions


def mentions(articles: Sequence[EnrichedArticle], partitions: int) -> dict[int, Mentions]:
    """Return the mentions by the entity partition that owns them.

    Parameters
    ----------
    articles
        In the order in which they are counted.
    partitions
        How many entity partitions there are.
    """
    by_partition: defaultdict[int, list[MentioningArticle]] = defaultdict(list)
    for article in articles:
        owned: defaultdict[int, list[Entity]] = defaultdict(list)
        for topic in article.media_topics:
            owned[partition_of(topic.id, partitions)] = []
        for entity in article.entities:
            owned[partition_of(entity.id, partitions)].append(entity)
        for partition, entities in owned.items():
            by_partition[partition].append(_mentioning(article, entities))
    return {partition: Mentions(articles=of_partition) for partition, of_partition in sorted(by_partition.items())}


def _mentioning(article: EnrichedArticle, entities: Sequence[Entity]) -> MentioningArticle:
    return MentioningArticle(
        article_id=article.id,
        origin=article.origin,
        published_at=article.published_at,
        published_precision=article.published_precision,
        published_from=article.published_from,
        received_at=article.received_at,
        title=article.title,
        source=article.source.id,
        fingerprint=article.fingerprint,
        media_topics=[topic.id for topic in article.media_topics],
        entities=[
            MentionedEntity(
                id=entity.id,
                name_ar=entity.name_ar,
                name_en=entity.name_en,
                type=entity.type,
                known=entity.known,
                count=entity.count,
            )
            for entity in entities
        ],
        with_=[entity.id for entity in article.entities],
    )
