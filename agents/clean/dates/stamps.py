"""Numbers that stand for times: seconds since 1970 or parts of them, and days and times written as one number."""

import re
from datetime import UTC, date, datetime

_FIRST_SECOND = 631_152_000
"""1990: before the web no page was published, and the number is of something else."""
_LAST_SECOND = 4_102_444_800
"""2100."""
_UNITS = (1, 1_000, 1_000_000, 1_000_000_000)
"""Seconds, milliseconds, microseconds and nanoseconds, which years from 1990 to 2100 tell apart."""
_NUMBER = re.compile(r"\s*([+-]?\d{1,25})(?:\.\d*)?\s*")
_DAY_AND_TIME = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:([0-2]\d)([0-5]\d)([0-5]\d)?)?")


def text_of_number(number: float) -> str | None:
    """Return the time that a number stands for as ISO 8601; None for one that is no time, as -1 and 0.

    Parameters
    ----------
    number
        1741948200 and 1741948200000, or 20250314 and 20250314103000.
    """
    if not _FIRST_SECOND <= number <= _LAST_SECOND * _UNITS[-1]:
        return _text_of_digits(str(number)) if isinstance(number, int) else None
    for unit in _UNITS:
        seconds = int(number) // unit
        if _FIRST_SECOND <= seconds <= _LAST_SECOND:
            return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")
    return _text_of_digits(str(int(number)))


def text_of_digits(text: str) -> str | None:
    """Return the time that a number in a string stands for, as `text_of_number` does; the string where it is none."""
    found = _NUMBER.fullmatch(text)
    return text_of_number(int(found[1])) if found else text


def _text_of_digits(digits: str) -> str | None:
    """Return a day, perhaps with a time, that is written as one number: 20250314."""
    found = _DAY_AND_TIME.fullmatch(digits)
    if found is None:
        return None
    year, month, day, hour, minute, second = found.groups()
    try:
        written = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    return f"{written}T{hour}:{minute}:{second or '00'}" if hour else written
