"""Times as the read model keeps them: seconds, hours and days since 1970, in UTC."""

from datetime import UTC, datetime
from functools import lru_cache

HOUR_SECONDS = 3_600
DAY_SECONDS = 86_400
UNITS = {"h": HOUR_SECONDS, "d": DAY_SECONDS}
"""Seconds of an hour and of a day, by the letter that windows are written with."""
HOURLY = frozenset({"second", "minute", "hour"})
DAILY = HOURLY | {"day"}
"""Precisions of a date with which an article counts in hours, and in days."""


def seconds_of(text: str) -> int:
    """Return the seconds of an RFC 3339 time or of a day; without a zone it is UTC.

    Raises
    ------
    ValueError
        When it is neither.
    """
    moment = datetime.fromisoformat(text)
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())


def as_text(seconds: int | None) -> str | None:
    """Return seconds as an RFC 3339 time; None stays None."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@lru_cache(4_096)
def slot_text(unit: str, slot: int) -> str:
    """Return an hour (2026-01-28T14) or a day (2026-01-28) as entity-counts writes it."""
    form = "%Y-%m-%dT%H" if unit == "h" else "%Y-%m-%d"
    return datetime.fromtimestamp(slot * UNITS[unit], UTC).strftime(form)
