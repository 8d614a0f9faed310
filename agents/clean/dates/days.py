"""Days of the Gregorian and of the Hijri calendar, with their year and without."""

import re
from datetime import date, datetime, tzinfo

from hijridate import Hijri

from agents.clean.dates.moments import TOLERANCE, Moment, moment_of
from agents.clean.dates.patterns import (
    DATES,
    DAY_MONTH,
    GREGORIAN,
    HIJRI,
    HIJRI_DATES,
    HIJRI_YEAR,
    NAMED_WEEKDAY,
    SHORT_DATES,
    WEEKDAYS,
    YEAR_DIGITS,
)
from agents.clean.dates.times_of_day import GAP

_MONTHS = 12
_CENTURY = 2000
_FIRST_YEAR_OF_TWO = 70
"""A year of two digits from this on is of the twentieth century."""
_WEEKDAY_CHARACTERS = 20
"""Characters in front of a day among which its name stands."""
_YEARS = 2
"""Years among which that of a day without one is looked for: the one of the visit, and the one before."""


def take_day(text: str) -> tuple[date | None, str]:
    """Take the first date out of a text, and every further one (the other calendar's)."""
    day: date | None = None
    found_any = False
    if not YEAR_DIGITS.search(text):
        return None, text
    for pattern in DATES:
        found = pattern.search(text)
        if found:
            groups = found.groupdict()
            month = GREGORIAN[groups["g"]] if groups.get("g") else int(groups["m"])
            day = day or _date(int(groups["y"]), month, int(groups["d"]), swap=not groups.get("g"))
            is_year_last = not groups.get("g") and found[0].endswith(groups["y"])
            day = _as_weekday_says(day, text) if is_year_last else day
            text = _without(pattern, found, text)
            found_any = True
            break
    for pattern in HIJRI_DATES if HIJRI_YEAR.search(text) else ():
        found = pattern.search(text)
        if found:
            groups = found.groupdict()
            month = HIJRI[groups["h"]] if groups.get("h") else int(groups["m"])
            if not found_any:
                day = _hijri(int(groups["y"]), month, int(groups["d"]))
            text = _without(pattern, found, text)
            break
    return day, text


def take_short_day(text: str) -> tuple[date | None, str]:
    """Take a date out of a text of which the year has two digits: «14/03/25»."""
    for pattern in SHORT_DATES:
        found = pattern.search(text)
        if found:
            groups = found.groupdict()
            month = GREGORIAN[groups["g"]] if groups.get("g") else int(groups["m"])
            year = int(groups["y"])
            day = _date(
                year + (_CENTURY if year < _FIRST_YEAR_OF_TWO else _CENTURY - 100), month, int(groups["d"]), swap=True
            )
            return day, text[: found.start()] + GAP + text[found.end() :] if day else text
    return None, text


def day_without_year(folded: str, near: datetime, zone: tzinfo, weekday: int | None = None) -> Moment | None:
    """Return the day of a day and a month, of the latest year in which it is not after `near`: «4 يناير».

    Parameters
    ----------
    folded
        A text, folded.
    near
        When the page was taken from its site.
    zone
        Where the day is one.
    weekday
        The name that the day must have; else the one that stands in front of it, where one does: «الثلاثاء 20 يناير».
    """
    found = DAY_MONTH.search(folded)
    if not found:
        return None
    if weekday is None:
        named = NAMED_WEEKDAY.findall(folded[max(0, found.start() - _WEEKDAY_CHARACTERS) : found.start()])
        weekday = WEEKDAYS.index(named[-1]) if named else None
    return latest_day(int(found["d"]), GREGORIAN[found["g"]], near, zone, weekday)


def latest_day(
    day_of_month: int, month: int, near: datetime, zone: tzinfo, weekday: int | None = None
) -> Moment | None:
    """Return the latest such day that is not after `near`; None where none has that name, or no month has it.

    An older one of that name is none: which of them is not known.
    """
    for year in range(near.year, near.year - _YEARS, -1):
        day = _date(year, month, day_of_month, swap=False)
        if day is not None and weekday in (None, day.weekday()):
            moment = moment_of(day, None, zone)
            if moment.when <= near + TOLERANCE:
                return moment
    return None


def _without(pattern: re.Pattern[str], found: re.Match[str], text: str) -> str:
    """Take a date out of a text, and every further one of its form."""
    text = text[: found.start()] + GAP + text[found.end() :]
    return pattern.sub(GAP, text) if YEAR_DIGITS.search(text) else text


def _date(year: int, month: int, day: int, *, swap: bool) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        if swap and month > _MONTHS >= day:  # 07/26/2015, as Americans write
            return _date(year, day, month, swap=False)
        return None


def _as_weekday_says(day: date | None, text: str) -> date | None:
    """Return a day with its month in front where the day of the week beside it is that of no other reading."""
    named = NAMED_WEEKDAY.search(text) if day is not None and day.day <= _MONTHS else None
    if day is None or named is None or day.weekday() == WEEKDAYS.index(named[1]):
        return day
    turned = day.replace(month=day.day, day=day.month)
    return turned if turned.weekday() == WEEKDAYS.index(named[1]) else day


def _hijri(year: int, month: int, day: int) -> date | None:
    try:
        gregorian = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(gregorian.year, gregorian.month, gregorian.day)
