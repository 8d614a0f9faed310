"""What a trend's record shows for it: outlets, stories, articles, company."""

import zlib
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec
import orjson

from agents.trend.hours import written
from agents.trend.state import Story
from agents.trend.windows import Judged
from streams.records.origin import Origin
from streams.records.trends import Subject, Trend, TrendArticle, TrendWindow

MAX_OUTLETS = 32
MAX_STORIES = 32
MAX_ARTICLES = 8
MAX_COMPANY = 8
MIN_COMPANY_STORIES = 2
_DATE_CHARACTERS = 13


def trend(  # noqa: PLR0913 - each is one plain fact
    subject: Subject, hour: int, judged: Judged, stories: Sequence[Story], *, standing: bool, origin: Origin
) -> Trend:
    """Return the record of a window.

    Parameters
    ----------
    subject
        What is named.
    hour
        The window's last hour.
    judged
        What is said of the window.
    stories
        Its stories, in their order.
    standing
        Whether it is a trend.
    origin
        The raw page that changed it.
    """
    return Trend(
        id=f"{subject.id}@{written(hour)[:_DATE_CHARACTERS]}",
        origin=origin,
        subject=subject,
        window=TrendWindow(start=written(hour - judged.hours + 1), hours=judged.hours),
        observed=judged.observed,
        expected=_rounded(judged.expected),
        probability=_rounded(10.0**-judged.surprise),
        surprise=round(judged.surprise, 2),
        direction="rising" if judged.observed > judged.expected else "falling",
        standing=standing,
        outlets=sorted({story.source for story in stories})[:MAX_OUTLETS],
        stories=[story.id for story in stories[:MAX_STORIES]],
        articles=[_article(story) for story in stories[:MAX_ARTICLES]],
        with_=_company(subject, stories),
        first_seen=_time(stories[0]) if stories else None,
    )


def checksum(record: Trend) -> int:
    """Return a number that tells whether anything of a record has changed, but for the page that changed it."""
    fields = msgspec.to_builtins(record)
    del fields["origin"]
    return zlib.crc32(orjson.dumps(fields))


def _company(subject: Subject, stories: Sequence[Story]) -> list[str]:
    own = {subject.id, *subject.ids}
    counts = Counter(other for story in stories for other in story.others if other not in own)
    ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return [other for other, count in ranked[:MAX_COMPANY] if count >= MIN_COMPANY_STORIES]


def _article(story: Story) -> TrendArticle:
    return TrendArticle(id=story.id, title=story.title, source=story.source, published_at=_time(story))


def _time(story: Story) -> str:
    return datetime.fromtimestamp(story.second, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _rounded(value: float) -> float:
    """Return a number to four digits: what is behind them no one needs, and other machines may reckon otherwise."""
    return float(f"{value:.4g}")
