"""Which day, month or year a date means."""

import datetime as dt

import pytest

from agents.arabic.dates.find import find_dates
from agents.arabic.dates.values import gregorian_value, hijri_value
from agents.arabic.folding import fold


@pytest.mark.parametrize("text", ["31 فبراير 2020", "31 ذو الحجة 1440", "يوم 9999/99/9999"])
def test_impossible_days_have_no_value(text):
    """A day that the calendar does not have never becomes another."""
    assert all(found.value is None for found in find_dates(fold(text)))


@pytest.mark.parametrize(
    ("month", "direction", "value"),
    [
        (1, None, "2021-01"),
        (12, None, "2020-12"),
        (7, None, None),
        (7, -1, "2020-07"),
        (7, 1, "2021-07"),
        (7, 0, "2021-07"),
        (12, 0, "2020-12"),
    ],
)
def test_a_month_without_a_year(month, direction, value):
    """It is the nearest one if that is near, or the one that a word points to; else no value is certain."""
    assert gregorian_value(None, month, None, direction, dt.date(2021, 1, 28))[0] == value


def test_only_days_of_the_hijri_calendar_have_a_value():
    """A Hijri month spans two others."""
    assert (hijri_value(1436, 9, 15), hijri_value(1436, 9, None)) == (("2015-07-02", "day"), (None, None))
