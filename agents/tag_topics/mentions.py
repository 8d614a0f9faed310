"""Of a batch of enriched articles, one mentions record for each entity partition that it touches."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from agents.tag_topics.contributions import Contribution
from streams.partition import partition_of
from streams.records.enriched import EnrichedArticle, MediaTopic
from streams.records.entities import Entity
from streams.records.mentions import (
    MAX_COMPANIONS,
    MentionedEntity,
    MentioningArticle,
    Mentions,
    Names,
    ReplacedArticle,
    ReplacedEntity,
)

MAX_TITLE_CHARACTERS = 200
"""Of a title as mentions carry it."""


def mentions(articles: Sequence[tuple[EnrichedArticle, Contribution | None]], partitions: int) -> dict[int, Mentions]:
    """Return the mentions by the partition that owns the entities and media topics.

    Parameters
    ----------
    articles
        In the order in which they are counted, each with what the revision before had given.
    partitions
        How many entity partitions there are.
    """
    by_partition: defaultdict[int, list[MentioningArticle]] = defaultdict(list)
    for article, before in articles:
        ids = [*(entity.id for entity in article.entities), *(topic.id for topic in article.media_topics)]
        if before is not None:
            ids += [*before.entities, *before.media_topics]
        owned = _by_partition(ids, partitions)
        for partition, of_partition in owned.items():
            by_partition[partition].append(_mentioning(article, before, of_partition))
    return {partition: Mentions(articles=of_partition) for partition, of_partition in sorted(by_partition.items())}


def _by_partition(ids: Iterable[str], partitions: int) -> dict[int, set[str]]:
    owned: defaultdict[int, set[str]] = defaultdict(set)
    for id_ in ids:
        owned[partition_of(id_, partitions)].add(id_)
    return owned


def _mentioning(article: EnrichedArticle, before: Contribution | None, owned: set[str]) -> MentioningArticle:
    return MentioningArticle(
        article_id=article.id,
        origin=article.origin,
        revision=article.revision,
        replaces=None if before is None else _replaced(before, owned),
        title=article.title[:MAX_TITLE_CHARACTERS],
        published_at=article.published_at,
        published_precision=article.published_precision,
        published_from=article.published_from,
        received_at=article.received_at,
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
            for entity in article.entities
            if entity.id in owned
        ],
        with_=[entity.id for entity in article.entities],
        names=_names(article, owned),
    )


def _names(article: EnrichedArticle, owned: set[str]) -> dict[str, Names]:
    """Return the names that trends need of a partition beside its entities'; a later revision makes none."""
    if article.revision > 1:
        return {}
    least = min((entity.id for entity in article.entities if entity.id in owned), default=None)
    named: list[MediaTopic | Entity] = [topic for topic in article.media_topics if topic.id in owned]
    if least is not None:  # the owner of the smaller id owns a pair
        # One more than a subject's company, which it is not part of itself.
        named += [e for e in article.entities[: MAX_COMPANIONS + 1] if e.id > least and e.id not in owned]
    return {each.id: (each.name_ar, each.name_en) for each in named}


def _replaced(before: Contribution, owned: set[str]) -> ReplacedArticle:
    return ReplacedArticle(
        origin=before.origin,
        published_at=before.published_at,
        published_precision=before.published_precision,
        published_from=before.published_from,
        source=before.source,
        fingerprint=before.fingerprint,
        media_topics=before.media_topics,
        entities=[ReplacedEntity(id=id_, count=count) for id_, count in before.entities.items() if id_ in owned],
        with_=list(before.entities),
    )
