"""tagged -> enriched and mentions: the Faust shell of the media topics stage."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from agents.tag_topics.mentions import mentions
from agents.tag_topics.step import make_step
from agents.worker.stateless import Flow
from streams.outgoing import Out
from streams.records.codec import encode
from streams.records.enriched import EnrichedArticle

if TYPE_CHECKING:
    from agents.worker.app import Rasid


def register(app: "Rasid") -> None:
    """Have the app run this stage."""

    def emit_batch(articles: Sequence[EnrichedArticle]) -> list[Out]:
        by_partition = mentions(articles, app.settings.entity_partitions)
        return [Out("mentions", encode(record), None, partition) for partition, record in by_partition.items()]

    step = replace(make_step(app.settings), emit_batch=emit_batch)
    app.carry(Flow(app, step, app.publisher, app.settings), reads=step.reads)
