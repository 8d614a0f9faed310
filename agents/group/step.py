"""The pure parts of the grouping stage: articles are sketched and sent where their bands are; there stories are found.

The first reads `enriched`, not `articles`: the stages share one consumer group, in which a topic has one reader only.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple

import msgspec

from agents.group.forms import check_words
from agents.group.partition import Outcome, Partition
from agents.group.sketch import Sketch, lanes_of, sketch
from agents.group.state import State
from agents.stage import Incoming, Step
from agents.table_stage import Applier, Arrival, Rows, TableStep, one_by_one
from streams.outgoing import Out
from streams.records.articles import Article, Source
from streams.records.bands import BandedArticle, Bands, Relation
from streams.records.codec import Codec, Struct, encode
from streams.records.dates import check_times
from streams.records.origin import Origin
from streams.records.stories import Card, Story
from streams.rejection import Reason, Reject
from streams.settings import Settings

NAME = "group"
LEAST_NUMBER, MOST_NUMBER = -(2**63), 2**64 - 1
"""What can be written of a number."""
BANDS = Codec(Bands)
MAX_TITLE_CHARACTERS = 200
"""Of a title as a story shows it."""


class ArticleToSketch(Struct, frozen=True, kw_only=True):
    """What grouping needs of an enriched article; the rest of the record is passed over unread."""

    schema: Literal["rasid.enriched/1"]
    id: str
    origin: Origin
    revision: int = 1
    source: Source
    title: str
    text: str
    published_at: str | None
    received_at: str

    def __post_init__(self) -> None:
        """Refuse times that are none."""
        check_times(received_at=self.received_at, published_at=self.published_at)


class Read(NamedTuple):
    """An article, and where its record stands in `enriched`."""

    article: ArticleToSketch
    record: Origin


class Sketched(NamedTuple):
    """What is compared of an article."""

    card: Card
    record: Origin
    """Where its record stands in `enriched`."""
    sketch: Sketch | None
    """None: the text is too short for one."""


def sketched(articles: Sequence[Article]) -> list[Sketched]:
    """Sketch articles that come from no topic: each stands for its own record."""
    return [_sketched(article, article.origin) for article in articles]


def _sketched(article: Article | ArticleToSketch, record: Origin) -> Sketched:
    return Sketched(_card(article), record, sketch(article.text, article.title))


def _card(article: Article | ArticleToSketch) -> Card:
    moment = datetime.fromisoformat(article.published_at or article.received_at)
    return Card(
        id=article.id,
        origin=article.origin,
        revision=article.revision,
        source=article.source.id,
        title=article.title[:MAX_TITLE_CHARACTERS],
        published_at=article.published_at,
        at=round(moment.timestamp() * 1000),
    )


def banded(batch: Sequence[Sketched], partitions: int) -> dict[int, Bands]:
    """Return the bands records of sketched articles, by the partition that owns the bands.

    A further revision of an article goes to all partitions: any of them can hold something of the one before.
    """
    by_partition: defaultdict[int, list[BandedArticle]] = defaultdict(list)
    for article in batch:
        card, found = article.card, article.sketch
        owned: dict[int, list[int]] = {number: [] for number in range(partitions)} if card.revision > 1 else {}
        for band in found.bands if found is not None else ():
            owned.setdefault(band % partitions, []).append(band)
        for partition, bands in owned.items():
            by_partition[partition].append(_banded(article, bands))
    return {partition: Bands(articles=articles) for partition, articles in sorted(by_partition.items())}


def _banded(article: Sketched, bands: list[int]) -> BandedArticle:
    card, record, found = article
    if found is None:
        return BandedArticle(card=card, record=record, sketch="", pairs=0, bands=bands)
    return BandedArticle(
        card=card,
        record=record,
        sketch=found.minima,
        pairs=found.pairs,
        bands=bands,
        names=found.names,
        figures=found.figures,
        words=found.words,
    )


def make_sketch_step(settings: Settings) -> Step[Read, Sketched]:
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
        decode=lambda incoming: Read(codec.decode(incoming.value), incoming.origin),
        process=lambda batch: [_sketched(article, record) for article, record in batch],
        emit=emit,
        emit_batch=emit_batch,
        origin=lambda read: read.article.origin,
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
        known_by="enriched",
        open=open_partition,
        emit_batch=_publish,
    )


def _decode_bands(incoming: Incoming) -> Bands:
    bands = BANDS.decode(incoming.value)
    for article in bands.articles:
        _check(article)
    for relation in bands.relations:
        for article in (relation.child, relation.parent, *relation.others):
            _check(article)
    return bands


def _check(article: BandedArticle) -> None:
    card, places = article.card, (article.card.origin, article.record)
    numbers = [article.pairs, card.revision, card.at, *article.bands]
    numbers += [number for place in places for number in (place.partition, place.offset)]
    if min(numbers) < LEAST_NUMBER or max(numbers) > MOST_NUMBER:
        raise Reject(Reason.WRONG_TYPE, "a number of more than 64 bits")
    if not article.sketch and not article.bands:
        return
    try:
        lanes_of(article.sketch)
        check_words(article.words)
    except ValueError as error:
        raise Reject(Reason.WRONG_TYPE, str(error)) from error
    if article.pairs < 1:
        raise Reject(Reason.WRONG_TYPE, f"an article with {article.pairs} word pairs")


def _publish(outcomes: Sequence[Outcome]) -> list[Out]:
    """Return what a batch tells other partitions, and each story as it is after the batch; one that is gone is null."""
    told: defaultdict[int, list[Relation]] = defaultdict(list)
    stories: dict[str, Story | None] = {}
    for outcome in outcomes:
        for to, relations in outcome.relations.items():
            told[to].extend(relations)
        stories.update(outcome.stories)
    return [
        *(Out("bands", encode(Bands(relations=relations)), None, to) for to, relations in sorted(told.items())),
        *(Out("stories", None if story is None else encode(story), id_.encode()) for id_, story in stories.items()),
    ]
