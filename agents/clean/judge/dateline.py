"""What a text opens with: «القاهرة (رويترز) -», «صلالة 26 يوليو -»."""

import re
from collections.abc import Iterator
from datetime import date

from agents.arabic.folding import fold
from agents.clean.dates.clock import Clock
from agents.clean.dates.date_line import read_date_line
from agents.clean.dates.days import day_without_year, latest_day, take_day
from agents.clean.dates.lead_days import lead_weekday
from agents.clean.dates.moments import Moment, moment_of
from agents.clean.dates.patterns import YEAR
from agents.clean.dates.removal import without_dates
from agents.clean.judge.agencies import read_agency
from agents.clean.judge.byline import Found, read_byline
from agents.clean.judge.lines import Line
from agents.clean.judge.places import is_place
from agents.clean.read.line_words import split

_JOINTS = re.compile(r"[-–—ـ−:：/|.]+")
_BRACKETS = re.compile(r"\(([^()]{2,30})\)")
_DASHES = "-–—ـ−"
_OPENING_CHARACTERS = 90
"""Characters of a text's opening, within which a dateline ends."""
_MAX_DATELINE_CHARACTERS = 70
_MAX_DATELINE_WORDS = 10
_MAX_DATED_PIECES = 4
_GLUED = re.compile(r"(?P<place>[^\W\d_]+(?: [^\W\d_]+){0,2})(?:[-–—]|/ ?)(?P<behind>(?:[^\W\d_]+\.? ){1,3})")
"""A place and what stands behind its dash or slash, with nothing between that and the text: «دمشق-سانا قال …»."""
_NUMBERED = re.compile(r"[^\d]{2,40}?\s*[-–—]\s*(?P<d>\d{1,2})\s*[-–—/]\s*(?P<m>\d{1,2})\s*(?=\()")
"""A place, a day and a month in front of an agency: «الكويت - 14 - 3 (كونا) --»."""
_DATED = re.compile(
    r"(?P<place>[^\W\d_]+(?: [^\W\d_]+){0,2}) \d{1,2} [^.:]{3,45}(?:19|20)\d\d ?م (?P<behind>[^\W\d_]+) "
)
"""A place, its day in one calendar or two, and an agency: «جدة 9 جمادى الأولى 1442 هـ الموافق 24 ديسمبر 2020 م واس»."""
_YEAR_CHARACTERS = 24
"""Characters behind a day and a month among which their year may stand: «24 سبتمبر/أيلول 2024»."""
_DATE_CHARACTERS = 28
"""Characters behind a place in which its day stands."""


def _openings(text: str) -> Iterator[str]:
    """Return the opening to an agency in brackets, and to each dash with a space beside it, colon, slash, full stop."""
    opening = text[:_OPENING_CHARACTERS]
    bracket = _BRACKETS.search(opening) if "(" in opening else None
    if bracket is not None and read_agency(bracket[1]):
        yield opening[: bracket.end()]
    for joint in _JOINTS.finditer(opening):
        start, end = joint.span()
        spaced = opening[end : end + 1].isspace()
        if joint[0][0] in ":：/|" or spaced or (joint[0][0] in _DASHES and opening[start - 1 : start].isspace()):
            yield opening[:start].rstrip()


def read_dateline(line: Line, outlet: frozenset[str]) -> Found | None:
    """Return the place and the agency in front of a paragraph; None where it opens otherwise."""
    best = None
    for opening in _openings(line.text):
        if len(opening) > _MAX_DATELINE_CHARACTERS:
            break
        bare = without_dates(opening)
        words = split(bare)
        if not words or len(words) > _MAX_DATELINE_WORDS:
            break
        found = read_byline(bare, outlet, titled=True)
        known = found is not None and (found.sure or is_place(words))
        if found is not None and known and (found.byline.dateline or found.byline.agency or found.sure):
            best = found
    return best if best is not None and best.byline.agency else _read_glued(line.text) or best


def _read_glued(text: str) -> Found | None:
    """Return the place and the agency that open a text without a mark behind them; None where it opens otherwise."""
    opening = text[:_OPENING_CHARACTERS]
    found = _GLUED.match(opening) or _DATED.match(opening)
    if found is None or not is_place(split(found["place"])):
        return None
    behind = found["behind"].split()
    for count in range(len(behind), 0, -1):
        if agency := read_agency(" ".join(behind[:count])):
            return read_byline(f"{found['place']} - {agency}", frozenset(), titled=True)
    return None


def read_dateline_date(first: Line | None, clock: Clock) -> Moment | None:
    """Return the date in front of a first paragraph, «صلالة 26 يوليو (رويترز)»: without a year, the latest such day."""
    openings = list(_openings(first.text)) if first else []
    if first is None or not openings:
        return None
    numbered = _NUMBERED.match(fold(first.text[:_OPENING_CHARACTERS]))
    if numbered is not None and read_dateline(first, frozenset()) is not None:
        weekday = lead_weekday(first.text)
        return latest_day(int(numbered["d"]), int(numbered["m"]), clock.now, clock.zone, weekday)
    day = _day_behind(first.text, openings[0])
    if day is not None:
        return moment_of(day, None, clock.zone)
    for opening in openings[:_MAX_DATED_PIECES]:
        folded = fold(opening).lower()
        shown = read_date_line(folded, clock)
        when = shown.moment if shown is not None else None
        if when is None and not YEAR.search(fold(first.text[len(opening) : len(opening) + _YEAR_CHARACTERS])):
            when = day_without_year(folded, clock.now, clock.zone)
        if when is not None:
            left = without_dates(opening)
            if not split(left) or read_byline(left, frozenset(), titled=True):
                return when
    return None


def _day_behind(text: str, opening: str) -> date | None:
    """Return the day that stands right behind a place and its dash: «باريس – 20 يناير 2026 يخوض المنتخب …»."""
    behind = text[len(opening) :].lstrip(f" {_DASHES}:،")[:_DATE_CHARACTERS]
    if not behind[:1].isdecimal() or not is_place(split(opening)):
        return None
    return take_day(fold(behind).lower())[0]
