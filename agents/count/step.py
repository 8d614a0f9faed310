"""The pure part of the counting stage: mentions in, the counts of the entities that they name out."""

from agents.count.tally import add
from agents.stage import Rows, TableStep
from streams.records.codec import Codec, encode
from streams.records.counts import EntityCount
from streams.records.mentions import MentioningArticle, Mentions
from streams.settings import Settings

NAME = "count"


def make_step(settings: Settings) -> TableStep[Mentions, MentioningArticle, EntityCount, None]:
    """Return the stage's pure part."""
    codec = Codec(Mentions)

    def count(rows: Rows[EntityCount], articles: list[MentioningArticle]) -> None:
        for article in articles:
            for entity in article.entities:
                rows.put(entity.id, add(rows.get(entity.id), article, entity, settings))

    return TableStep(
        name=NAME,
        stage=NAME,
        reads="mentions",
        table="entity-counts",
        load=Codec(EntityCount).decode,
        dump=encode,
        decode=lambda incoming: codec.decode(incoming.value),
        parts=lambda mentions: mentions.articles,
        open=lambda rows, _: lambda arrival: count(rows, arrival.new),
    )
