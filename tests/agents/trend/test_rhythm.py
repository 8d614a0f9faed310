"""The rhythm of a partition's news."""

import random

import pytest

from agents.trend.rhythm import KEPT_BEATS, Clocks, note
from agents.trend.state import Rhythm

FIRST_DAY = 20_454
"""2026-01-01, a Thursday."""


def rhythm(hours) -> Rhythm:
    found = None
    for hour in hours:
        found = note(found, hour)
    assert found is not None
    return found


def days(count: int, by_hour: dict[int, int], friday: int = 1) -> list[int]:
    """Return the hours of articles: so many by hour of the day, on Fridays several times as many."""
    return [
        (FIRST_DAY + day) * 24 + hour
        for day in range(count)
        for hour, articles in sorted(by_hour.items())
        for _ in range(articles * (friday if day % 7 == 1 else 1))
    ]


def test_hours_of_the_day():
    """Noon has more than its even share, night less, and all of them together a day."""
    clock = Clocks(rhythm(days(30, {2: 1, 12: 50, 18: 20}))).of(FIRST_DAY + 29)

    assert clock.hours[12] > clock.hours[18] > 1 > clock.hours[2] > 0
    assert sum(clock.hours) == pytest.approx(24)


def test_days_of_the_week():
    """A Friday with three times the articles is expected to have about that many again."""
    clocks = Clocks(rhythm(days(57, {12: 40}, friday=3)))

    assert clocks.of(FIRST_DAY + 50).weekday == 4
    assert clocks.of(FIRST_DAY + 50).weekday_factor / clocks.of(FIRST_DAY + 51).weekday_factor > 2


def test_a_beat_ends_with_the_day_before_the_day_before():
    """Today and yesterday are not in it: they can still change."""
    found = rhythm(days(3, {12: 10}))

    assert [Clocks(found).of(FIRST_DAY + day).days for day in range(3)] == [0, 0, 1]
    assert set(found.counts) == {(FIRST_DAY + day) * 24 + 12 for day in (1, 2)}


def test_the_order_within_two_days_makes_no_difference():
    """Articles of today and yesterday may come in any order."""
    before, late = days(9, {12: 10}), [(FIRST_DAY + day) * 24 + hour for day in (8, 9) for hour in range(24)]
    shuffled = random.Random(1).sample(late, len(late))
    tail = days(12, {6: 1})[-2:]

    assert rhythm([*before, *late, *tail]) == rhythm([*before, *shuffled, *tail])


def test_an_article_too_late_changes_nothing():
    """A day that is in a beat stays as it is."""
    known = days(9, {12: 10})

    assert rhythm([*known, FIRST_DAY * 24]) == rhythm(known)


def test_a_day_without_news_is_no_day():
    """Days on which nothing came in do not make subjects seem rarer."""
    found = rhythm([*days(9, {12: 10}), (FIRST_DAY + 19) * 24])

    assert Clocks(found).of(FIRST_DAY + 19).days < Clocks(rhythm(days(20, {12: 10}))).of(FIRST_DAY + 19).days


def test_it_is_bounded_and_years_pass_quickly():
    """A leap of ten thousand years leaves nothing of what was known, and takes no longer than one of a year."""
    found = rhythm([*days(9, {12: 10}), 90_000_000])

    assert (found.day, found.beats[found.day].days) == (90_000_000 // 24, 0)
    assert len(rhythm(days(40, {12: 1})).beats) == KEPT_BEATS
