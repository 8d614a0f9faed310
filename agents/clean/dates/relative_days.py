"""Dates that count from the day when the page was taken from its site: «منذ 3 ساعات», «أمس 14:20», «الأحد 4 يناير»."""

from datetime import datetime, timedelta, tzinfo

from agents.clean.dates.days import day_without_year
from agents.clean.dates.moments import Moment, moment_of
from agents.clean.dates.patterns import AGO, DAY_MONTH, UNITS, WEEKDAY, YESTERDAY
from agents.clean.dates.removal import words_beside_date
from agents.clean.dates.times_of_day import GAP, TimeOfDay


def names_relative_day(text: str) -> bool:
    """Whether a text without a date or a time can still say when: «منذ يومين», «أمس», «الأحد 4 يناير»."""
    return bool(AGO.search(text) or YESTERDAY.match(text.strip()) or WEEKDAY.search(text))


def take_relative_day(text: str, now: datetime, time: TimeOfDay | None, zone: tzinfo) -> tuple[Moment, str] | None:
    """Take a date that counts from `now` out of a text; return it and what is left."""
    return (
        _take_ago(text, now, zone)
        or _take_yesterday(text, now, time, zone)
        or _take_day_without_year(text, now, time, zone)
    )


def _take_ago(text: str, now: datetime, zone: tzinfo) -> tuple[Moment, str] | None:
    """Take «منذ 3 ساعات»."""
    found = AGO.search(text)
    if not found:
        return None
    unit = found["unit"] or found["unit2"]
    precision, seconds = next(value for start, value in UNITS.items() if unit.startswith(start))
    count = int(found["n"] or found["n2"] or (2 if unit.endswith(("ين", "ان")) and unit != "ثوان" else 1))
    when = now - timedelta(seconds=seconds * count)
    if precision in ("day", "month", "year"):
        when = when.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return Moment(when, precision), text[: found.start()] + GAP + text[found.end() :]


def _take_yesterday(text: str, now: datetime, time: TimeOfDay | None, zone: tzinfo) -> tuple[Moment, str] | None:
    """Take «أمس 14:20», «اليوم 11:20»."""
    found = YESTERDAY.match(text.strip())
    if not found:
        return None
    rest = text.strip()[found.end() :]
    if found["today"] and time is None and (words_beside_date(rest) or "مكه" in rest):
        # «اليوم - الدمام»: a newspaper of this name, and where it writes from. Mecca else goes with times.
        return None
    days_ago = 0 if found["today"] else 1 if found["yesterday"] else 2
    day = now.astimezone(zone).date() - timedelta(days=days_ago)
    return moment_of(day, time, zone), rest


def _take_day_without_year(text: str, now: datetime, time: TimeOfDay | None, zone: tzinfo) -> tuple[Moment, str] | None:
    """Take a day and a month beside a time of day or a day of the week: «الأحد 4 يناير», «4 يناير، 10:35»."""
    found = DAY_MONTH.search(text)
    if not found or (time is None and not WEEKDAY.search(text)):
        return None
    day = day_without_year(text, now, zone)
    if day is None:
        return None
    return moment_of(day.when.date(), time, zone), text[: found.start()] + GAP + text[found.end() :]
