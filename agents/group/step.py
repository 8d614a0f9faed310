"""The pure part of the grouping stage that reads articles: each of them is sketched, and sent where its bands are.

It reads `enriched`, not `articles`: the stages share one consumer group, in which each topic may have one reader only.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from agents.group.sketch import Sketch, sketch
from agents.stage import Incoming, Step
from streams.outgoing import Out
from streams.records.articles import Article, Source
from streams.records.bands import BandedArticle, Bands
from streams.records.codec import Codec, Struct, encode
from streams.records.origin import Origin
from streams.records.stories import Card
from streams.settings import Settings

NAME = "group"
MAX_TITLE = 200
"""Characters of a title that a story shows."""


class Told(Struct, frozen=True, kw_only=True):
    """What grouping needs of an enriched article; the rest of the record is passed over unread."""

    schema: Literal["rasid.enriched/1"]
    id: str
    origin: Origin
    source: Source
    title: str
    text: str
    published_at: str | None
    received_at: str


class Sketched(NamedTuple):
    """An article's card, and its sketch unless the text is too short for one."""

    card: Card
    sketch: Sketch | None


def sketched(articles: Sequence[Article | Told]) -> list[Sketched]:
    """Sketch articles."""
    return [Sketched(_card(article), sketch(article.text, article.title)) for article in articles]


def _card(article: Article | Told) -> Card:
    moment = datetime.fromisoformat(article.published_at or article.received_at)
    return Card(
        id=article.id,
        origin=article.origin,
        source=article.source.id,
        title=article.title[:MAX_TITLE],
        published_at=article.published_at,
        at=round(moment.timestamp() * 1000),
    )


def banded(batch: Sequence[Sketched], partitions: int) -> dict[int, Bands]:
    """Give the bands records of sketched articles, by the partition that owns the bands."""
    by_partition: defaultdict[int, list[BandedArticle]] = defaultdict(list)
    for card, found in batch:
        if found is None:
            continue
        owned: defaultdict[int, list[int]] = defaultdict(list)
        for band in found.bands:
            owned[band % partitions].append(band)
        for partition, bands in owned.items():
            article = BandedArticle(
                card=card,
                sketch=found.minima,
                pairs=found.pairs,
                bands=bands,
                names=found.names,
                figures=found.figures,
                words=found.words,
            )
            by_partition[partition].append(article)
    return {partition: Bands(articles=articles) for partition, articles in sorted(by_partition.items())}


def make_step(settings: Settings) -> Step[Told, Sketched]:
    """Give the stage's pure part."""
    codec = Codec(Told)

    def emit(incoming: Incoming, result: Sketched) -> Sequence[Out]:  # noqa: ARG001 - the batch is published together
        return ()

    def emit_batch(batch: Sequence[Sketched]) -> list[Out]:
        by_partition = banded(batch, settings.article_partitions)
        return [Out("bands", encode(bands), None, partition) for partition, bands in by_partition.items()]

    return Step(
        name=NAME,
        reads="enriched",
        decode=lambda incoming: codec.decode(incoming.value),
        process=sketched,
        emit=emit,
        emit_batch=emit_batch,
        origin=lambda article: article.origin,
    )
