"""The pure parts of the grouping stage: articles are sketched and sent where their bands are; there stories are found.

The first reads `enriched`, not `articles`: the stages share one consumer group, in which a topic has one reader only.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple

import msgspec

from agents.group.partition import Outcome, Partition, State
from agents.group.sketch import Sketch, lanes_of, sketch
from agents.stage import Applier, Arrival, Incoming, Rows, Step, TableStep, one_by_one
from streams.outgoing import Out
from streams.records.articles import Article, Source
from streams.records.bands import BandedArticle, Bands, Relation
from streams.records.codec import Codec, Struct, encode
from streams.records.origin import Origin
from streams.records.stories import Card, Story
from streams.rejection import Reason, Reject
from streams.settings import Settings

NAME = "group"
BANDS = Codec(Bands)
MAX_TITLE_CHARACTERS = 200
"""Of a title as a story shows it."""


class ArticleToSketch(Struct, frozen=True, kw_only=True):
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


def sketched(articles: Sequence[Article | ArticleToSketch]) -> list[Sketched]:
    """Sketch articles."""
    return [Sketched(_card(article), sketch(article.text, article.title)) for article in articles]


def _card(article: Article | ArticleToSketch) -> Card:
    moment = datetime.fromisoformat(article.published_at or article.received_at)
    return Card(
        id=article.id,
        origin=article.origin,
        source=article.source.id,
        title=article.title[:MAX_TITLE_CHARACTERS],
        published_at=article.published_at,
        at=round(moment.timestamp() * 1000),
    )


def banded(batch: Sequence[Sketched], partitions: int) -> dict[int, Bands]:
    """Return the bands records of sketched articles, by the partition that owns the bands."""
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


def make_sketch_step(settings: Settings) -> Step[ArticleToSketch, Sketched]:
    """Return the part of the stage that keeps nothing: articles in, bands out."""
    codec = Codec(ArticleToSketch)

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


def make_story_step(settings: Settings) -> TableStep[Bands, BandedArticle, State, Outcome]:
    """Return the part of the stage that keeps the grouping table: bands in, stories and bands of relations out."""

    def open_partition(rows: Rows[State], number: int) -> Applier[Bands, BandedArticle, Outcome]:
        count, hours, kept = settings.article_partitions, settings.story_hours, settings.group_kept
        partition = Partition(rows, number, count, hours=hours, kept=kept)

        def group(arrival: Arrival[Bands, BandedArticle]) -> Outcome:
            bands = Bands(articles=arrival.new, relations=arrival.record.relations)
            return partition.apply(bands, arrival.incoming.offset, arrival.incoming.timestamp_ms)

        return one_by_one(group)

    return TableStep(
        name="stories",
        stage=NAME,
        reads="bands",
        table="grouping",
        load=msgspec.json.Decoder(State).decode,
        dump=encode,
        decode=_decode_bands,
        parts=lambda bands: bands.articles,
        open=open_partition,
        emit_batch=_publish,
    )


def _decode_bands(incoming: Incoming) -> Bands:
    bands = BANDS.decode(incoming.value)
    for article in bands.articles:
        try:
            lanes_of(article.sketch)
        except ValueError as error:
            raise Reject(Reason.WRONG_TYPE, str(error)) from error
        if article.pairs < 1:
            raise Reject(Reason.WRONG_TYPE, f"an article with {article.pairs} word pairs")
    return bands


def _publish(outcomes: Sequence[Outcome]) -> list[Out]:
    """Return what a batch tells other partitions, and each story as it is after the batch."""
    told: defaultdict[int, list[Relation]] = defaultdict(list)
    stories: dict[str, Story] = {}
    for outcome in outcomes:
        for to, relations in outcome.relations.items():
            told[to].extend(relations)
        stories.update((story.id, story) for story in outcome.stories)
    return [
        *(Out("bands", encode(Bands(relations=relations)), None, to) for to, relations in sorted(told.items())),
        *(Out("stories", encode(story), story.id.encode()) for story in stories.values()),
    ]
