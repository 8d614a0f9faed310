"""The tails of the negative binomial."""

import math

import pytest

from agents.trend.negative_binomial import log10_lower, log10_mass, log10_upper


@pytest.mark.parametrize(("mean", "size"), [(0.01, 0.5), (1.0, 3.0), (20.0, 4.0), (50.0, 40.0)])
def test_masses_add_up(mean, size):
    """All probabilities together are one, and their mean is the mean."""
    masses = [10 ** log10_mass(count, mean, size) for count in range(3000)]

    assert sum(masses) == pytest.approx(1)
    assert sum(count * mass for count, mass in enumerate(masses)) == pytest.approx(mean)


@pytest.mark.parametrize(("count", "mean", "size"), [(3, 0.1, 0.5), (8, 1.0, 5.0), (60, 20.0, 4.0), (120, 50.0, 40.0)])
def test_the_upper_tail_is_the_sum_of_its_masses(count, mean, size):
    """So many or more."""
    expected = sum(10 ** log10_mass(k, mean, size) for k in range(count, count + 3000))

    assert log10_upper(count, mean, size) == pytest.approx(math.log10(expected), abs=1e-6)


@pytest.mark.parametrize(("count", "mean", "size"), [(0, 3.0, 2.0), (4, 20.0, 9.0), (20, 50.0, 40.0)])
def test_the_lower_tail_is_the_sum_of_its_masses(count, mean, size):
    """So few or fewer."""
    expected = sum(10 ** log10_mass(k, mean, size) for k in range(count + 1))

    assert log10_lower(count, mean, size) == pytest.approx(math.log10(expected), abs=1e-6)


def test_a_large_size_is_poisson():
    """What is known for sure scatters as chance alone does."""
    poisson = sum(math.exp(-2) * 2**k / math.factorial(k) for k in range(9, 60))

    assert log10_upper(9, 2.0, 1e7) == pytest.approx(math.log10(poisson), abs=1e-4)


def test_no_tail_is_too_thin():
    """A probability that no float can hold still has a logarithm."""
    assert -6000 < log10_upper(3000, 1.0, 50.0) < -400
