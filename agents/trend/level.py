"""A subject's level: what its past lets expect of an hour, and how sure that is.

A gamma-Poisson model: the count of an hour is Poisson; its rate is the subject's own, times the rhythm's factor of the
hour, times a chance factor of mean 1 that is drawn anew in each hour (news comes in bursts). The subject's rate has a
gamma posterior, whose shape is the stories seen; together that is a negative binomial, whose size says how sure both
are. Days are forgotten exponentially, as in discounted count models (West and Harrison 1997, Bayesian Forecasting and
Dynamic Models).
"""

import math
from collections.abc import Mapping, Sequence

from agents.trend.hours import DAY_HOURS, WINDOW_HOURS, weekday_of
from agents.trend.negative_binomial import log10_upper
from agents.trend.rhythm import DAILY_SHARE, Clock
from agents.trend.state import Level

PRIOR_STORIES = 0.5
PRIOR_HOURS = 24.0
"""What is assumed of a subject that nothing is known of: half a story in a day."""
RHYTHM_STORIES = 100.0
"""Stories after which a subject's own rhythm counts as much as that of all news."""
HOUR_STORIES = 200.0
"""Stories after which a subject's own hour counts as much as the hours around it."""
AROUND = (1, 2, 3, 2, 1)
"""Weights of an hour of the day and of the two before and after it: what comes at nine may come at ten."""
PRIOR_SCATTER = 0.15
"""How much rates change by chance from window to window, as a squared coefficient of variation, before it is known."""
PRIOR_SCATTER_WEIGHT = 800.0
"""In squared expected stories: as many as tell scatter to about that much."""
MIN_SCATTER, MAX_SCATTER = 0.02, 1.0
BURST_SURPRISE, BURST_STORIES = 3.0, 3
"""-log10 of the probability, and stories, from which on a window is a burst and teaches nothing of ordinary scatter."""
MIN_DAILY_STORIES = 2.0
"""Expected stories a day from which on a day tells something of scatter."""
MIN_TELLING_DAYS = 4.0
"""Days that must be known before a day can be judged by them."""
LARGEST_DEVIATION = 3.0
"""In standard deviations: what goes beyond it is not learned, so that a burst does not become what is usual at once."""
MAX_PAIRS = 32
FORGOTTEN_STORIES = 0.01
MAX_DAYS = 250
"""Days after which a level is forgotten whole."""


def rate(level: Level, clock: Clock) -> float:
    """Return the stories that are expected of an average hour."""
    return (level.stories + PRIOR_STORIES) / (clock.days * DAY_HOURS + PRIOR_HOURS)


def sizes(level: Level) -> list[float]:
    """Return the sizes of the negative binomial by length of window: how rates scatter, and how well they are known."""
    unsure = 1.0 / (level.stories + PRIOR_STORIES)
    return [1.0 / (each + unsure) for each in scatters(level)]


def scatters(level: Level) -> list[float]:
    """Return how much the subject's rate changes by chance from window to window, by length of window."""
    if not _knows_scatter(level):
        return [PRIOR_SCATTER] * len(WINDOW_HOURS)
    return [
        min(
            MAX_SCATTER,
            max(MIN_SCATTER, (found + PRIOR_SCATTER * PRIOR_SCATTER_WEIGHT) / (weight + PRIOR_SCATTER_WEIGHT)),
        )
        for found, weight in zip(level.scatter, level.scatter_weight, strict=True)
    ]


def factor(level: Level, clock: Clock, hour: int) -> float:
    """Return how many times the average an hour is expected to have: the rhythm of all news, and the subject's own."""
    of_day, own = hour % DAY_HOURS, level.hours
    reach = len(AROUND) // 2
    near = sum(
        weight * own.get((of_day + apart) % DAY_HOURS, 0.0) for apart, weight in enumerate(AROUND, -reach)
    ) / sum(AROUND)
    around = (near * DAY_HOURS + RHYTHM_STORIES * clock.hours[of_day]) / (level.stories + RHYTHM_STORIES)
    by_hour = (own.get(of_day, 0.0) * DAY_HOURS + HOUR_STORIES * around) / (level.stories + HOUR_STORIES)
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
    first = day * DAY_HOURS
    came = [counts.get(hour, 0) for hour in range(first, first + DAY_HOURS)]
    of_day = [float(count) for count in came]
    scatter, weight = level.scatter, level.scatter_weight
    if clock is not None and clock.days >= MIN_TELLING_DAYS:
        telling = rate(then, clock) * DAY_HOURS >= MIN_DAILY_STORIES
        if telling or max(came) > LARGEST_DEVIATION:
            means = [expected(then, clock, hour) for hour in range(first, first + DAY_HOURS)]
            spread = scatters(then)[0]
            of_day = [_bounded(count, mean, spread) for count, mean in zip(came, means, strict=True)]
            if telling:
                scatter, weight = _scattered(level, came, of_day, means, then)
    for hour, count in enumerate(of_day):
        if count:
            hours[hour] = hours.get(hour, 0.0) + count
    if gained := math.fsum(of_day):
        weekday = weekday_of(day)
        weekdays[weekday] = weekdays.get(weekday, 0.0) + gained
    kept, floor = _paired(level, pairs)
    return Level(
        stories=DAILY_SHARE * level.stories + gained,
        hours=hours,
        weekdays=weekdays,
        scatter=scatter,
        scatter_weight=weight,
        pairs=kept,
        pair_floor=floor,
    )


def _knows_scatter(level: Level) -> bool:
    """Whether it tells of windows as they are now: none at first, and others where an earlier version wrote it."""
    return len(level.scatter) == len(WINDOW_HOURS)


def _bounded(count: float, mean: float, spread: float) -> float:
    """Return a count, or the largest that is learned of an hour that expected so much."""
    return min(count, mean + LARGEST_DEVIATION * math.sqrt(mean + spread * mean * mean) + 1.0)


def _scattered(
    level: Level, came: Sequence[int], of_day: Sequence[float], means: Sequence[float], then: Level
) -> tuple[list[float], list[float]]:
    """Return what is known of scatter, and its weight, with one more day in it.

    The square of a window's deviation is its mean by chance alone, and more by how unsure the level was; what is left
    is scatter. Bursts are left out: by them a subject would look wilder than it is, and its next burst be missed.
    """
    found, weights = [], []
    known, unsure, certain = _knows_scatter(level), 1.0 / (then.stories + PRIOR_STORIES), sizes(then)
    for index, length in enumerate(WINDOW_HOURS):
        deviation = weight = 0.0
        for start in range(0, DAY_HOURS, length):
            mean = math.fsum(means[start : start + length])
            if _is_burst(sum(came[start : start + length]), mean, certain[index]):
                continue
            count = math.fsum(of_day[start : start + length])
            deviation += (count - mean) ** 2 - mean - mean * mean * unsure
            weight += mean * mean
        found.append(DAILY_SHARE * (level.scatter[index] if known else 0.0) + deviation)
        weights.append(DAILY_SHARE * (level.scatter_weight[index] if known else 0.0) + weight)
    return found, weights


def _is_burst(count: int, mean: float, size: float) -> bool:
    """Whether so many stories come by chance too seldom to say how much chance scatters."""
    return count >= BURST_STORIES and count > mean and log10_upper(count, mean, size) <= -BURST_SURPRISE


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
