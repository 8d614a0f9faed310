"""Numbers that stand for times."""

import pytest

from agents.clean.dates.clock import Clock
from agents.clean.dates.field_dates import read_field
from agents.clean.dates.stamps import text_of_number


@pytest.mark.parametrize(
    "number", [1741948200, 1741948200.9, 1741948200_000, 1741948200_000_000, 1741948200_000_000_000]
)
def test_seconds_and_parts_of_them_are_told_apart(number: float) -> None:
    """The years from 1990 to 2100 lie apart in each unit."""
    assert text_of_number(number) == "2025-03-14T10:30:00Z"


@pytest.mark.parametrize("number", [-1, 0, 1, 1e20, 1e300, -62135596800, 20251399])
def test_what_is_no_time_is_none(number: float) -> None:
    """Never 1970."""
    assert text_of_number(number) is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1741948200", "2025-03-14T10:30:00Z"),
        ("1741948200.5", "2025-03-14T10:30:00Z"),
        ("20250314", "2025-03-14T00:00:00Z"),
        ("20250314103000", "2025-03-14T10:30:00Z"),
        ("0", None),
        ("-1", None),
        ("1970-01-01T00:00:00Z", None),
        ("1969-12-31T16:00:00-08:00", None),
    ],
)
def test_a_number_may_stand_in_a_string(text: str, read: str | None) -> None:
    """As CSV files and databases have it."""
    moment = read_field(text, Clock.at("2025-03-20T12:00:00Z", "UTC"))
    assert (moment.text() if moment else None) == read
