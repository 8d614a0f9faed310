"""What a subject's past lets expect."""

import random

import pytest

from agents.trend.level import MAX_PAIRS, expected, learned, pair_expected, rate, scatters, sizes
from agents.trend.rhythm import DAILY_SHARE, Clock
from agents.trend.state import Level

EVEN = Clock(days=20.0, hours=(1.0,) * 24, weekday=0, weekday_factor=1.0, weekday_share=1 / 7)
MONDAY = 20_458
"""2026-01-05."""


def level(counts_of_day, days: int = 60, **pairs: int) -> Level:
    """Return the level after days that each have the counts by hour that a function gives."""
    found, known = Level(), 0.0
    for day in range(MONDAY, MONDAY + days):
        clock = EVEN._replace(weekday=(day - MONDAY) % 7, days=known)
        known = DAILY_SHARE * known + 1
        counts = {day * 24 + hour: count for hour, count in counts_of_day().items()}
        found = learned(found, day, counts, pairs, found, clock)
    return found


def test_nothing_is_expected_of_what_was_never_named():
    """Half a story a day is assumed at first, and less the longer news is known."""
    assert rate(Level(), EVEN._replace(days=0.0)) == pytest.approx(0.5 / 24)
    assert rate(Level(), EVEN) < 0.5 / 24 / 10


def test_it_learns_the_rate_and_the_hours():
    """Ten stories at noon each day are expected at noon, and as good as none at night."""
    found = level(lambda: {12: 10})

    assert expected(found, EVEN, MONDAY * 24 + 12) > 5
    assert expected(found, EVEN, MONDAY * 24 + 3) < 1


def test_a_burst_is_learned_in_part():
    """A thousand stories in one hour do not make a thousand usual."""
    usual = level(lambda: dict.fromkeys(range(24), 1))
    after = learned(usual, MONDAY + 60, {(MONDAY + 60) * 24: 1000}, {}, usual, EVEN)

    assert after.stories < usual.stories + 12


def test_wild_hours_are_told_from_even_ones():
    """The more the hours scatter the smaller the size, and the less surprising a large count."""
    chance = random.Random(1)
    even = level(lambda: dict.fromkeys(range(24), 10))
    wild = level(lambda: {hour: chance.choice([0, 0, 30]) for hour in range(24)})

    assert scatters(even)[0] < 0.05
    assert scatters(wild)[0] > 0.3
    assert sizes(even)[0] > sizes(wild)[0]


def test_a_burst_does_not_make_hours_look_wilder():
    """What comes by chance less than once in a thousand windows says nothing of how others scatter."""
    chance = random.Random(1)
    usual = level(lambda: {hour: chance.choice([0, 3, 6]) for hour in range(24)})
    ordinary = {(MONDAY + 60) * 24 + hour: 3 * (hour % 3) for hour in range(24)}
    burst = ordinary | {(MONDAY + 60) * 24 + hour: 40 for hour in (10, 12)}
    without, after = [learned(usual, MONDAY + 60, counts, {}, usual, EVEN) for counts in (ordinary, burst)]

    assert scatters(after)[0] == pytest.approx(scatters(without)[0], abs=0.005)


def test_hours_that_are_truly_wild_are_learned_to_be():
    """Though at first many of their counts are taken for bursts: what is left scatters more than was believed."""
    chance = random.Random(1)
    wild = level(lambda: {hour: int(chance.expovariate(1 / 10)) for hour in range(24)})

    assert scatters(wild)[0] > 0.6


def test_what_is_known_of_few_stories_is_not_sure():
    """The size of a new subject is small."""
    assert sizes(Level())[0] < 0.5 < sizes(level(lambda: {12: 5}))[0]


def test_a_pair_that_is_not_held_is_taken_for_as_frequent_as_it_can_be():
    """Of more pairs than are kept the most frequent stay, and another one counts as the first that was left out."""
    pairs = {f"e{n:03}": 1 + n // 10 for n in range(MAX_PAIRS + 20)}
    found = level(lambda: {12: 9}, **pairs)

    assert len(found.pairs) == MAX_PAIRS
    assert found.pair_floor > 0
    assert (
        pair_expected(found, EVEN, "e051")[0]
        > pair_expected(found, EVEN, "new")[0]
        > pair_expected(Level(), EVEN, "new")[0]
    )


def test_what_is_long_ago_is_forgotten():
    """After a year of silence little of a level is left."""
    found = level(lambda: {12: 10})
    for day in range(MONDAY + 60, MONDAY + 400):
        found = learned(found, day, {}, {}, found, None)

    assert (found.stories < 0.01, found.hours, found.pairs) == (True, {}, {})


def test_hours_around_lend_an_hour_what_it_has_too_little_of():
    """Of few stories at ten some are expected at eleven, of many none."""
    few = level(lambda: {10: 1}, days=5)
    many = level(lambda: {10: 100})
    shares = [expected(each, EVEN, MONDAY * 24 + 11) / expected(each, EVEN, MONDAY * 24 + 16) for each in (few, many)]
    alone = expected(many, EVEN, MONDAY * 24 + 11) / expected(many, EVEN, MONDAY * 24 + 10)

    assert shares[0] > 1.1
    assert alone < 0.1


def test_what_an_earlier_version_knew_of_other_windows_is_learned_anew():
    """Its list is as long as there were windows then."""
    old = Level(stories=10.0, scatter=[0.9, 0.9, 0.9], scatter_weight=[1e6, 1e6, 1e6])
    assert scatters(old) == scatters(Level())
