"""Times of day and their zones: «02:30 م بتوقيت مكة»."""

import re
from datetime import UTC, timedelta, timezone, tzinfo
from typing import NamedTuple

from agents.clean.dates.clock import zone_named
from agents.clean.dates.patterns import HOUR, TIME, ZONE, ZONE_CODES, ZONE_CUE, ZONES

NOON = 12
_HOURS = 24
GAP = " ؛ "
"""What is left in a text where something was taken out of it."""


class TimeOfDay(NamedTuple):
    """A time of day; `second` is None where only hour and minute stand."""

    hour: int
    minute: int
    second: int | None


def find_time(text: str) -> re.Match[str] | None:
    """Find a time of day: «21:25»."""
    return TIME.search(text)


def take_time(text: str, found: re.Match[str] | None, *, dated: bool) -> tuple[TimeOfDay | None, str]:
    """Take a time of day out of a text: what was found of one, or beside a date «الساعة 5 مساء»."""
    if found and int(found["h"]) < _HOURS:
        second = int(found["s"]) if found["s"] else None
        time = TimeOfDay(_hour_of(found["h"], found["half"]), int(found["m"]), second)
        return time, text[: found.start()] + GAP + text[found.end() :]
    hour = HOUR.search(text) if dated else None
    if hour is None:
        return None, text
    return TimeOfDay(_hour_of(hour["h"], hour["half"]), 0, None), text[: hour.start()] + GAP + text[hour.end() :]


def _hour_of(text: str, half: str | None) -> int:
    """Return the hour of 24."""
    hour = int(text)
    late = half is not None and half[0] in "مpظع"
    early = half is not None and half[0] in "صa"
    if late and hour < NOON:
        hour += NOON
    if early and hour == NOON:
        hour = 0
    return hour % _HOURS


def take_zone(text: str) -> tuple[tzinfo | None, str]:
    """Take a time zone out of a text; None where none stands."""
    found = ZONE.search(text) if ZONE_CUE.search(text) else None
    if found is None:
        return None, text
    return _zone_of(found), text[: found.start()] + GAP + text[found.end() :]


def _zone_of(found: re.Match[str]) -> tzinfo:
    offset = found["offset"] or found["short_offset"] or found["before"] or found["number"]
    if offset:
        return offset_of(offset)
    if found["code"]:
        return zone_called(ZONE_CODES[found["code"]])
    name = found["zone"] or found["city"]
    return zone_called(ZONES[name]) if name else UTC


def zone_called(name: str) -> tzinfo:
    """Return the zone of an IANA name or of an offset: «Asia/Riyadh», «+03:00»."""
    return offset_of(name) if name[:1] in "+-" else zone_named(name)


def offset_of(text: str) -> tzinfo:
    """Return the zone of an offset from UTC: «+03:00», «-5»."""
    digits = re.sub(r"[^\d+-]", "", text)
    if not digits or digits in "+-":
        return UTC
    sign = -1 if "-" in digits else 1
    digits = digits.strip("+-")
    hours, minutes = int(digits[:2] or 0), int(digits[2:4] or 0)
    delta = timedelta(hours=hours, minutes=minutes)
    if delta >= timedelta(hours=_HOURS):
        return UTC
    return timezone(sign * delta)
