"""A time and how precise it is."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from agents.clean.dates.moments import Moment, is_plausible, is_same_day

NOON = datetime(2026, 1, 28, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(("precision", "text"), [("day", "2026-01-28T00:00:00Z"), ("minute", "2026-01-28T09:00:00Z")])
def test_a_day_stays_where_it_was_read_and_a_time_is_in_utc(precision, text):
    """Noon in Riyadh is nine o'clock."""
    riyadh = NOON.replace(tzinfo=ZoneInfo("Asia/Riyadh"))
    assert Moment(riyadh, precision).text() == text


@pytest.mark.parametrize(("hours", "same"), [(0, True), (36, True), (37, False)])
def test_times_a_zone_apart_can_be_of_one_day(hours, same):
    """Which zone one of them is in is not known."""
    later = Moment(NOON + timedelta(hours=hours), "minute")
    assert is_same_day(Moment(NOON, "minute"), later) == same


@pytest.mark.parametrize(
    ("when", "plausible"), [(NOON, True), (NOON + timedelta(days=2), False), (NOON.replace(year=1899), False)]
)
def test_a_date_of_long_ago_or_of_the_future_is_none(when, plausible):
    """One day more is a zone's."""
    assert is_plausible(Moment(when, "day"), NOON) == plausible
