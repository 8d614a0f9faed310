"""The pure part of the trend stage: mentions in, trends out."""

from agents.stage import Incoming
from agents.table_stage import Rows, TableStep, one_by_one
from agents.trend import partition, state
from streams.outgoing import Out
from streams.records.codec import Codec, encode
from streams.records.mentions import Mentions
from streams.settings import Settings

NAME = "trend"


def make_step(settings: Settings) -> TableStep[Mentions, Incoming, state.Row, list[Out]]:
    """Return the stage's pure part."""
    codec = Codec(Mentions)

    def trends(rows: Rows[state.Row], number: int, mentions: Mentions) -> list[Out]:
        made = [trend for article in mentions.articles for trend in partition.add(rows, number, article, settings)]
        return [Out("trends", encode(trend), trend.id.encode(), number) for trend in made]

    return TableStep(
        name=NAME,
        stage=NAME,
        reads="trend-mentions",
        table="trending",
        load=state.load,
        dump=state.dump,
        decode=lambda incoming: codec.decode(incoming.value),
        open=lambda rows, number: one_by_one(lambda arrival: trends(rows, number, arrival.record)),
        emit=lambda outs: outs,
    )
