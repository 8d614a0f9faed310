"""When an article was published: from a field, from metadata, from the line of the page that shows it."""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hijridate import Hijri

from agents.arabic.folding import fold, fold_with_offsets
from agents.arabic.memo import Memo
from agents.clean.dates import patterns as shown
from streams.records.dates import Precision

EARLIEST = 1900
"""A year before this is no year of publication."""
_TOLERANCE = timedelta(days=1)
_HALF_DAY = 12
_TIMED = 16
"""Characters of a date with hours and minutes."""


class Moment(NamedTuple):
    """A time and how precise it is; of a day, its midnight in the zone that it was read in."""

    when: datetime
    precision: Precision

    def text(self) -> str:
        """Give RFC 3339 in UTC; a day stays the day that it was where it was read."""
        if self.precision in ("day", "month", "year"):
            return f"{self.when.date().isoformat()}T00:00:00Z"
        return self.when.astimezone(UTC).isoformat()[:19] + "Z"


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

    stamp: re.Match[str] | None
    """A full time stamp."""
    day: date | None
    clock: re.Match[str] | None
    """A time of day in `rest`."""
    rest: str
    """The line, without the day."""


_READ: Memo[str, _Parts | None] = Memo(1 << 12)
"""By folded line: mastheads and copyright lines with a number in them come again page after page."""


