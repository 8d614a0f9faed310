"""Which articles can make a trend: news with a time of its own that came in soon after it was published."""

from datetime import datetime

from agents.trend.hours import HOUR_SECONDS, seconds_of
from streams.records.mentions import MentioningArticle
from streams.settings import Settings

TO_THE_HOUR = frozenset({"second", "minute", "hour"})
"""Precisions of a time that tell the hour."""
STATED = frozenset({"field", "metadata", "chrome"})
"""Where a time of publication is found that is one: an address or a text tells a day at best, and perhaps another's."""
AHEAD_SECONDS = HOUR_SECONDS
"""How far in the future an article may say that it was published: clocks of outlets are not exact."""


def published(article: MentioningArticle, settings: Settings) -> int | None:
    """Return the second at which an article was published, if it can make a trend.

    None is given for a later revision, for a time that is not known to the hour or was not stated as that of
    publication, and for a backfill: an article that came in more than `trend_fresh_hours` after its publication.
    """
    if (
        article.revision > 1
        or article.published_at is None
        or article.published_precision not in TO_THE_HOUR
        or article.published_from not in STATED
        or article.received_at is None
    ):
        return None
    second = seconds_of(article.published_at)
    age = datetime.fromisoformat(article.received_at).timestamp() - second
    if age < -AHEAD_SECONDS or (settings.trend_fresh_hours and age > settings.trend_fresh_hours * HOUR_SECONDS):
        return None
    return second
