"""A line of the page that shows a date: «نشر في 5 أغسطس 2015 - 21:25»."""

import re
from datetime import date
from typing import NamedTuple

from agents.arabic.memo import Memo
from agents.clean.dates.clock import Clock
from agents.clean.dates.days import take_day, take_short_day
from agents.clean.dates.moments import Moment, is_plausible, moment_of
from agents.clean.dates.patterns import (
    CUE,
    DIGIT,
    GLUED,
    GLUED_LETTERS,
    GLUED_NAME,
    GLUED_TIME,
    ISO,
    LABEL,
    TURNED,
    UPDATED,
    WEEKDAY,
    YEAR_DIGITS,
)
from agents.clean.dates.relative_days import names_relative_day, take_relative_day
from agents.clean.dates.removal import words_beside_date
from agents.clean.dates.times_of_day import find_time, take_time, take_zone
from agents.clean.dates.timestamps import moment_of_timestamp

_BOTH = 2
"""Dates of a line that shows when something was published and when it was changed."""
_MAX_LABELLED_CHARACTERS = 200
"""Characters of the longest line in which labels of dates, glued dates and short years are looked for."""
_MIN_DIGITS_OF_SHORT_DATE = 3
"""Digits of «4 مارس 25», the shortest date whose year has two."""


class DateLine(NamedTuple):
    """A line that shows a date."""

    moment: Moment | None
    """None where only a time of day stands, or where the date is impossible."""
    rest: str
    """What else stands in the line, folded: an outlet's name, an author."""
    updated: bool
    """Whether it says that it is the date of a change."""
    changed: Moment | None = None
    """The date of a change, where the line shows that of publication, too."""


class _Parts(NamedTuple):
    """What shows a date in a line, whenever the line is read."""

    timestamp: re.Match[str] | None
    day: date | None
    time: re.Match[str] | None
    """A time of day in `rest`."""
    rest: str
    """The line, without the day."""
    updated: bool = False
    """Whether the line says that it is of a change."""


def may_show_date(folded: str) -> bool:
    """Whether a folded line can show a date, whenever it is read: most lines with a number never do."""
    return bool(_PARTS[folded])


def read_date_line(folded: str, clock: Clock) -> DateLine | None:
    """Read a line of the page; None when it shows no date.

    Parameters
    ----------
    folded
        The line, folded, in lower case.
    clock
        What it is read against.
    """
    read = [line for parts in _PARTS[folded] if (line := _read(parts, clock)) is not None]
    if len(read) < _BOTH:
        return read[0] if read else None
    published = next((line for line in read if not line.updated), read[0])
    changed = next((line for line in read if line.updated), read[0])
    rest = " ".join(filter(None, (line.rest for line in read)))
    return DateLine(published.moment, rest, updated=False, changed=changed.moment)


def _read(parts: _Parts, clock: Clock) -> DateLine | None:
    timestamp, day, found_time, rest, updated = parts
    if timestamp:
        moment = moment_of_timestamp(timestamp, clock.zone)
        left = f"{rest[: timestamp.start()]} {rest[timestamp.end() :]}"
        return DateLine(_if_plausible(moment, clock), words_beside_date(left), updated)
    time, rest = take_time(rest, found_time, dated=day is not None)
    zone, rest = take_zone(rest)
    when: Moment | None = None
    if day is not None:
        when = moment_of(day, time, zone or clock.zone, zoned=zone is not None)
    else:
        relative = take_relative_day(rest, clock.now, time, zone or clock.zone, zoned=zone is not None)
        if relative:
            when, rest = relative
        elif time is None:
            return None
    return DateLine(_if_plausible(when, clock), words_beside_date(rest), updated)


def _if_plausible(moment: Moment | None, clock: Clock) -> Moment | None:
    return moment if moment and is_plausible(moment, clock.received) else None


