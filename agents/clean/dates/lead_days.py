"""The day that a report's first sentence says it is of: «أعلنت الوزارة، اليوم الثلاثاء 20 يناير 2026، أن …»."""

import re
from datetime import timedelta

from agents.arabic import wordlist
from agents.arabic.folding import fold
from agents.clean.dates.clock import Clock
from agents.clean.dates.days import day_without_year, take_day
from agents.clean.dates.moments import Moment, is_plausible, moment_of
from agents.clean.dates.patterns import DAY_MONTH, YEAR

_MAX_CHARACTERS = 600
"""Characters of a first paragraph in which its day is looked for."""
_DIGIT = re.compile(r"\d")
"""What every date has one of: most paragraphs have none, and need not be folded."""
_DATE_CHARACTERS = 45
"""Characters behind «اليوم» and the day's name in which the date stands."""
_WEEKDAYS = wordlist.load("agents.arabic", "calendar.toml").phrases("days")
_PAST = "(?!س?[يتن])"
"""How a verb does not begin that tells of what was."""
_TOLD = re.compile(rf"{_PAST}\w+ [^.]{{0,160}}?(?<!يوم)[ ،](?P<weekday>{'|'.join(_WEEKDAYS)})[ ،(](?=.{{0,3}}\d)")
"""The same without «اليوم», in a sentence that tells of what was: «قال المكتب الثلاثاء 24 سبتمبر 2024 إن …»."""
_NAMED = re.compile(rf"(?:(?P<yesterday>امس) )?\b(?P<weekday>{'|'.join(_WEEKDAYS)})[ ،](?=.{{0,3}}\d)")
_TODAY = re.compile(
    r"\b(?:(?P<yesterday>امس)|(?P<tomorrow>(?:يوم )?غدا?)|اليوم|يومه)"
    rf"\s?[،,]?\s?[(/]?(?P<weekday>{'|'.join(_WEEKDAYS)})\)?\b"
)
_TODAY_ALONE = re.compile(r"\b(?:اليوم|يومه)\s?[،,]?\s?\(?(?=(?P<day>\d{1,2})\b)")
"""«اليوم» in front of a date that does not name its day: «اليوم 2 أكتوبر 2021»."""
_RECENT = timedelta(days=60)
"""Before a page's visit: how old a day may be of which neither the year nor the day of the week is told."""


_CUES = wordlist.load("agents.clean", "dates.toml").as_written("today_cues")
"""Letters of which every paragraph has some that calls a day today or yesterday: most need not be folded."""


def lead_weekday(text: str) -> int | None:
    """Return the day of the week that a text's opening calls today; None where it names none."""
    opening = text[:_MAX_CHARACTERS]
    found = _TODAY.search(fold(opening).lower()) if any(map(opening.__contains__, _CUES)) else None
    if found is None:
        return None
    return (_WEEKDAYS.index(found["weekday"]) + _days_since(found)) % len(_WEEKDAYS)


def _days_since(named: re.Match[str]) -> int:
    """Return how many days a text was written after the day that it names: «أمس», «غدا»."""
    return 1 if named["yesterday"] else -1 if named["tomorrow"] else 0


def read_named_day(text: str, clock: Clock) -> Moment | None:
    """Return the day of a roundup that its title tells with its name: «نشرة الظهيرة | الجمعة 22-07-2016».

    What is of yesterday is published today: «حصاد أمس الأربعاء 20 أيار 2020».
    """
    folded = fold(text[:_MAX_CHARACTERS]).lower()
    named = _NAMED.search(folded)
    day, _ = take_day(folded[named.end() : named.end() + _DATE_CHARACTERS]) if named else (None, "")
    if named is None or day is None or day.weekday() != _WEEKDAYS.index(named["weekday"]):
        return None
    moment = moment_of(day + timedelta(days=1) if named["yesterday"] else day, None, clock.zone)
    return moment if is_plausible(moment, clock.received) else None


def read_lead_day(text: str, clock: Clock, *, opens: bool = True) -> Moment | None:
    """Return the day that a paragraph calls today, or that follows on what it calls yesterday.

    The name of the day must be that of the date beside it.

    Parameters
    ----------
    text
        The paragraph.
    clock
        What it is read against.
    opens
        Whether the text opens with it: then a day with its name and year in the first sentence of what was counts too.
    """
    opening = text[:_MAX_CHARACTERS]
    if _DIGIT.search(opening) is None:
        return None
    folded = fold(opening).lower()
    found = [*_TODAY.finditer(folded), *([told] if opens and (told := _TOLD.match(folded)) else [])]
    for named in found:
        weekday = _WEEKDAYS.index(named["weekday"])
        behind = folded[named.end() : named.end() + _DATE_CHARACTERS]
        day, _ = take_day(behind)
        if day is None and named.re is _TODAY:
            near = day_without_year(behind, clock.now, clock.zone, weekday)
            day = near.when.date() if near else None
        if day is not None and day.weekday() == weekday:
            since = _days_since(named) if named.re is _TODAY else 0
            moment = moment_of(day + timedelta(days=since), None, clock.zone)
            return moment if is_plausible(moment, clock.received) else None
    return _day_called_today(folded, clock) if opens else None


def _day_called_today(folded: str, clock: Clock) -> Moment | None:
    """Return the day that a text's opening calls today without its name, and without its year where it is recent."""
    named = _TODAY_ALONE.search(folded)
    behind = folded[named.end() : named.end() + _DATE_CHARACTERS] if named else ""
    day = take_day(behind)[0] if behind and YEAR.search(behind) else None
    if named is not None and day is None and DAY_MONTH.match(behind):
        near = day_without_year(behind, clock.now, clock.zone)
        return near if near is not None and clock.now - near.when <= _RECENT else None
    if named is None or day is None or day.day != int(named["day"]):
        return None  # what is counted today, in front of another day
    moment = moment_of(day, None, clock.zone)
    return moment if is_plausible(moment, clock.received) else None
