"""What is done with the records of each topic: parsed first, which may fail, then written, which may not."""

from collections.abc import Callable
from typing import Any, NamedTuple

from agents.serve.model import articles, counts, others, stories
from agents.serve.model.batch import Batch
from agents.serve.model.records import Event, Incoming


class Kind(NamedTuple):
    """What is done with the records of one topic."""

    parse: Callable[[Incoming], Any]
    write: Callable[[Batch, Incoming, Any], Event | None]
    erase: Callable[[Batch, str], None] | None = None
    """What is done when a key has no record any more."""


KINDS: dict[str, Kind] = {
    "enriched": Kind(articles.parse, articles.write),
    "entity-counts": Kind(counts.parse, counts.write, counts.erase),
    "stories": Kind(stories.parse, stories.write, stories.erase),
    "trends": Kind(others.parse_trend, others.write_trend),
    "alerts": Kind(others.parse_alert, others.write_alert),
    "repeats": Kind(others.parse_repeat, others.write_repeat),
    "rejected": Kind(others.parse_rejected, others.write_rejected),
}
"""By topic; these are the topics that the read model is made of."""
