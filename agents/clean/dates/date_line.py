"""A line of the page that shows a date: «نشر في 5 أغسطس 2015 - 21:25»."""

import re
from datetime import date
from typing import NamedTuple

from agents.arabic.memo import Memo
from agents.clean.dates.clock import Clock
from agents.clean.dates.days import take_day
from agents.clean.dates.moments import Moment, is_plausible, moment_of
from agents.clean.dates.patterns import CUE, GLUED, ISO, UPDATED
from agents.clean.dates.relative_days import names_relative_day, take_relative_day
from agents.clean.dates.removal import words_beside_date
from agents.clean.dates.times_of_day import find_time, take_time, take_zone
from agents.clean.dates.timestamps import moment_of_timestamp


class DateLine(NamedTuple):
    """A line that shows a date."""

    moment: Moment | None
    """None where only a time of day stands, or where the date is impossible."""
    rest: str
    """What else stands in the line, folded: an outlet's name, an author."""
    updated: bool
    """Whether it says that it is the date of a change."""


class _Parts(NamedTuple):
    """What shows a date in a line, whenever the line is read."""

    timestamp: re.Match[str] | None
    day: date | None
    time: re.Match[str] | None
    """A time of day in `rest`."""
    rest: str
    """The line, without the day."""


def may_show_date(folded: str) -> bool:
    """Whether a folded line can show a date, whenever it is read: most lines with a number never do."""
    return _PARTS[folded] is not None


def read_date_line(folded: str, clock: Clock) -> DateLine | None:
    """Read a line of the page; None when it shows no date.

    Parameters
    ----------
    folded
        The line, folded, in lower case.
    clock
        What it is read against.
    """
    parts = _PARTS[folded]
    if parts is None:
        return None
    timestamp, day, found_time, rest = parts
    updated = bool(UPDATED.search(folded))
    if timestamp:
        moment = moment_of_timestamp(timestamp, clock.zone)
        left = f"{rest[: timestamp.start()]} {rest[timestamp.end() :]}"
        return DateLine(_if_plausible(moment, clock), words_beside_date(left), updated)
    time, rest = take_time(rest, found_time, dated=day is not None)
    zone, rest = take_zone(rest, clock.zone)
    when: Moment | None = None
    if day is not None:
        when = moment_of(day, time, zone)
    else:
        relative = take_relative_day(rest, clock.now, time, zone)
        if relative:
            when, rest = relative
        elif time is None:
            return None
    return DateLine(_if_plausible(when, clock), words_beside_date(rest), updated)


def _if_plausible(moment: Moment | None, clock: Clock) -> Moment | None:
    return moment if moment and is_plausible(moment, clock.received) else None


def _take_apart(folded: str) -> _Parts | None:
    """Take a line apart; None where it shows no date."""
    if not CUE.search(folded):
        return None
    rest = folded
    if ":" in folded and GLUED.search(folded):
        rest = GLUED.sub(r"\1 \2", folded)
    timestamp = ISO.search(rest.upper()) if "t" in rest else None
    if timestamp:
        return _Parts(timestamp, None, None, rest)
    day, rest = take_day(rest)
    time = find_time(rest)
    return None if day is None and time is None and not names_relative_day(rest) else _Parts(None, day, time, rest)


_PARTS: Memo[str, _Parts | None] = Memo(1 << 12, _take_apart)
"""By folded line: mastheads and copyright lines with a number in them come again page after page."""
