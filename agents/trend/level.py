"""A subject's level: what its past lets expect of an hour, and how sure that is.

A gamma-Poisson model: the count of an hour is Poisson; its rate is the subject's own, times the rhythm's factor of the
hour, times a chance factor of mean 1 that is drawn anew in each hour (news comes in bursts). The subject's rate has a
gamma posterior, whose shape is the stories seen; together that is a negative binomial, whose size says how sure both
are. Days are forgotten exponentially, as in discounted count models (West and Harrison 1997, Bayesian Forecasting and
Dynamic Models).
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

from agents.trend.hours import DAY_HOURS
from agents.trend.rhythm import DAILY_SHARE, Clock
from agents.trend.state import Level

PRIOR_STORIES = 0.5
PRIOR_HOURS = 24.0
"""What is assumed of a subject that nothing is known of: half a story in a day."""
RHYTHM_STORIES = 50.0
"""Stories after which a subject's own rhythm counts as much as that of all news."""
PRIOR_SCATTER = 0.15
"""How much rates change by chance from hour to hour, as the squared coefficient of variation, before that is known."""
PRIOR_SCATTER_WEIGHT = 20.0
MIN_SCATTER, MAX_SCATTER = 0.02, 3.0
MIN_DAILY_STORIES = 2.0
MIN_TELLING_DAYS = 4.0
"""Expected stories a day, and days known before it, from which on a day tells something of scatter."""
LARGEST_DEVIATION = 4.0
"""In standard deviations: what goes beyond it is not learned, so that a burst does not become what is usual at once."""
MAX_PAIRS = 32
FORGOTTEN_STORIES = 0.01
MAX_DAYS = 250
"""Days after which a level is forgotten whole."""


class Expected(NamedTuple):
    """What a subject's level lets expect."""

    mean: float
    """Stories."""
    size: float
    """How sure that is: the size of the negative binomial."""


def rate(level: Level, clock: Clock) -> float:
    """Return the stories that are expected of an average hour."""
    return (level.stories + PRIOR_STORIES) / (clock.days * DAY_HOURS + PRIOR_HOURS)


def size(level: Level) -> float:
    """Return the size of the negative binomial: from how rates scatter, and from how many stories the level is made."""
    return 1.0 / (scatter(level) + 1.0 / (level.stories + PRIOR_STORIES))


def scatter(level: Level) -> float:
    """Return how much the subject's rate changes by chance from hour to hour."""
    estimate = (level.scatter + PRIOR_SCATTER * PRIOR_SCATTER_WEIGHT) / (level.scatter_weight + PRIOR_SCATTER_WEIGHT)
    return min(MAX_SCATTER, max(MIN_SCATTER, estimate))


def factor(level: Level, clock: Clock, hour: int) -> float:
    """Return how many times the average an hour is expected to have: the rhythm of all news, and the subject's own."""
    of_day = hour % DAY_HOURS
    total = level.stories + RHYTHM_STORIES
    by_hour = (level.hours.get(of_day, 0.0) * DAY_HOURS + RHYTHM_STORIES * clock.hours[of_day]) / total
    return by_hour * weekday_factor(level, clock)


def weekday_factor(level: Level, clock: Clock) -> float:
    """Return how many times an average day's stories the day is expected to have."""
    if not clock.weekday_share:
        return clock.weekday_factor
    own = level.weekdays.get(clock.weekday, 0.0) / clock.weekday_share
    return (own + RHYTHM_STORIES * clock.weekday_factor) / (level.stories + RHYTHM_STORIES)


def expected(level: Level, clock: Clock, hour: int) -> float:
    """Return the stories that are expected of an hour."""
    return rate(level, clock) * factor(level, clock, hour)


def pair_expected(level: Level, clock: Clock, other: str) -> tuple[float, float]:
    """Return the stories of an average hour that name an entity too, and the share of the subject's that do."""
    together = level.pairs.get(other, level.pair_floor) + PRIOR_STORIES
    return together / (clock.days * DAY_HOURS + PRIOR_HOURS), together / (level.stories + 1.0)


def learned(  # noqa: PLR0913, PLR0917 - each is one plain fact
    level: Level, day: int, counts: Mapping[int, int], pairs: Mapping[str, int], then: Level, clock: Clock | None
) -> Level:
    """Return a level with one more day in it.

    Parameters
    ----------
    level
        Of the days before.
    day
        The day to add.
    counts
        Stories by hour; hours of other days are passed over.
    pairs
        Stories of that day by an entity that they name too.
    then, clock
        What was known at the beginning of the day, by which its hours are judged; no clock: too long ago.
    """
    hours = {h: DAILY_SHARE * stories for h, stories in level.hours.items() if stories > FORGOTTEN_STORIES}
    weekdays = {d: DAILY_SHARE * stories for d, stories in level.weekdays.items() if stories > FORGOTTEN_STORIES}
    gained, deviation, weight = 0.0, 0.0, 0.0
    chance, spread = (rate(then, clock), scatter(then)) if clock is not None else (0.0, 0.0)
    telling = clock is not None and clock.days >= MIN_TELLING_DAYS and chance * DAY_HOURS >= MIN_DAILY_STORIES
    unsure = 1.0 / (then.stories + PRIOR_STORIES)
    first = day * DAY_HOURS
    for hour in range(first, first + DAY_HOURS) if telling else sorted(h for h in counts if 0 <= h - first < DAY_HOURS):
        count = float(counts.get(hour, 0))
        if clock is not None and (telling or count > LARGEST_DEVIATION):
            mean = chance * factor(then, clock, hour)
            count = min(count, mean + LARGEST_DEVIATION * math.sqrt(mean + spread * mean * mean + 1.0))
            deviation += (count - mean) ** 2 - mean - mean * mean * unsure
            weight += mean * mean
        gained += count
        if count:
            hours[hour - first] = hours.get(hour - first, 0.0) + count
    if gained:
        weekday = (day + 3) % 7
        weekdays[weekday] = weekdays.get(weekday, 0.0) + gained
    kept, floor = _paired(level, pairs)
    return Level(
        stories=DAILY_SHARE * level.stories + gained,
        hours=hours,
        weekdays=weekdays,
        scatter=DAILY_SHARE * level.scatter + (deviation if telling else 0.0),
        scatter_weight=DAILY_SHARE * level.scatter_weight + (weight if telling else 0.0),
        pairs=kept,
        pair_floor=floor,
    )


def _paired(level: Level, pairs: Mapping[str, int]) -> tuple[dict[str, float], float]:
    """Return the most frequent pairs, and the most that one may have which is left out.

    As in the Space-Saving algorithm (Metwally, Agrawal and El Abbadi 2005) what was left out before is taken for as
    frequent as the most frequent of its kind, so that no pair seems rarer than it is.
    """
    floor = DAILY_SHARE * level.pair_floor
    found = {other: DAILY_SHARE * stories for other, stories in level.pairs.items()}
    for other, stories in pairs.items():
        found[other] = found.get(other, floor) + stories
    ranked = sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))
    left_out = ranked[MAX_PAIRS][1] if len(ranked) > MAX_PAIRS else 0.0
    kept = {other: stories for other, stories in ranked[:MAX_PAIRS] if stories > FORGOTTEN_STORIES}
    return kept, max(floor, left_out)