def zone(name: str) -> tzinfo:
    """Give a time zone by its IANA name; a name that is none gives UTC."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def of_field(value: str | None, received: datetime, local: tzinfo) -> Moment | None:
    """Read a field or a piece of metadata: RFC 3339, RFC 822, a time stamp, or whatever a page might show.

    Parameters
    ----------
    value
        The field; None gives None.
    received
        When the page was received: what is more than a day later is no date.
    local
        The zone of times without one.
    """
    if not value or len(value) > 100:  # noqa: PLR2004 - no date is longer
        return None
    exact = _exact(value, received, local)
    if exact is not None:
        return exact
    folded = fold(value).strip()
    found = shown.ISO.search(folded)
    if found:
        moment = _of_stamp(found, local)
        return moment if moment and plausible(moment, received) else None
    line = of_line(folded.lower(), received, received, local)
    return line.moment if line else None


def _exact(value: str, received: datetime, local: tzinfo) -> Moment | None:
    """Read RFC 3339 and RFC 822 as they should be, which most fields are; None for anything else."""
    if len(value) < _TIMED:
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
        when if when.tzinfo else when.replace(tzinfo=local),
        "second" if value[16:17] == ":" or value.count(":") > 1 else "minute",
    )
    return moment if plausible(moment, received) else None


def of_line(folded: str, received: datetime, fetched: datetime, local: tzinfo) -> DateLine | None:
    """Read a line of the page; None when it shows no date.

    Parameters
    ----------
    folded
        The line, folded, in lower case.
    received
        When the page was received: what is more than a day later is no date.
    fetched
        When it was taken from the site, which is what «منذ ساعتين» counts from.
    local
        The zone of times without one.
    """
    parts = _parts(folded)
    if parts is None:
        return None
    stamp, day, clock, rest = parts
    if stamp:
        moment = _of_stamp(stamp, local)
        left = f"{rest[: stamp.start()]} {rest[stamp.end() :]}"
        moment = moment if moment and plausible(moment, received) else None
        return DateLine(moment, _left(left), bool(shown.UPDATED.search(folded)))
    hour, rest = _take_hour(rest, clock, timed=day is not None)
    zoned = shown.ZONE.search(rest) if any(map(rest.__contains__, shown.ZONE_CUES)) else None
    offset = local
    if zoned:
        rest = rest[: zoned.start()] + " ؛ " + rest[zoned.end() :]
        offset = _zone_of(zoned, local)
    when: Moment | None = None
    if day is not None:
        when = _at(day, hour, offset)
    else:
        relative = _relative(rest, fetched, hour, offset) or _yearless(rest, fetched, hour, offset)
        if relative:
            when, rest = relative
        elif hour is None:
            return None
    if when and not plausible(when, received):
        when = None
    return DateLine(when, _left(rest), bool(shown.UPDATED.search(folded)))


def may_show(folded: str) -> bool:
    """Say whether a folded line can show a date, whenever that is asked: most lines with a number never do."""
    return _parts(folded) is not None


def _parts(folded: str) -> _Parts | None:
    """Take a line apart; None where it shows no date."""
    if folded in _READ:
        return _READ[folded]
    return _READ.keep(folded, _taken_apart(folded))


def _taken_apart(folded: str) -> _Parts | None:
    if not shown.CUE.search(folded):
        return None
    rest = folded
    if ":" in folded and shown.GLUED.search(folded):
        rest = shown.GLUED.sub(r"\1 \2", folded)
    stamp = shown.ISO.search(rest.upper()) if "t" in rest else None
    if stamp:
        return _Parts(stamp, None, None, rest)
    day, rest = take_day(rest)
    clock = shown.TIME.search(rest)
    return None if day is None and clock is None and not _names_a_day(rest) else _Parts(None, day, clock, rest)


def _take_hour(
    text: str, clock: re.Match[str] | None, *, timed: bool
) -> tuple[tuple[int, int, int | None] | None, str]:
    """Take a time of day out of a text: what was found of one, or beside a date «الساعة 5 مساء»."""
    if clock and int(clock["h"]) < 24:  # noqa: PLR2004 - hours
        return _clock(clock), text[: clock.start()] + " ؛ " + text[clock.end() :]
    short = shown.HOUR.search(text) if timed else None
    if short is None:
        return None, text
    return (*_clock_hour(short["h"], short["half"]), None), text[: short.start()] + " ؛ " + text[short.end() :]


def _names_a_day(text: str) -> bool:
    """Say whether a text without a date or a time can still say when: «منذ يومين», «أمس», «الأحد 4 يناير»."""
    return bool(shown.AGO.search(text) or shown.YESTERDAY.match(text.strip()) or shown.WEEKDAY.search(text))


def _left(rest: str) -> str:
    """Give what is left of a line without the words that go with dates."""
    return " ".join(shown.WORD.findall(shown.DROP.sub(" ", rest)))


def without_year(folded: str, near: datetime, local: tzinfo) -> Moment | None:
    """Read a day and a month, of the latest year in which that is not after `near`."""
    found = shown.DAY_MONTH.search(folded)
    if not found:
        return None
    month = shown.GREGORIAN[found["g"]]
    for year in (near.year, near.year - 1):
        day = _date(year, month, int(found["d"]), swap=False)
        if day is not None:
            moment = _at(day, None, local)
            if moment.when <= near + _TOLERANCE:
                return moment
    return None


def without_dates(text: str) -> str:
    """Cut dates, times and the words that go with them out of a line as it stands: «صلالة في 20 مايو» is «صلالة»."""
    folded = fold_with_offsets(text)
    if not (shown.DIGIT.search(text) or shown.AGO.search(folded.text)):
        return text
    dates = (*shown.DATES, *shown.HIJRI_DATES) if shown.YEAR_DIGITS.search(text) else ()
    for pattern in (shown.AGO, *dates, shown.DAY_MONTH, shown.TIME, shown.DROP):
        spans = [folded.span(*found.span()) for found in pattern.finditer(folded.text.lower()) if found[0]]
        for start, end in reversed(spans):
            text = f"{text[:start]} {text[end:]}"
        if spans:
            folded = fold_with_offsets(text)
    return " ".join(text.split())


def _yearless(
    text: str, fetched: datetime, clock: tuple[int, int, int | None] | None, local: tzinfo
) -> tuple[Moment, str] | None:
    """Read a day and a month beside a time of day or a day of the week: «الأحد 4 يناير», «4 يناير، 10:35»."""
    found = shown.DAY_MONTH.search(text)
    if not found or (clock is None and not shown.WEEKDAY.search(text)):
        return None
    day = without_year(text, fetched, local)
    if day is None:
        return None
    when = _at(day.when.date(), clock, local)
    return when, text[: found.start()] + " ؛ " + text[found.end() :]


def same_day(one: Moment, other: Moment) -> bool:
    """Say whether two times can be of one day, a few hours of unknown zone apart."""
    return abs(one.when - other.when) <= timedelta(hours=36)


def plausible(moment: Moment, received: datetime) -> bool:
    """Say whether an article can be of that time: not long ago, not in the future."""
    return moment.when.year >= EARLIEST and moment.when <= received + _TOLERANCE


def instant(value: str | None) -> datetime | None:
    """Read an RFC 3339 time that names its zone, as Rasid writes them; None where it is none."""
    if not value:
        return None
    try:
        when = datetime.fromisoformat(value)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def take_day(text: str) -> tuple[date | None, str]:
    """Take the first date out of a text, and every further one (the other calendar's)."""
    day: date | None = None
    found_any = False
    if not shown.YEAR_DIGITS.search(text):
        return None, text
    for pattern in shown.DATES:
        found = pattern.search(text)
        if found:
            groups = found.groupdict()
            month = shown.GREGORIAN[groups["g"]] if groups.get("g") else int(groups["m"])
            day = day or _date(int(groups["y"]), month, int(groups["d"]), swap=not groups.get("g"))
            text = _without(pattern, found, text)
            found_any = True
            break
    for pattern in shown.HIJRI_DATES if shown.HIJRI_YEAR.search(text) else ():
        found = pattern.search(text)
        if found:
            groups = found.groupdict()
            month = shown.HIJRI[groups["h"]] if groups.get("h") else int(groups["m"])
            if not found_any:
                day = _hijri(int(groups["y"]), month, int(groups["d"]))
            text = _without(pattern, found, text)
            break
    return day, text


def _without(pattern: re.Pattern[str], found: re.Match[str], text: str) -> str:
    """Take a date out of a text, and every further one of its form."""
    text = text[: found.start()] + " ؛ " + text[found.end() :]
    return pattern.sub(" ؛ ", text) if shown.YEAR_DIGITS.search(text) else text


def _date(year: int, month: int, day: int, *, swap: bool) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        if swap and month > _HALF_DAY >= day:  # 07/26/2015, as Americans write
            return _date(year, day, month, swap=False)
        return None


def _hijri(year: int, month: int, day: int) -> date | None:
    try:
        gregorian = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(gregorian.year, gregorian.month, gregorian.day)


def _clock(found: re.Match[str]) -> tuple[int, int, int | None]:
    hour, _ = _clock_hour(found["h"], found["half"])
    return hour, int(found["m"]), int(found["s"]) if found["s"] else None


def _clock_hour(hour: str, half: str | None) -> tuple[int, int]:
    """Give the hour of 24 and no minutes."""
    value = int(hour)
    late = half is not None and half[0] in "مpظع"
    early = half is not None and half[0] in "صa"
    if late and value < _HALF_DAY:
        value += _HALF_DAY
    if early and value == _HALF_DAY:
        value = 0
    return value % 24, 0


def _at(day: date, clock: tuple[int, int, int | None] | None, local: tzinfo) -> Moment:
    hour, minute, second = clock or (0, 0, None)
    when = datetime(day.year, day.month, day.day, hour, minute, second or 0, tzinfo=local)
    if clock is None:
        return Moment(when, "day")
    return Moment(when, "minute" if second is None else "second")


def _of_stamp(stamp: re.Match[str], local: tzinfo) -> Moment | None:
    """Read what `ISO` found."""
    text = f"{stamp['y']}-{stamp['mo']}-{stamp['d']}T{stamp['h']}:{stamp['m']}:{stamp['s'] or '00'}"
    try:
        when = datetime.fromisoformat(text).replace(tzinfo=_offset(stamp["z"]) if stamp["z"] else local)
        when.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Moment(when, "second" if stamp["s"] else "minute")


def _offset(text: str) -> tzinfo:
    digits = re.sub(r"[^\d+-]", "", text)
    if not digits or digits in "+-":
        return UTC
    sign = -1 if digits[0] == "-" else 1
    digits = digits.lstrip("+-")
    hours, minutes = int(digits[:2] or 0), int(digits[2:4] or 0)
    delta = timedelta(hours=hours, minutes=minutes)
    if delta >= timedelta(hours=24):
        return UTC
    return timezone(sign * delta)


def _zone_of(found: re.Match[str], local: tzinfo) -> tzinfo:
    name = found["zone"] or found["city"]
    if name:
        return zone(shown.ZONES[name])
    if found["offset"]:
        return _offset(found["offset"].replace(" ", ""))
    return UTC if found["short"] else local


def _relative(
    text: str, fetched: datetime, clock: tuple[int, int, int | None] | None, local: tzinfo
) -> tuple[Moment, str] | None:
    """Read «منذ 3 ساعات», «أمس 14:20»."""
    found = shown.AGO.search(text)
    if found:
        unit = found["unit"] or found["unit2"]
        precision, seconds = next(value for start, value in shown.UNITS.items() if unit.startswith(start))
        count = int(found["n"] or found["n2"] or (2 if unit.endswith(("ين", "ان")) and unit != "ثوان" else 1))
        when = fetched - timedelta(seconds=seconds * count)
        if precision in ("day", "month", "year"):
            here = when.astimezone(local)
            when = here.replace(hour=0, minute=0, second=0, microsecond=0)
        return Moment(when, precision), text[: found.start()] + " ؛ " + text[found.end() :]
    found = shown.YESTERDAY.match(text.strip())
    if found:
        rest = text.strip()[found.end() :]
        if found["today"] and clock is None and (_left(rest) or "مكه" in rest):
            # «اليوم - الدمام»: a newspaper of this name, and where it writes from. Mecca else goes with times.
            return None
        back = 0 if found["today"] else 1 if found["yesterday"] else 2
        day = fetched.astimezone(local).date() - timedelta(days=back)
        return _at(day, clock, local), rest
    return None
