"""A made past and made articles for the tests of trends."""

import base64
import random
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from agents.evaluate.trends import Memory
from agents.trend import partition
from streams.records.mentions import MentionedEntity, MentioningArticle
from streams.records.origin import Origin
from streams.records.trends import Trend
from streams.settings import Settings

DAY = 86_400
HOUR = 3600
FIRST = 1_767_225_600
"""2026-01-01, a Thursday."""
TODAY = FIRST + 20 * DAY
SETTINGS = Settings(entity_partitions=1)
EGYPT = "loc:egypt"


def time(second: float) -> str:
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def article(number: int, second: int, ids: Iterable[str] = (EGYPT,), **changes: Any) -> MentioningArticle:
    """Return an article whose text no other number has, of one of seven outlets, crawled a minute after publication."""
    names = list(ids)
    values: dict[str, Any] = {
        "article_id": f"a{number}",
        "origin": Origin(topic="pages", partition=0, offset=number),
        "title": f"Title {number}",
        "published_at": time(second),
        "published_precision": "minute",
        "published_from": "metadata",
        "received_at": time(second + 60),
        "source": f"outlet{number % 7}",
        "fingerprint": fingerprint(number),
        "entities": [MentionedEntity(id=id_, name_ar=id_, type="LOC", known=True, count=1) for id_ in names],
        "with_": names,
    }
    return MentioningArticle(**values | changes)


def fingerprint(number: int) -> str:
    return base64.b64encode(random.Random(number).randbytes(32)).rstrip(b"=").decode()


def past(ids: Iterable[str] = (EGYPT,), *, days: int = 20, each_hours: int = 5) -> Iterator[MentioningArticle]:
    """Yield what came in before today: each entity is named by a story of its own every so many hours."""
    names = list(ids)
    for index in range(days * 24 // each_hours):
        for place, id_ in enumerate(names):
            number = 1_000_000 + index * len(names) + place
            yield article(number, TODAY - days * DAY + index * each_hours * HOUR + 60 * place, [id_])


def news(count: int, second: int = TODAY + 10 * HOUR, **changes: Any) -> list[MentioningArticle]:
    """Return stories of one hour."""
    return [article(n, second + 60 * n, **changes) for n in range(count)]


def run(articles: Iterable[MentioningArticle], rows: Memory | None = None) -> list[Trend]:
    """Return all that is published for articles."""
    state = Memory() if rows is None else rows
    return [trend for one in articles for trend in partition.add(state, 0, one, SETTINGS)]


def final(trends: Iterable[Trend]) -> dict[str, Trend]:
    """Return the last record of each trend that stands."""
    return {id_: trend for id_, trend in {trend.id: trend for trend in trends}.items() if trend.standing}
