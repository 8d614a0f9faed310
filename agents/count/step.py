"""The pure part of the counting stage: mentions in, the counts of the entities that they name out."""

from agents.count.tally import add, take_back
from agents.stage import Incoming
from agents.table_stage import Rows, TableStep, one_by_one
from streams.records.codec import Codec, encode
from streams.records.counts import EntityCount
from streams.records.mentions import Mentions
from streams.settings import Settings

NAME = "count"


def make_step(settings: Settings) -> TableStep[Mentions, Incoming, EntityCount, None]:
    """Return the stage's pure part."""
    codec = Codec(Mentions)
    return TableStep(
        name=NAME,
        stage=NAME,
        reads="mentions",
        table="entity-counts",
        load=Codec(EntityCount).decode,
        dump=encode,
        decode=lambda incoming: codec.decode(incoming.value),
        open=lambda rows, _: one_by_one(lambda arrival: count(rows, arrival.record, settings)),
    )


def count(rows: Rows[EntityCount], mentions: Mentions, settings: Settings) -> None:
    """Count articles, and take back what the revisions before them had given."""
    for article in mentions.articles:
        if article.replaces is not None:
            for replaced in article.replaces.entities:
                if (counted := rows.get(replaced.id)) is not None:
                    rows.put(replaced.id, take_back(counted, article.replaces, replaced, article))
        for entity in article.entities:
            rows.put(entity.id, add(rows.get(entity.id), article, entity, settings))
