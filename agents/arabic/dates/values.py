"""Which day, month or year a date means, by its numbers and by the day of publication."""

import datetime as dt

from hijridate import Hijri

from streams.records.dates import Precision

YEARS = range(1800, 2101)
HIJRI_YEARS = range(1343, 1501)
"""The years that the Umm al-Qura tables hold."""
_MAX_DAYS_AWAY = 150
"""A date without its year is the nearest one if that is so near, else unknown."""


def gregorian_value(
    year: int | None, month: int, day: int | None, direction: int | None, published: dt.date | None
) -> tuple[str | None, Precision | None]:
    """Return the ISO date of a month or a day of it; without a year, of the nearest one if that is certain."""
    if year is None:
        year = _nearest_year(month, day, direction, published)
    if year is None:
        return None, None
    if day is None:
        return f"{year:04}-{month:02}", "month"
    try:
        return dt.date(year, month, day).isoformat(), "day"
    except ValueError:
        return None, None


def _nearest_year(month: int, day: int | None, direction: int | None, published: dt.date | None) -> int | None:
    if published is None:
        return None
    here = (published.month, published.day if day is not None else 0)
    there = (month, day or 0)
    if direction == -1:
        return published.year if there < here else published.year - 1
    if direction == 1:
        return published.year if there > here else published.year + 1
    best: int | None = None
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            distance = abs((dt.date(year, month, day or 15) - published).days)
        except ValueError:
            continue
        if distance <= _MAX_DAYS_AWAY:
            best = year
    return published.year if best is None and direction == 0 else best


def hijri_value(year: int | None, month: int, day: int | None) -> tuple[str | None, Precision | None]:
    """Return the ISO date of a day of the Umm al-Qura calendar; less than a day has none."""
    if year is None or day is None or year not in HIJRI_YEARS:
        return None, None
    try:
        return Hijri(year, month, day).to_gregorian().isoformat(), "day"
    except (ValueError, OverflowError):
        return None, None
