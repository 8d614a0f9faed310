"""mentions -> entity-counts: the Faust shell of the counting stage."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.count.tally import add
from agents.stage import Incoming, rejection
from agents.worker.stateful import Tabled
from streams.records.codec import Codec, encode
from streams.records.counts import EntityCount
from streams.records.mentions import Mentions
from streams.rejection import Reject
from streams.table import Table

if TYPE_CHECKING:
    from agents.worker.app import Rasid

NAME = "count"
MENTIONS = Codec(Mentions)


def apply(table: Table[EntityCount], batch: Sequence[Incoming]) -> list[Reject]:
    """Count the articles that were not counted before."""
    rejects: list[Reject] = []
    for incoming in batch:
        try:
            mentions = MENTIONS.decode(incoming.value)
        except Reject as reject:
            rejects.append(reject)
            table.publish(rejection(NAME, incoming, reject))
            continue
        for article in mentions.articles:
            if table.holds(article.origin):
                continue
            for entity in article.entities:
                table.put(entity.id, add(table.get(entity.id), article, entity, table.settings))
            table.mark(article.origin)
    return rejects


def register(app: "Rasid") -> None:
    """Have the app run this stage."""
    decode = Codec(EntityCount).decode

    def make_table(partition: int) -> Table[EntityCount]:
        return Table(app.settings, NAME, "entity-counts", partition, decode=decode, encode=encode)

    app.carry(Tabled(app, NAME, make_table, apply, app.settings), reads="mentions")
