"""enriched -> bands -> stories: the Faust shells of the grouping stage.

The first sketches articles and sends each where its bands are; it keeps nothing. The second owns a partition of bands
and of the grouping table with it: it finds what is alike, settles with the other partitions what belongs to which
story, and publishes stories.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import msgspec

from agents.group.partition import Partition, State
from agents.group.sketch import lanes_of
from agents.group.step import NAME, make_step
from agents.stage import Incoming, rejection
from agents.worker.stateful import Tabled
from agents.worker.stateless import Flow
from streams.outgoing import Out
from streams.records.bands import Bands, Relation
from streams.records.codec import Codec, encode
from streams.records.stories import Story
from streams.rejection import Reason, Reject
from streams.table import Table

if TYPE_CHECKING:
    from agents.worker.app import Rasid

BANDS = Codec(Bands)


class Grouper:
    """Applies bands records to the partitions of the grouping table that this worker owns."""

    def __init__(self) -> None:
        self._partitions: WeakKeyDictionary[Table[State], Partition] = WeakKeyDictionary()

    def apply(self, table: Table[State], batch: Sequence[Incoming]) -> list[Reject]:
        """Take in what was not taken in before; publish stories, and what other partitions are to be told."""
        partition = self._partitions.get(table)
        if partition is None:
            partition = self._partitions[table] = _partition(table)
        rejects: list[Reject] = []
        told: defaultdict[int, list[Relation]] = defaultdict(list)
        stories: dict[str, Story] = {}
        for incoming in batch:
            try:
                bands = _decode(incoming.value)
            except Reject as reject:
                rejects.append(reject)
                table.publish(rejection(NAME, incoming, reject))
                continue
            new = [article for article in bands.articles if not table.holds(article.card.origin)]
            outcome = partition.apply(
                Bands(articles=new, relations=bands.relations), incoming.offset, incoming.timestamp_ms
            )
            for article in new:
                table.mark(article.card.origin)
            for to, relations in outcome.relations.items():
                told[to].extend(relations)
            stories.update((story.id, story) for story in outcome.stories)
        for to, relations in sorted(told.items()):
            table.publish(Out("bands", encode(Bands(relations=relations)), None, to))
        for story in stories.values():
            table.publish(Out("stories", encode(story), story.id.encode()))
        return rejects


def _partition(table: Table[State]) -> Partition:
    settings = table.settings
    return Partition(
        table,
        table.partition,
        settings.article_partitions,
        hours=settings.story_hours,
        kept=settings.group_kept,
    )


def _decode(value: bytes | None) -> Bands:
    bands = BANDS.decode(value)
    for article in bands.articles:
        try:
            lanes_of(article.sketch)
        except ValueError as error:
            raise Reject(Reason.WRONG_TYPE, str(error)) from error
        if article.pairs < 1:
            raise Reject(Reason.WRONG_TYPE, f"an article with {article.pairs} word pairs")
    return bands


def register(app: "Rasid") -> None:
    """Have the app run this stage."""
    step = make_step(app.settings)
    app.carry(Flow(app, step, app.publisher, app.settings), reads=step.reads)
    decode = msgspec.json.Decoder(State).decode

    def make_table(partition: int) -> Table[State]:
        return Table(app.settings, NAME, "grouping", partition, decode=decode, encode=encode)

    app.carry(Tabled(app, "stories", make_table, Grouper().apply, app.settings), reads="bands")
