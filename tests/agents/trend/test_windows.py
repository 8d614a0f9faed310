"""Whether a window is surprising."""

import math
import random

import pytest

from agents.trend.windows import SHARES, asked_surprise, falling, judge, rising, worth

SIZES = (10.0, 10.0, 10.0, 10.0)
NONE = (0,) * 5


def test_a_rise_is_found_in_the_window_that_shows_it_best():
    """A burst of an hour in the hour, one of six hours in six."""
    at_once = rising((20, *NONE), (1.0,) * 6, SIZES, 1.0)
    slowly = rising((5,) * 6, (1.0,) * 6, SIZES, 1.0)

    assert (at_once[0].hours, slowly[0].hours) == (1, 6)


def test_what_rose_before_has_ended_with_an_ordinary_hour():
    """Six hours that hold yesterday's burst do not rise again in each hour after it."""
    assert rising((1, 0, 60, 0, 0, 0), (1.0,) * 6, SIZES, 1.0) == []


@pytest.mark.parametrize("count", [1, 2])
def test_fewer_than_three_stories_never_rise(count):
    """However rare the subject is."""
    assert rising((count, *NONE), (1e-9,) * 6, SIZES, 1000.0) == []


def test_a_fall_needs_something_to_fall_from():
    """Six silent hours are a fall where a hundred stories are usual, and nothing where one is."""
    found = falling((0,) * 6, (20.0,) * 6, SIZES, 1.0)

    assert found is not None
    assert (found.observed, found.hours) == (0, 6)
    assert falling((0,) * 6, (0.2,) * 6, SIZES, 1.0) is None


def test_more_is_asked_where_less_is_expected():
    """Each test's share of the false alarms is as large as what it expects, and what it is worth."""
    asked = [asked_surprise(expected, 1, 1.0) for expected in (0.01, 1.0, 2.0, 100.0)]

    assert asked == sorted(asked, reverse=True)
    assert asked[0] - asked[2] == pytest.approx(math.log10(200 / worth(0.01)))


def test_most_is_spent_where_two_stories_are_expected():
    """No window gets more than its share, so that the bound holds; rare subjects and the most frequent get less."""
    assert worth(2.0) == pytest.approx(1)
    assert all(worth(expected / 100) <= 1 for expected in range(1, 10_000))
    assert worth(0.01) < 0.03
    assert worth(50.0) < 0.2


def test_all_windows_share_the_bound():
    """What each length of window may be wrong is all together what the setting says."""
    assert sum(SHARES.values()) == pytest.approx(1)


def test_the_margin_is_what_is_above_that():
    """A judgement of a single window says how far it is from being a trend."""
    found = judge((9, *NONE), (1.0,) * 6, 10.0, 1.0, 1)

    assert found.margin == pytest.approx(found.surprise - asked_surprise(1.0, 1, 1.0))


def test_chance_alone_gives_no_more_than_the_bound():
    """Over counts drawn from the model itself the windows that rise or fall are fewer than the setting says."""
    chance, alarms, expected = random.Random(7), 0, 0.0
    for _ in range(20_000):
        mean = chance.choice([0.05, 0.5, 3.0])
        counts = [_drawn(chance, mean) for _ in range(6)]
        alarms += (
            bool(rising(counts, (mean,) * 6, SIZES, 500.0)) or falling(counts, (mean,) * 6, SIZES, 500.0) is not None
        )
        expected += mean

    assert alarms <= expected * 500 / 100_000


def _drawn(chance: random.Random, mean: float) -> int:
    """Draw a Poisson count of a gamma rate: of an exponential clock, how often it rings within the rate."""
    left, count = chance.gammavariate(SIZES[0], mean / SIZES[0]), 0
    while (left := left - chance.expovariate(1)) > 0:
        count += 1
    return count
