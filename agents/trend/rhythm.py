"""The rhythm of a partition's news: how much more comes at noon than at night, on Sunday than on Friday.

All subjects of a partition share it; a subject with a long past departs from it (agents/trend/level.py). A day's beat
is made of days that no article can change any more, so that it does not matter in which order articles come.
"""

from typing import NamedTuple

from agents.trend.hours import DAY_HOURS, WEEK_DAYS, day_of, weekday_of
from agents.trend.state import Beat, Rhythm

HALF_LIFE_DAYS = 14
DAILY_SHARE = 0.5 ** (1 / HALF_LIFE_DAYS)
"""What a day is worth of the day after it."""
KEPT_BEATS = 8
"""Days whose beat is kept, for subjects that are behind the partition."""
EVEN_ARTICLES = 100.0
"""Weight of the assumption that all hours and days are alike, in articles."""


class Clock(NamedTuple):
    """What a day's beat says, made ready for the subjects."""

    days: float
    """Days on which there was news, discounted."""
    hours: tuple[float, ...]
    """By hour of the day: how many times its even share of a day it has."""
    weekday: int
    """Which day of the week the day is."""
    weekday_factor: float
    """How many times an average day's news it has."""
    weekday_share: float
    """The share of its day of the week in the days that were seen."""


def note(rhythm: Rhythm | None, hour: int) -> Rhythm:
    """Count an article, in place; one of a day that is in a beat already changes nothing."""
    day = day_of(hour)
    if rhythm is None:
        rhythm = Rhythm(day, {day: Beat()}, {})
    while rhythm.day < day:
        _go_on(rhythm, day)
    if day >= rhythm.day - 1:
        rhythm.counts[hour] = rhythm.counts.get(hour, 0) + 1
    return rhythm


class Clocks:
    """The clocks of a rhythm's days, each made when it is asked for."""

    def __init__(self, rhythm: Rhythm) -> None:
        self._beats = rhythm.beats
        self._made: dict[int, Clock] = {}

    def knows(self, day: int) -> bool:
        """Whether the beat of a day is still there."""
        return day in self._beats

    def of(self, day: int) -> Clock:
        """Return what is known of a day at its beginning; of a day long past what the oldest beat says."""
        if day not in self._made:
            self._made[day] = _clock(self._beats.get(day) or self._beats[min(self._beats)], day)
        return self._made[day]


def _clock(beat: Beat, day: int) -> Clock:
    weekday = weekday_of(day)
    share = beat.weekdays_seen[weekday] / beat.days if beat.days else 0.0
    total = beat.articles + EVEN_ARTICLES
    even = EVEN_ARTICLES / DAY_HOURS
    return Clock(
        days=beat.days,
        hours=tuple((articles + even) / total * DAY_HOURS for articles in beat.hours),
        weekday=weekday,
        weekday_factor=(beat.weekdays[weekday] + EVEN_ARTICLES * share) / (total * share) if share else 1.0,
        weekday_share=share,
    )


def _go_on(rhythm: Rhythm, towards: int) -> None:
    """Begin the next day; over an empty stretch of weeks only the last days are gone through."""
    sealed = rhythm.day - 1
    beat = _sealed(rhythm.beats[rhythm.day], sealed, [rhythm.counts.pop(sealed * DAY_HOURS + h, 0) for h in range(24)])
    rhythm.day += 1
    if not rhythm.counts and towards - rhythm.day > WEEK_DAYS * 30:
        beat, rhythm.day = Beat(), towards
    rhythm.beats[rhythm.day] = beat
    for day in [day for day in rhythm.beats if day <= rhythm.day - KEPT_BEATS]:
        del rhythm.beats[day]


def _sealed(beat: Beat, day: int, counts: list[int]) -> Beat:
    """Return a beat with one more day in it."""
    total, weekday = sum(counts), weekday_of(day)
    seen = [DAILY_SHARE * days for days in beat.weekdays_seen]
    weekdays = [DAILY_SHARE * articles for articles in beat.weekdays]
    seen[weekday] += bool(total)
    weekdays[weekday] += total
    return Beat(
        days=DAILY_SHARE * beat.days + bool(total),
        weekdays_seen=seen,
        articles=DAILY_SHARE * beat.articles + total,
        hours=[DAILY_SHARE * articles + count for articles, count in zip(beat.hours, counts, strict=True)],
        weekdays=weekdays,
    )
