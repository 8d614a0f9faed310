"""The pure part of the media topics stage: tagged articles in, enriched articles and mentions out."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from agents.stage import AROUND_BYTES, Incoming, attempt, publishable
from agents.table_stage import Applier, Arrival, Rows, TableStep, asking_nothing
from agents.tag_topics.classifier import Classifier
from agents.tag_topics.contributions import Contribution, contribution
from agents.tag_topics.mentions import mentions
from streams.outgoing import Out, PublishedPage
from streams.records.codec import Codec, encode
from streams.records.enriched import EnrichedArticle
from streams.records.tagged import TaggedArticle
from streams.rejection import Reject
from streams.settings import Settings

NAME = "tag_topics"
MENTIONS_TOPICS = ("mentions", "trend-mentions")
"""One for each stage that reads them: a topic has one reading stage."""


class Forgotten(NamedTuple):
    """Instead of a tagged article: an id that the stage before has forgotten."""

    id: str


class Enriched(NamedTuple):
    """A finished article."""

    article: EnrichedArticle
    before: Contribution | None
    """What the revision before had given to the counts."""
    out: Out


Tagged = TaggedArticle | Forgotten
Result = Enriched | None


def make_step(settings: Settings) -> TableStep[Tagged, Incoming, Contribution, Result]:
    """Return the stage's pure part, with all that it needs loaded."""
    classifier = Classifier.load(settings)
    codec = Codec(TaggedArticle)

    def decode(incoming: Incoming) -> Tagged:
        if incoming.value is None:
            return Forgotten((incoming.key or b"").decode(errors="replace"))
        return codec.decode(incoming.value)

    def open_partition(rows: Rows[Contribution], partition: int) -> Applier[Tagged, Incoming, Result]:
        return asking_nothing(_Stage(classifier, rows, partition, settings).apply)

    def emit_batch(results: Sequence[Result]) -> list[Out]:
        enriched = [(result.article, result.before) for result in results if result is not None]
        values = encode_mentions(enriched, settings)
        return [Out(topic, value, None, at) for topic in MENTIONS_TOPICS for at, value in values]

    return TableStep(
        name=NAME,
        stage=NAME,
        reads="tagged",
        table="contributions",
        awaited=True,
        load=msgspec.json.Decoder(Contribution).decode,
        dump=msgspec.json.encode,
        decode=decode,
        open=open_partition,
        origin=lambda tagged: tagged.origin if isinstance(tagged, TaggedArticle) else None,
        emit=lambda result: [] if result is None else [result.out],
        emit_batch=emit_batch,
    )


def encode_mentions(
    enriched: Sequence[tuple[EnrichedArticle, Contribution | None]], settings: Settings
) -> list[tuple[int, bytes]]:
    """Return the mentions of a batch with their partitions: one record for each, or of a large batch several.

    Raises
    ------
    Reject
        With TOO_LARGE, when those of one article are too large to publish.
    """
    records = mentions(enriched, settings.entity_partitions)
    values = [(partition, encode(record)) for partition, record in records.items()]
    if len(enriched) > 1 and any(len(value) + AROUND_BYTES > settings.max_request_bytes for _, value in values):
        middle = len(enriched) // 2
        return [*encode_mentions(enriched[:middle], settings), *encode_mentions(enriched[middle:], settings)]
    return [(partition, publishable(value, settings.max_request_bytes)) for partition, value in values]


def _most_bytes(value: bytes, before: Contribution | None) -> int:
    """Return more bytes than a record of an article's mentions has, by its own record and what it takes back.

    Each id that it has stands in it twice.
    """
    taken_back = () if before is None else before.entities
    return 2 * len(value) + sum(2 * len(id_.encode()) + 40 for id_ in taken_back)


class _Stage:
    """The stage in one partition."""

    def __init__(self, classifier: Classifier, rows: Rows[Contribution], partition: int, settings: Settings) -> None:
        self._classifier = classifier
        self._rows = rows
        self._partition = partition
        self._settings = settings

    def apply(self, arrivals: Sequence[Arrival[Tagged, Incoming]]) -> list[Result | Reject]:
        """Enrich articles together, then settle one after the other what each takes back."""
        tagged = [arrival.record for arrival in arrivals if isinstance(arrival.record, TaggedArticle)]
        enriched = iter(attempt(NAME, self._classifier.enrich, tagged))
        results: list[Result | Reject] = []
        for arrival in arrivals:
            if isinstance(arrival.record, Forgotten):
                if self._rows.get(arrival.record.id) is not None:
                    self._rows.put(arrival.record.id, None)
                results.append(None)
                continue
            result = next(enriched)
            try:
                results.append(result if isinstance(result, Reject) else self._settle(result))
            except Reject as reject:
                results.append(reject)
        return results

    def _settle(self, article: EnrichedArticle) -> Enriched:
        # A first revision takes nothing back: what may still be known of its id was forgotten by the stage before.
        before = self._rows.get(article.id) if article.revision > 1 else None
        replaces = None if before is None else before.origin
        if article.replaces != replaces:  # the revision before was refused here, and has never come out
            article = msgspec.structs.replace(article, replaces=replaces)
        value = publishable(encode(article), self._settings.max_request_bytes)
        if _most_bytes(value, before) > self._settings.max_request_bytes:
            encode_mentions([(article, before)], self._settings)
        if self._settings.revisions == "on":
            self._rows.put(article.id, contribution(article))
        elif before is not None:
            self._rows.put(article.id, None)  # taken back, and not to be taken back again
        published = PublishedPage(article.received_at, article.source.id)
        return Enriched(article, before, Out("enriched", value, article.id.encode(), self._partition, page=published))
