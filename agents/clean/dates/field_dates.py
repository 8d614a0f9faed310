"""Dates in a producer's fields and in metadata: RFC 3339, RFC 822, a time stamp, or whatever a page might show."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from agents.arabic.folding import fold
from agents.clean.dates.clock import Clock
from agents.clean.dates.date_line import read_date_line
from agents.clean.dates.moments import Moment, is_plausible
from agents.clean.dates.patterns import ISO
from agents.clean.dates.stamps import text_of_digits
from agents.clean.dates.timestamps import moment_of_timestamp

_MAX_CHARACTERS = 100
_NAME_BEFORE_OFFSET = re.compile(r"\b(?:GMT|UTC)(?=[+-]\d)|(?<=[+-]\d{4}) \([^()]*\)$")
"""What JavaScript writes around the hours from UTC: «Fri Mar 14 2025 10:30:00 GMT+0300 (Arabian Standard Time)»."""
_MIN_TIMED_CHARACTERS = 16
"""Characters of a date with hours and minutes."""


def read_field(value: str | None, clock: Clock) -> Moment | None:
    """Read a field or a piece of metadata; «منذ ساعتين» counts from receipt.

    Parameters
    ----------
    value
        The field; None gives None.
    clock
        What it is read against.
    """
    if not value or len(value) > _MAX_CHARACTERS:
        return None
    text = text_of_digits(_NAME_BEFORE_OFFSET.sub("", value))
    if text is None:
        return None
    exact = _read_exact(text, clock)
    if exact is not None:
        return exact
    folded = fold(text).strip()
    found = ISO.search(folded)
    if found:
        moment = moment_of_timestamp(found, clock.zone)
        return moment if moment and is_plausible(moment, clock.received) else None
    line = read_date_line(folded.lower(), clock._replace(now=clock.received))
    return line.moment if line else None


def _read_exact(value: str, clock: Clock) -> Moment | None:
    """Read RFC 3339 and RFC 822 as they should be, which most fields are; None for anything else."""
    if len(value) < _MIN_TIMED_CHARACTERS:
        return None
    try:
        when = (
            parsedate_to_datetime(value)
            if value[:1].isascii() and value[:1].isalpha()
            else datetime.fromisoformat(value)
        )
    except (ValueError, OverflowError):
        return None
    moment = Moment(
        when if when.tzinfo else when.replace(tzinfo=clock.zone),
        "second" if value[16:17] == ":" or value.count(":") > 1 else "minute",
        when.tzinfo is not None,
    )
    return moment if is_plausible(moment, clock.received) else None
