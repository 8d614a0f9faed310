"""The counting itself: an entity's counts, changed by one article that mentions it. Pure but for its argument."""

from datetime import UTC, datetime, timedelta

from streams.fingerprint import similar_to_any
from streams.records.counts import CountedEntity, EntityCount
from streams.records.mentions import MentionedEntity, MentioningArticle
from streams.settings import Settings

HOURLY = frozenset({"second", "minute", "hour"})
DAILY = HOURLY | {"day"}
MAX_GROWTH = 2
"""How many times its limit a bounded counter may grow before its smallest entries go."""


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
    _count_story(count, article.fingerprint, settings.fingerprints_kept)
    _bump(count.sources, article.source, settings.with_kept)
    for topic in article.media_topics:
        count.media_topics[topic] = count.media_topics.get(topic, 0) + 1
    for other in article.with_:
        if other != entity.id:
            count.with_dropped += _bump(count.with_, other, settings.with_kept)
    if article.published_at is not None:
        _count_windows(count, article.published_at, article.published_precision, settings)
    return count


def _counted(entity: MentionedEntity) -> CountedEntity:
    return CountedEntity(
        id=entity.id, name_ar=entity.name_ar, name_en=entity.name_en, type=entity.type, known=entity.known
    )


def _count_story(count: EntityCount, fingerprint: str, kept: int) -> None:
    if similar_to_any(fingerprint, count.fingerprints):
        return
    count.stories += 1
    count.fingerprints.append(fingerprint)
    del count.fingerprints[:-kept]


def _bump(counter: dict[str, int], key: str, limit: int) -> int:
    """Count a key; when the counter has grown to twice its limit its smallest entries go, and their number is given."""
    counter[key] = counter.get(key, 0) + 1
    if len(counter) <= limit * MAX_GROWTH:
        return 0
    ranked = sorted(counter.items(), key=lambda entry: (-entry[1], entry[0]))
    counter.clear()
    counter.update(ranked[:limit])
    return len(ranked) - limit


def _count_windows(count: EntityCount, published_at: str, precision: str | None, settings: Settings) -> None:
    moment = datetime.fromisoformat(published_at).astimezone(UTC)
    count.first_seen = min(count.first_seen or published_at, published_at)
    advanced = count.last_seen is None or published_at > count.last_seen
    if advanced:
        count.last_seen = published_at
    latest = moment if advanced else datetime.fromisoformat(count.last_seen or published_at).astimezone(UTC)
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
