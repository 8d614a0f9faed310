"""The day that a report's first sentence says it is of: «أعلنت الوزارة، اليوم الثلاثاء 20 يناير 2026، أن …»."""

import re
from datetime import timedelta

from agents.arabic import wordlist
from agents.arabic.folding import fold
from agents.clean.dates.clock import Clock
from agents.clean.dates.days import day_without_year, take_day
from agents.clean.dates.moments import Moment, is_plausible, moment_of

_MAX_CHARACTERS = 600
"""Characters of a first paragraph in which its day is looked for."""
_DATE_CHARACTERS = 45
"""Characters behind «اليوم» and the day's name in which the date stands."""
_WEEKDAYS = wordlist.load("agents.arabic", "calendar.toml").phrases("days")
_TODAY = re.compile(rf"\b(?:(?P<yesterday>امس)|اليوم|يومه)\s?[،,]?\s?\(?(?P<weekday>{'|'.join(_WEEKDAYS)})\)?\b")


def lead_weekday(text: str) -> int | None:
    """Return the day of the week that a text's opening calls today; None where it names none."""
    found = _TODAY.search(fold(text[:_MAX_CHARACTERS]).lower())
    if found is None:
        return None
    return (_WEEKDAYS.index(found["weekday"]) + (1 if found["yesterday"] else 0)) % len(_WEEKDAYS)


def read_lead_day(text: str, clock: Clock) -> Moment | None:
    """Return the day that a text's opening calls today, or that follows on what it calls yesterday.

    The name of the day must be that of the date beside it.
    """
    folded = fold(text[:_MAX_CHARACTERS]).lower()
    for found in _TODAY.finditer(folded):
        behind = folded[found.end() : found.end() + _DATE_CHARACTERS]
        day, _ = take_day(behind)
        if day is None:
            near = day_without_year(behind, clock.now, clock.zone)
            day = near.when.date() if near else None
        if day is not None and day.weekday() == _WEEKDAYS.index(found["weekday"]):
            moment = moment_of(day + timedelta(days=1) if found["yesterday"] else day, None, clock.zone)
            return moment if is_plausible(moment, clock.received) else None
    return None
