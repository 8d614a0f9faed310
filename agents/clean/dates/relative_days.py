"""Dates that count from the day when the page was taken from its site: «منذ 3 ساعات», «أمس 14:20», «الأحد 4 يناير»."""

import re
from datetime import datetime, timedelta, tzinfo

from agents.clean.dates.days import day_without_year
from agents.clean.dates.moments import Moment, moment_of
from agents.clean.dates.patterns import AGO, COUNTS_AGO, DAY_MONTH, LETTER_UNITS, UNITS, WEEKDAY, YESTERDAY
from agents.clean.dates.removal import words_beside_date
from agents.clean.dates.times_of_day import GAP, TimeOfDay


def names_relative_day(text: str) -> bool:
    """Whether a text without a date or a time can still say when: «منذ يومين», «أمس», «الأحد 4 يناير»."""
    return bool(AGO.search(text) or YESTERDAY.match(text.strip()) or WEEKDAY.search(text))


def take_relative_day(
    text: str, now: datetime, time: TimeOfDay | None, zone: tzinfo, *, zoned: bool
) -> tuple[Moment, str] | None:
    """Take a date that counts from `now` out of a text; return it and what is left."""
    return (
        _take_ago(text, now, zone)
        or _take_yesterday(text, now, time, zone, zoned=zoned)
        or _take_day_without_year(text, now, time, zone, zoned=zoned)
    )


def _take_ago(text: str, now: datetime, zone: tzinfo) -> tuple[Moment, str] | None:
    """Take «منذ 3 ساعات»."""
    found = AGO.search(text)
    if not found:
        return None
    unit = found["unit"] or found["unit2"] or found["unit3"]
    if unit in LETTER_UNITS:
        precision, seconds = LETTER_UNITS[unit]
    else:
        precision, seconds = next(value for start, value in UNITS.items() if unit.startswith(start))
    when = now - timedelta(seconds=seconds * _count_of(found, unit))
    if found["more"] and precision == "hour":
        precision, when = "minute", when - timedelta(seconds=_seconds_more(found["more"]))
    if precision in ("day", "month", "year"):
        when = when.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return Moment(when, precision, zoned=True), text[: found.start()] + GAP + text[found.end() :]


def _count_of(found: re.Match[str], unit: str) -> int:
    """Return how many units a phrase counts back: «3», «ثلاث», of «ساعتين» two."""
    number = found["n"] or found["n2"] or found["n3"]
    if number is None:
        return 2 if unit.endswith(("ين", "ان")) and unit != "ثوان" else 1
    return int(number) if number.isdecimal() else COUNTS_AGO.get(number, 1)


def _seconds_more(text: str) -> float:
    """Return the part of an hour behind a number of hours: «ونصف», «و20 دقيقة»."""
    digits = "".join(filter(str.isdecimal, text))
    return 60 * int(digits) if digits else next(value for start, (_, value) in UNITS.items() if text.startswith(start))


def _take_yesterday(
    text: str, now: datetime, time: TimeOfDay | None, zone: tzinfo, *, zoned: bool
) -> tuple[Moment, str] | None:
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
    return moment_of(day, time, zone, zoned=zoned), rest


def _take_day_without_year(
    text: str, now: datetime, time: TimeOfDay | None, zone: tzinfo, *, zoned: bool
) -> tuple[Moment, str] | None:
    """Take a day and a month beside a time of day or a day of the week: «الأحد 4 يناير», «4 يناير، 10:35»."""
    found = DAY_MONTH.search(text)
    if not found or (time is None and not WEEKDAY.search(text)):
        return None
    day = day_without_year(text, now, zone)
    if day is None:
        return None
    return moment_of(day.when.date(), time, zone, zoned=zoned), text[: found.start()] + GAP + text[found.end() :]
