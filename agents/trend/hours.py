"""Hours and days as numbers since 1970, in UTC."""

from datetime import UTC, datetime

DAY_HOURS = 24
HOUR_SECONDS = 3600
WEEK_DAYS = 7
WINDOW_HOURS = (1, 2, 3, 6)
"""Lengths of the windows that are looked at; each divides a day."""
_FIRST_WEEKDAY = 3
"""1970 began on a Thursday."""


def seconds_of(text: str) -> int:
    """Return the second of an RFC 3339 time, rounded down."""
    return int(datetime.fromisoformat(text).timestamp() // 1)


def hour_of(second: int) -> int:
    """Return the hour that a second is in."""
    return second // HOUR_SECONDS


def day_of(hour: int) -> int:
    """Return the day that an hour is in."""
    return hour // DAY_HOURS


def weekday_of(day: int) -> int:
    """Return the day of the week, 0 for Monday."""
    return (day + _FIRST_WEEKDAY) % WEEK_DAYS


def written(hour: int) -> str:
    """Return the beginning of an hour in RFC 3339: 2026-01-28T14:00:00Z."""
    return datetime.fromtimestamp(hour * HOUR_SECONDS, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
