"""Whether the stories of the hours up to one are more, or fewer, than chance lets expect.

Looked at are the windows of 1, 2, 3 and 6 hours that end with an hour. False discoveries are held down by a bound on
their expected number (the per-family error rate: Spjøtvoll 1972, On the Optimality of Some Multiple Comparison
Procedures), spread over the tests in proportion to what each expects (p-value weighting: Genovese, Roeder and Wasserman
2006, False Discovery Control with P-Value Weighting). A window that expects m stories may be a false alarm with a
probability of rate x m x worth x share / hours, where the shares of all windows are one together and no worth is more
than one; summed over all windows and subjects that is at most the rate times the stories that were expected, however
many subjects there are and however dependent they may be. No test waits for the outcome of another, so that the answer
does not depend on the order in which articles come, as it does in sequential procedures (LORD, SAFFRON).

Worth is how much an alarm more helps to find bursts. Weights do most where a rise is neither plain nor hopeless (Roeder
and Wasserman 2009, Genome-Wide Significance Levels and Weighted Hypothesis Testing): where a hundredth of a story is
expected a burst passes any bound, and so does a burst of three times the usual where fifty are.

Of an hour under way as much is expected as has passed of it by the subject's own time, a quarter at least, so that what
rises shows before the hour is over. Articles come in with a delay, so that fewer are counted than were published by
then; that is on the safe side. Once the hour is over it is judged as a whole, and what it then lacks is taken back.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from agents.trend.hours import WINDOW_HOURS
from agents.trend.negative_binomial import log10_lower, log10_mass, log10_upper

MIN_STORIES = 3
MIN_OUTLETS = 3
CLOSING_HOURS = 2
"""Hours of a subject's own time after which a window is taken for complete: articles come in with a delay."""
ORDINARY = 0.05
"""Probability from which on the last hour is an ordinary one: what rose before it has ended."""
SHARES = dict(zip(WINDOW_HOURS, (0.1, 0.4, 0.4, 0.1), strict=True))
"""Of the false alarms, by length of window: most go where a burst that began in the middle of an hour shows first."""
FEW_EXPECTED, MANY_EXPECTED = 1.0, 4.0
"""Stories expected of a window below and above which fewer false alarms are spent on it; most go to what is between."""
PER_STORIES = 100_000
"""The stories expected for which the setting of false alarms is."""


class Judged(NamedTuple):
    """What is said of a window."""

    hours: int
    observed: int
    expected: float
    surprise: float
    """-log10 of the probability."""
    margin: float
    """How far the surprise is above what is asked, in powers of ten."""


def judge(counts: Sequence[int], means: Sequence[float], size: float, false_alarms: float, hours: int) -> Judged:
    """Judge one window, whatever comes out.

    Parameters
    ----------
    counts, means
        Stories observed and expected by hour, the last hour first.
    size
        Of the negative binomial.
    false_alarms
        How many there may be for `PER_STORIES` expected stories.
    hours
        The window's length.
    """
    observed, expected = sum(counts[:hours]), math.fsum(means[:hours])
    tail = log10_upper if observed > expected else log10_lower
    surprise = -tail(observed, expected, size)
    return Judged(hours, observed, expected, surprise, surprise - asked_surprise(expected, hours, false_alarms))


def rising(
    counts: Sequence[int],
    means: Sequence[float],
    sizes: Sequence[float],
    false_alarms: float,
    *,
    least: int = MIN_STORIES,
) -> list[Judged]:
    """Return the windows of at least so many stories that have too many, the most surprising first.

    None is returned when the last hour by itself is an ordinary one: what rose before it has ended.
    """
    found: list[Judged] = []
    for hours, size in zip(WINDOW_HOURS, sizes, strict=True):
        observed, expected = sum(counts[:hours]), math.fsum(means[:hours])
        if observed < least or observed <= expected:
            continue
        if -log10_mass(observed, expected, size) >= asked_surprise(expected, hours, false_alarms):
            judged = judge(counts, means, size, false_alarms, hours)
            if judged.margin >= 0:
                found.append(judged)
    if found and (counts[0] <= means[0] or log10_upper(counts[0], means[0], sizes[0]) > math.log10(ORDINARY)):
        return []
    return sorted(found, key=lambda judged: -judged.margin)


def falling(
    counts: Sequence[int], means: Sequence[float], sizes: Sequence[float], false_alarms: float
) -> Judged | None:
    """Return the most surprising of the windows that have too few stories, if there is one; they must be closed."""
    if counts[0] >= means[0]:
        return None
    found: list[Judged] = []
    for hours, size in zip(WINDOW_HOURS, sizes, strict=True):
        observed, expected = sum(counts[:hours]), math.fsum(means[:hours])
        # Where little is expected not even silence is surprising.
        if observed < expected and silence(expected, size) >= asked_surprise(expected, hours, false_alarms):
            found.append(judge(counts, means, size, false_alarms, hours))
    best = max(found, key=lambda judged: judged.margin, default=None)
    return best if best is not None and best.margin >= 0 else None


def silence(expected: float, size: float) -> float:
    """Return how surprising it is to see nothing."""
    return size * math.log10(1.0 + expected / size)


def worth(expected: float) -> float:
    """Return the part of its false alarms that a window gets which expects so many stories: one at most."""
    most = (math.sqrt(FEW_EXPECTED) + math.sqrt(MANY_EXPECTED)) ** 2
    return most * expected / ((expected + FEW_EXPECTED) * (expected + MANY_EXPECTED))


def asked_surprise(expected: float, hours: int, false_alarms: float) -> float:
    """Return the surprise from which on a window is a trend."""
    return -math.log10(false_alarms / PER_STORIES * expected * worth(expected) * SHARES[hours] / hours)
