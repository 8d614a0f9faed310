"""Dates in fields and metadata."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from agents.clean.dates.clock import Clock
from agents.clean.dates.field_dates import read_field
from agents.clean.dates.moments import Moment

NOW = datetime(2026, 1, 28, 12, 0, tzinfo=UTC)
CLOCK = Clock(NOW, NOW, UTC)
IN_RIYADH = Clock(NOW, NOW, ZoneInfo("Asia/Riyadh"))


def test_times_without_a_zone_are_in_the_zone_that_is_set() -> None:
    """The operator knows where the outlets are."""
    found = read_field("2025-08-05 21:25", IN_RIYADH)
    assert found == Moment(datetime(2025, 8, 5, 18, 25, tzinfo=UTC), "minute")


def test_a_day_stays_the_day_that_the_page_shows() -> None:
    """Midnight in Riyadh is the evening before in UTC, and yet the article is of that day."""
    found = read_field("2025-08-05", IN_RIYADH)
    assert found is not None
    assert found.text() == "2025-08-05T00:00:00Z"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2015-08-05T21:25:00+03:00", "2015-08-05T18:25:00Z"),
        ("2015-08-05T21:25:00.123Z", "2015-08-05T21:25:00Z"),
        ("Wed, 05 Aug 2015 21:25:00 GMT", "2015-08-05T21:25:00Z"),
        ("Wed, 05 Aug 2015 21:25:00 +0300", "2015-08-05T18:25:00Z"),
        ("2015-08-05", "2015-08-05T00:00:00Z"),
        ("Wed Aug 05 2015 21:25:00 GMT+0300 (Arabian Standard Time)", "2015-08-05T18:25:00Z"),
    ],
)
def test_fields_are_read_as_feeds_and_metadata_write_them(value: str, text: str) -> None:
    """RFC 3339, RFC 822, plain days."""
    found = read_field(value, CLOCK)
    assert found is not None
    assert found.text() == text


@pytest.mark.parametrize("value", [None, "", "غير معروف", "0000-00-00T00:00:00", "2015-13-45T99:99", "x" * 5000])
def test_fields_that_are_no_dates_are_none(value: str | None) -> None:
    """Nothing is guessed."""
    assert read_field(value, CLOCK) is None