def _take_apart(folded: str) -> tuple[_Parts, ...]:
    """Take a line apart, that of a change and of publication each by itself; empty where it shows no date."""
    if not CUE.search(folded):
        return ()
    updated = UPDATED.search(folded) is not None
    if updated and len(folded) <= _MAX_LABELLED_CHARACTERS:
        pieces = [(piece, changed) for piece, changed in _labelled(folded) if DIGIT.search(piece)]
        if len(pieces) >= _BOTH:
            parts = [
                part._replace(updated=changed)
                for piece, changed in pieces
                if (part := _parts_of(piece)) and _dated(part)
            ]
            if {part.updated for part in parts} == {True, False}:
                return tuple(parts)
    whole = _parts_of(folded)
    return (whole._replace(updated=updated),) if whole else ()


def _dated(parts: _Parts) -> bool:
    """Whether a day stands in a piece of a line, and not only a time."""
    return parts.timestamp is not None or parts.day is not None or names_relative_day(parts.rest)


def _labelled(folded: str) -> list[tuple[str, bool]]:
    """Cut a line where labels of dates stand, and tell of each piece whether its date is of a change."""
    labels: list[tuple[int, int, bool]] = []
    for found in LABEL.finditer(folded):
        changed = found["updated"] is not None
        if labels and labels[-1][2] == changed and not DIGIT.search(folded, labels[-1][1], found.start()):
            labels[-1] = (labels[-1][0], found.end(), changed)  # «آخر تحديث … تم تحديثه»
        else:
            labels.append((found.start(), found.end(), changed))
    if not labels:
        return []
    opening = folded[: labels[0][0]]
    if DIGIT.search(opening) and not DIGIT.search(folded, labels[-1][1]):
        ends = [0, *(end for _, end, _ in labels)]
        return [(folded[start:end], label[2]) for start, end, label in zip(ends, ends[1:], labels, strict=False)]
    starts = [*(start for start, _, _ in labels), len(folded)]
    pieces = [(folded[start:end], label[2]) for start, end, label in zip(starts, starts[1:], labels, strict=False)]
    return [(opening, False), *pieces]


def _parts_of(folded: str) -> _Parts | None:
    """Return what shows a date in a line, or in a piece of one; None where nothing does."""
    rest = folded
    if ":" in folded:
        rest = GLUED_TIME.sub(r"\1 \2", GLUED.sub(r"\1 \2", folded))
        rest = TURNED.sub(r"\1 \4 \3 \2", rest)
    timestamp = ISO.search(rest.upper()) if "t" in rest else None
    if timestamp:
        return _Parts(timestamp, None, None, rest)
    day, left = take_day(rest)
    if (
        day is None
        and len(rest) <= _MAX_LABELLED_CHARACTERS
        and YEAR_DIGITS.search(rest)
        and (GLUED_LETTERS.search(rest) or GLUED_NAME.search(rest) or "_" in rest)
    ):
        loose = GLUED_LETTERS.sub(" ", GLUED_NAME.sub(_apart, rest.replace("_", " ")))
        day, loose_left = take_day(loose)
        left = loose_left if day is not None else left
    time = find_time(left)
    if day is None and len(rest) <= _MAX_LABELLED_CHARACTERS and len(DIGIT.findall(left)) >= _MIN_DIGITS_OF_SHORT_DATE:
        day, without = _short_day(left, dated=time is not None)
        if without is not left:
            left = without
            time = find_time(left)
    return None if day is None and time is None and not names_relative_day(left) else _Parts(None, day, time, left)


def _apart(found: re.Match[str]) -> str:
    """Return a name with a space in front."""
    return f" {found[0]}"


def _short_day(text: str, *, dated: bool) -> tuple[date | None, str]:
    """Take a date with a year of two digits, where more than it shows that the line is dated, or it is all of it."""
    day, left = take_short_day(text)
    if day is None or not (dated or LABEL.search(text) or WEEKDAY.search(text) or not words_beside_date(left)):
        return None, text
    return day, left


_PARTS: Memo[str, tuple[_Parts, ...]] = Memo(1 << 12, _take_apart)
