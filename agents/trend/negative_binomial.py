"""Tails of the negative binomial distribution: a Poisson count whose rate is itself only known as a gamma.

The mean is what is expected, the size how sure that is: the variance is mean + mean² / size. Logarithms throughout, so
that no tail is too thin for a float.
"""

import math

MAX_TERMS = 5000
NEGLIGIBLE = 1e-9
"""The part of a sum that one more term must have to be added."""
_LOG_10 = math.log(10)


def log10_mass(count: int, mean: float, size: float) -> float:
    """Return log10 of the probability of exactly `count`; each tail that holds it is at least as likely."""
    return _log_mass(count, mean, size) / _LOG_10


def log10_upper(count: int, mean: float, size: float) -> float:
    """Return log10 of the probability of `count` or more; for counts above the mean."""
    ratio = mean / (mean + size)
    term = total = 1.0
    for k in range(count, count + MAX_TERMS):
        term *= (k + size) / (k + 1) * ratio
        total += term
        if term < total * NEGLIGIBLE:
            break
    return min(0.0, (_log_mass(count, mean, size) + math.log(total)) / _LOG_10)


def log10_lower(count: int, mean: float, size: float) -> float:
    """Return log10 of the probability of `count` or fewer; for counts below the mean."""
    ratio = mean / (mean + size)
    term = total = 1.0
    for k in range(count, 0, -1):
        term *= k / ((k - 1 + size) * ratio)
        total += term
        if term < total * NEGLIGIBLE:
            break
    return min(0.0, (_log_mass(count, mean, size) + math.log(total)) / _LOG_10)


def _log_mass(count: int, mean: float, size: float) -> float:
    return (
        math.lgamma(count + size)
        - math.lgamma(size)
        - math.lgamma(count + 1)
        - size * math.log1p(mean / size)
        + count * math.log(mean / (mean + size))
    )
