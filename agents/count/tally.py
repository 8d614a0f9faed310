"""The counting itself: an entity's counts, changed by one article that mentions it. Pure but for its argument."""

from datetime import UTC, datetime, timedelta

from streams.fingerprint import first_similar
from streams.records.counts import CountedEntity, EntityCount
from streams.records.mentions import MentionedEntity, MentioningArticle, ReplacedArticle, ReplacedEntity
from streams.settings import Settings

HOURLY = frozenset({"second", "minute", "hour"})
DAILY = HOURLY | {"day"}
MAX_GROWTH = 2
"""How many times its limit a bounded counter may grow before its smallest entries go."""
MAX_DATES = 16
"""Dates of publication that an entity's count remembers: half of them the earliest, half the latest."""


def add(
    count: EntityCount | None, article: MentioningArticle, entity: MentionedEntity, settings: Settings
) -> EntityCount:
    """Count one article for one of its entities, in place.

    Totals and windows come out the same in whatever order articles come; the bounded counters do as long as nothing
    was dropped from them, and `stories` as long as the fingerprints of different stories are not alike.

    Parameters
    ----------
    count
        What was counted of the entity so far; None: nothing.
    article
        An article that was not counted before.
    entity
        The entity as the article mentions it.
    settings
        The bounds: hours_kept, days_kept, with_kept, fingerprints_kept.

    Returns
    -------
    EntityCount
        `count` itself, or a new one.
    """
    if count is None:
        count = EntityCount(id=entity.id, origin=article.origin, entity=_counted(entity))
    count.origin = article.origin
    if (entity.known, entity.name_ar) > (count.entity.known, count.entity.name_ar):
        count.entity = _counted(entity)
    count.articles += 1
    count.mentions += entity.count
    _add_story(count, article.fingerprint, settings.fingerprints_kept)
    _bump(count.sources, article.source, settings.with_kept)
    for topic in article.media_topics:
        count.media_topics[topic] = count.media_topics.get(topic, 0) + 1
    for other in article.with_:
        if other != entity.id:
            count.with_dropped += _bump(count.with_, other, settings.with_kept)
    if article.published_at is not None:
        _add_date(count, article.published_at)
        _add_to_windows(count, article.published_at, article.published_precision, settings)
    return count


def take_back(
    count: EntityCount, replaced: ReplacedArticle, entity: ReplacedEntity, article: MentioningArticle
) -> EntityCount | None:
    """Take back, in place, what one article gave to one of its entities.

    What is left is what would have been counted without that article, as far as nothing was dropped from a bounded
    counter since.

    Parameters
    ----------
    count
        What was counted of the entity so far.
    replaced
        An article that is counted in it.
    entity
        The entity as that article mentioned it.
    article
        The one that takes its place.

    Returns
    -------
    EntityCount | None
        `count` itself; None when no article is left.
    """
    if count.articles <= 1:
        return None
    count.origin = article.origin
    count.articles -= 1
    count.mentions -= entity.count
    _take_back_story(count, replaced.fingerprint)
    _lower(count.sources, replaced.source)
    for topic in replaced.media_topics:
        _lower(count.media_topics, topic)
    for other in replaced.with_:
        if other != entity.id:
            _lower(count.with_, other)
    if replaced.published_at is not None:
        _take_back_date(count, replaced.published_at)
        moment = datetime.fromisoformat(replaced.published_at).astimezone(UTC)
        if replaced.published_precision in HOURLY:
            _lower(count.hours, _hour(moment))
        if replaced.published_precision in DAILY:
            _lower(count.days, _day(moment))
    return count


def _counted(entity: MentionedEntity) -> CountedEntity:
    return CountedEntity(
        id=entity.id, name_ar=entity.name_ar, name_en=entity.name_en, type=entity.type, known=entity.known
    )


def _add_story(count: EntityCount, fingerprint: str, kept: int) -> None:
    held = count.fingerprint_articles
    if (index := first_similar(fingerprint, count.fingerprints)) is not None:
        held[index] += 1
        return
    count.stories += 1
    count.fingerprints.append(fingerprint)
    held.append(1)
    del count.fingerprints[:-kept], held[:-kept]


def _take_back_story(count: EntityCount, fingerprint: str) -> None:
    """Take an article out of its story; of one whose fingerprint was dropped it is not known what else it holds."""
    held = count.fingerprint_articles
    index = first_similar(fingerprint, count.fingerprints)
    if index is not None:
        held[index] -= 1
        if not held[index]:
            count.stories -= 1
            del count.fingerprints[index], held[index]
    count.stories = min(count.stories, count.articles)


def _bump(counter: dict[str, int], key: str, limit: int) -> int:
    """Count a key; when the counter has grown to twice its limit its smallest entries go, and their number is given."""
    counter[key] = counter.get(key, 0) + 1
    if len(counter) <= limit * MAX_GROWTH:
        return 0
    ranked = sorted(counter.items(), key=lambda entry: (-entry[1], entry[0]))
    counter.clear()
    counter.update(ranked[:limit])
    return len(ranked) - limit


def _lower(counter: dict[str, int], key: str) -> None:
    """Count a key once less; one that was dropped, or is out of its window, stays away."""
    left = counter.get(key, 0) - 1
    if left > 0:
        counter[key] = left
    else:
        counter.pop(key, None)


def _add_date(count: EntityCount, published_at: str) -> None:
    dates = count.dates
    dates[published_at] = dates.get(published_at, 0) + 1
    count.first_seen = min(count.first_seen or published_at, published_at)
    count.last_seen = max(count.last_seen or published_at, published_at)
    if len(dates) > MAX_DATES:
        del dates[sorted(dates)[MAX_DATES // 2]]


def _take_back_date(count: EntityCount, published_at: str) -> None:
    _lower(count.dates, published_at)
    count.first_seen, count.last_seen = min(count.dates, default=None), max(count.dates, default=None)


def _add_to_windows(count: EntityCount, published_at: str, precision: str | None, settings: Settings) -> None:
    moment = datetime.fromisoformat(published_at).astimezone(UTC)
    advanced = count.horizon is None or published_at > count.horizon
    if advanced:
        count.horizon = published_at
    latest = moment if advanced else datetime.fromisoformat(count.horizon or published_at).astimezone(UTC)
    first_hour = _hour(latest - timedelta(hours=settings.hours_kept - 1))
    first_day = _day(latest - timedelta(days=settings.days_kept - 1))
    if precision in HOURLY and (hour := _hour(moment)) >= first_hour:
        count.hours[hour] = count.hours.get(hour, 0) + 1
    if precision in DAILY and (day := _day(moment)) >= first_day:
        count.days[day] = count.days.get(day, 0) + 1
    if advanced:
        _expire(count.hours, first_hour)
        _expire(count.days, first_day)


def _hour(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H")


def _day(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d")


def _expire(window: dict[str, int], first: str) -> None:
    for key in [key for key in window if key < first]:
        del window[key]
