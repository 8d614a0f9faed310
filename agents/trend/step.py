"""The pure part of the trend stage: mentions in, trends out."""

from agents.stage import Rows, TableStep
from agents.trend import partition, state
from streams.outgoing import Out
from streams.records.codec import Codec, encode
from streams.records.mentions import MentioningArticle, Mentions
from streams.records.trends import Trend
from streams.settings import Settings

NAME = "trend"


def make_step(settings: Settings) -> TableStep[Mentions, MentioningArticle, state.Row, list[Out]]:
    """Return the stage's pure part."""
    codec = Codec(Mentions)

    def trends(rows: Rows[state.Row], number: int, articles: list[MentioningArticle]) -> list[Trend]:
        return [made for article in articles for made in partition.add(rows, number, article, settings)]

    return TableStep(
        name=NAME,
        stage=NAME,
        reads="trend-mentions",
        table="trending",
        load=state.load,
        dump=state.dump,
        decode=lambda incoming: codec.decode(incoming.value),
        parts=lambda mentions: mentions.articles,
        open=lambda rows, number: (
            lambda arrival: [
                Out("trends", encode(made), made.id.encode(), number) for made in trends(rows, number, arrival.new)
            ]
        ),
        emit=lambda outs: outs,
    )
