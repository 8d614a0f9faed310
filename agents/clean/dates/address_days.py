"""The day in a page's address: «/2025/03/14/slug», «/2025-03-14-slug», «/20250314-slug», «slug-march-14,-2025»."""

import contextlib
import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from agents.clean.dates.clock import Clock
from agents.clean.dates.moments import Moment, is_plausible, moment_of
from agents.clean.dates.patterns import GREGORIAN

_MAX_CHARACTERS = 2000
_DAYS = (
    re.compile(r"(?:^|[/_-])(?P<y>(?:19|20)\d\d)(?P<sep>[/_-])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?=[/_.-]|$)"),
    re.compile(r"(?:^|[/_-])(?P<d>\d{1,2})(?P<sep>[/_-])(?P<m>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?=[/_.-]|$)"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?=[/-]|$)"),
)

_NAMED_MONTH = re.compile(r"(?P<m>[a-z]{3,11})[_-](?P<d>\d{1,2}),?[_-](?P<y>(?:19|20)\d\d)(?=[/_.,-]|$)", re.IGNORECASE)
"""An English month, perhaps behind the end of a letter in code: «…%D9%8Amarch-14,-2025»."""
_BEFORE_MONTH = re.compile(r"(?:^|[^a-z]|%[\da-f]{2})$", re.IGNORECASE)
_MONTHS = tuple(sorted(filter(str.isascii, GREGORIAN), key=len, reverse=True))
_DATE_NAME = r"(?:^|&)[a-z]{0,4}date="
_NAMED_DAYS = (
    re.compile(rf"{_DATE_NAME}(?P<y>(?:19|20)\d\d)[/_.-]?(?P<m>\d\d)[/_.-]?(?P<d>\d\d)(?!\d)", re.IGNORECASE),
    re.compile(rf"{_DATE_NAME}(?P<d>\d\d)[/_.-]?(?P<m>\d\d)[/_.-]?(?P<y>(?:19|20)\d\d)(?!\d)", re.IGNORECASE),
)
"""The same in a parameter: «?cdate=22012026»."""


def read_address_day(url: str | None, clock: Clock) -> Moment | None:
    """Return the day in an address; None where none stands there that can be one of publication."""
    if not url:
        return None
    try:
        parts = urlsplit(url[:_MAX_CHARACTERS])
    except ValueError:
        return None
    for pattern, text in (
        *((pattern, parts.path) for pattern in _DAYS),
        *((named, parts.query) for named in _NAMED_DAYS),
    ):
        found = pattern.search(text) if text else None
        if found is None:
            continue
        for day in _days_of(found):
            moment = moment_of(day, None, clock.zone)
            if is_plausible(moment, clock.received):
                return moment
    return _read_named_month(parts.path, clock)


def _read_named_month(path: str, clock: Clock) -> Moment | None:
    """Return the day in a path whose month is named: «slug-march-14,-2025»."""
    found = _NAMED_MONTH.search(path)
    name = next(filter(found["m"].lower().endswith, _MONTHS), "") if found else ""
    if found is None or not name or not _BEFORE_MONTH.search(path[: found.end("m") - len(name)]):
        return None
    with contextlib.suppress(ValueError):
        moment = moment_of(date(int(found["y"]), GREGORIAN[name], int(found["d"])), None, clock.zone)
        return moment if is_plausible(moment, clock.received) else None
    return None


def _days_of(found: re.Match[str]) -> Iterator[date]:
    """Yield the day that is found, then, of one that has its year last, the one that Americans write: «/1/14/2026/»."""
    year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
    for first, second in ((month, day), *([(day, month)] if found.start("y") > found.start("d") else [])):
        with contextlib.suppress(ValueError):
            yield date(year, first, second)
