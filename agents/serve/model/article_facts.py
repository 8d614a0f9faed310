"""What an article adds to the tables, read from its record alone: so it can be taken back as exactly."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from agents.serve.times import DAILY, DAY_SECONDS, HOUR_SECONDS, HOURLY, seconds_of

LEFT_OUT = frozenset({"chrome", "evidence", "extra", "paragraphs"})
"""Fields of an enriched article that no answer shows; paragraphs stand in `text`."""


class Dates(NamedTuple):
    """When an article counts."""

    at: int
    """Seconds of when it was published, else received."""
    published: int | None
    received: int
    hour: int | None
    """Null where the date is not that precise."""
    day: int | None


def dates_of(article: dict[str, Any]) -> Dates:
    """Return when an article counts."""
    received = seconds_of(article["received_at"])
    if article["published_at"] is None:
        return Dates(received, None, received, None, None)
    published, precision = seconds_of(article["published_at"]), article["published_precision"]
    hour = published // HOUR_SECONDS if precision in HOURLY else None
    day = published // DAY_SECONDS if precision in DAILY else None
    return Dates(published, published, received, hour, day)


def topic_ids(article: dict[str, Any]) -> list[str]:
    """Return the ids of an article's media topics and of those above them, each once."""
    found = {id_: None for topic in article["media_topics"] for id_ in (topic["id"], *topic["broader"])}
    return list(found)


def quoted(article: dict[str, Any]) -> Iterator[tuple[str, bool, int]]:
    """Yield an entity's id, whether it speaks, and the quote's place among the article's quotes.

    A quote is about the entities that it names, but for its speaker.
    """
    mentions = [(m["start"], m["end"], entity["id"]) for entity in article["entities"] for m in entity["mentions"]]
    for place, quote in enumerate(article["quotes"]):
        speaker = quote["speaker"]
        if speaker is not None:
            yield speaker, True, place
        inside = {id_ for start, end, id_ in mentions if quote["start"] <= start and end <= quote["end"]}
        for entity_id in sorted(inside - {speaker}):
            yield entity_id, False, place
