"""When an article was published: from a field, from metadata, from the line of the page that shows it."""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hijridate import Hijri

from agents import datewords
from agents.arabic import fold
from streams.records import Precision

EARLIEST = 1900
"""A year before this is no year of publication."""
_TOLERANCE = timedelta(days=1)
_HALF_DAY = 12
_TIMED = 16
"""Characters of a date with hours and minutes."""


class Moment(NamedTuple):
    """A time and how precise it is; a day's time is its midnight in the zone that it was read in."""

    when: datetime
    precision: Precision

    def text(self) -> str:
        """Give RFC 3339 in UTC."""
        return self.when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class DateLine(NamedTuple):
    """A line that shows a date."""

    moment: Moment | None
    """None where only a time of day stands, or where the date is impossible."""
    rest: str
    """What else stands in the line, folded: an outlet's name, an author."""
    updated: bool
    """Whether it says that it is the date of a change."""


# In front of the month's names stands \b, behind them too: fold has made every spelling one.
_GREGORIAN = (
    {fold(name.replace("_", " ")): number for number, names in datewords.MONTHS.items() for name in names.split()}
    | {
        name: number
        for number, names in enumerate(
            (
                "january jan janvier",
                "february feb fevrier",
                "march mar mars",
                "april apr avril",
                "may mai",
                "june jun juin",
                "july jul juillet",
                "august aug aout",
                "september sep sept septembre",
                "october oct octobre",
                "november nov novembre",
                "december dec decembre",
            ),
            start=1,
        )
        for name in names.split()
    }
    | {
        "افريل": 4,
        "مايس": 5,
        "نوار": 5,
        "يونية": 6,
        "يولية": 7,
        "اوغسطس": 8,
        "اغسطوس": 8,
        "كانون ثاني": 1,
        "كانون اول": 12,
        "تشرين ثاني": 11,
        "تشرين اول": 10,
    }
)
_HIJRI = {
    fold(name.replace("_", " ")): number for number, names in datewords.HIJRI_MONTHS.items() for name in names.split()
} | {
    "ربيع اول": 3,
    "ربيع ثاني": 4,
    "جماد الاول": 5,
    "جماد اول": 5,
    "جمادي اول": 5,
    "جماد الثاني": 6,
    "جماد ثاني": 6,
    "جماد الاخر": 6,
    "جماد الاخره": 6,
    "القعده": 11,
    "ذوالقعده": 11,
    "الحجه": 12,
    "ذوالحجه": 12,
    "ربيع الاخير": 4,
}
_GREGORIAN["مايو"] = 5


def _names(table: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, table), key=lambda name: (-len(name), name)))


_G = rf"(?:شهر )?(?P<g>{_names(_GREGORIAN)})"
_G2 = rf"(?:\s?[(/\\-]?\s?(?:{_names(_GREGORIAN)})\)?)?"
_SEP = r"[\s/\\,،.\-–—]{0,3}"
_YEAR = r"(?P<y>(?:19|20)\d\d)\s?م?\b"
_DATES = [
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_SEP}(?:من )?\b{_G}\b{_G2}{_SEP}(?:عام |سنه )?{_YEAR}"),
    re.compile(rf"\b{_G}\b{_G2}{_SEP}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b{_SEP}{_YEAR}"),
    re.compile(rf"\b{_YEAR}{_SEP}{_G}\b{_G2}{_SEP}(?P<d>\d{{1,2}})\b"),
    re.compile(r"\b(?P<y>(?:19|20)\d\d)\s?[-/.\\]\s?(?P<m>\d{1,2})\s?[-/.\\]\s?(?P<d>\d{1,2})\b"),
    re.compile(r"\b(?P<d>\d{1,2})\s?[-/.\\]\s?(?P<m>\d{1,2})\s?[-/.\\]\s?(?P<y>(?:19|20)\d\d)\b"),
]
_YEAR_DIGITS = re.compile(r"\d{4}")
_DAY_MONTH = re.compile(rf"\b(?P<d>\d{{1,2}})\s?[/-]?\s?{_G}\b")
_HIJRI_DATES = [
    re.compile(
        rf"\b(?P<d>\d{{1,2}}){_SEP}(?:من )?\b(?P<h>{_names(_HIJRI)})\b{_SEP}(?:عام |سنه )?(?P<y>1[345]\d\d)\s?ه?\w{{0,4}}\b"  # noqa: E501 - one pattern
    ),
    re.compile(r"\b(?P<d>\d{1,2})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<y>1[345]\d\d)\s?ه?\b"),
    re.compile(r"\b(?P<y>1[345]\d\d)\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<d>\d{1,2})\s?ه?\b"),
]
_TIME = re.compile(
    r"(?<![\d:.])(?P<h>\d{1,2})\s?[:٫.h]\s?(?P<m>[0-5]\d)(?:\s?:\s?(?P<s>[0-5]\d))?(?![\d])\s?(?P<half>[ap]\.?m\b|صباحا?|مساء?|مساءا|ظهرا|عصرا|ص\b|م\b|صـ)?"
)
_HOUR = re.compile(r"\bالساعه (?P<h>\d{1,2})\s?(?P<half>صباحا|مساء|ظهرا|عصرا|ص|م)?\b")
_ISO = re.compile(
    r"(?P<y>(?:19|20)\d\d)-(?P<mo>\d\d)-(?P<d>\d\d)[T ](?P<h>\d\d):(?P<m>\d\d)(?::(?P<s>\d\d)(?:[.,]\d+)?)?\s?"
    r"(?P<z>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?"
)
_AGO = re.compile(
    r"\b(?:منذ|قبل|من|مضي علي)\s+(?:حوالي |نحو |اكثر من )?(?:(?P<n>\d{1,3})\s*)?"
    r"(?P<unit>ثانيه|ثواني|ثوان|لحظات|دقيقه|دقائق|دقايق|دقيقتين|دقيقتان|ساعه|ساعات|ساعتين|ساعتان|يوم|ايام|يومين|يومان|"
    r"اسبوع|اسابيع|اسبوعين|اسبوعان|شهر|اشهر|شهور|شهرين|شهران|سنه|سنوات|سنتين|عام|اعوام|عامين)\b"
    r"|\b(?P<n2>\d{1,3})\s?(?P<unit2>minutes?|mins?|hours?|hrs?|days?|weeks?) ago\b"
)
_UNITS: dict[str, tuple[Precision, float]] = {
    "ث": ("minute", 1),
    "لح": ("minute", 1),
    "دق": ("minute", 60),
    "سا": ("hour", 3600),
    "يو": ("day", 86400),
    "اي": ("day", 86400),
    "اس": ("day", 604800),
    "شه": ("month", 2629800),
    "اش": ("month", 2629800),
    "سن": ("year", 31557600),
    "عا": ("year", 31557600),
    "اع": ("year", 31557600),
    "mi": ("minute", 60),
    "ho": ("hour", 3600),
    "hr": ("hour", 3600),
    "da": ("day", 86400),
    "we": ("day", 604800),
}
_YESTERDAY = re.compile(r"^(?:(?P<today>اليوم)|(?P<before>امس الاول|اول امس|قبل امس)|(?P<yesterday>امس|البارحه))\b")
_ZONES = {
    "غرينتش": "UTC",
    "جرينتش": "UTC",
    "قرينتش": "UTC",
    "غرينيتش": "UTC",
    "gmt": "UTC",
    "utc": "UTC",
    "ت غ": "UTC",
    "مكه": "Asia/Riyadh",
    "السعوديه": "Asia/Riyadh",
    "الرياض": "Asia/Riyadh",
    "القاهره": "Africa/Cairo",
    "مصر": "Africa/Cairo",
    "الامارات": "Asia/Dubai",
    "ابوظبي": "Asia/Dubai",
    "ابو ظبي": "Asia/Dubai",
    "دبي": "Asia/Dubai",
    "بيروت": "Asia/Beirut",
    "لبنان": "Asia/Beirut",
    "دمشق": "Asia/Damascus",
    "سوريا": "Asia/Damascus",
    "بغداد": "Asia/Baghdad",
    "العراق": "Asia/Baghdad",
    "عمان": "Asia/Amman",
    "الاردن": "Asia/Amman",
    "القدس": "Asia/Jerusalem",
    "فلسطين": "Asia/Gaza",
    "غزه": "Asia/Gaza",
    "الدوحه": "Asia/Qatar",
    "قطر": "Asia/Qatar",
    "الكويت": "Asia/Kuwait",
    "المنامه": "Asia/Bahrain",
    "مسقط": "Asia/Muscat",
    "صنعاء": "Asia/Aden",
    "تونس": "Africa/Tunis",
    "الجزائر": "Africa/Algiers",
    "الرباط": "Africa/Casablanca",
    "المغرب": "Africa/Casablanca",
    "طرابلس": "Africa/Tripoli",
    "ليبيا": "Africa/Tripoli",
    "الخرطوم": "Africa/Khartoum",
    "السودان": "Africa/Khartoum",
    "موسكو": "Europe/Moscow",
    "اسطنبول": "Europe/Istanbul",
    "لندن": "Europe/London",
    "باريس": "Europe/Paris",
}
_ZONE = re.compile(
    rf"\b(?:بتوقيت|توقيت|حسب توقيت|بالتوقيت)\s+(?:محلي\s+)?(?P<zone>{_names(dict.fromkeys(_ZONES, 0))})(?: المكرمه)?\b|\b(?P<short>gmt|utc|ت غ|غرينتش|جرينتش)(?P<offset>\s?[+-]\s?\d{{1,2}}(?::?\d\d)?)?\b|\((?P<city>{_names(dict.fromkeys(_ZONES, 0))})\)"  # noqa: E501 - one pattern
)
_DROP = re.compile(
    r"\b(?:السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|الإثنين|يوم|نشرت?|تم|النشر|نشره?|في|بتاريخ|تاريخ|التاريخ|اخر|تحديث|التحديث|حدثت?|محدث|"
    r"الساعه|علي|عند|الموافق|اضيفت?|كتبت?|انشر|الوقت|وقت|منذ|صباحا|مساءا?|ظهرا|عصرا|فجرا|ليلا|صـ?|م|ه|ت م|هجري|ميلادي|حتي|ال|توقيت|بتوقيت|المحلي|مكه|المكرمه|"  # noqa: E501 - one pattern
    r"غرينتش|جرينتش|gmt|utc|am|pm|on|at|published|updated|last|update|date|posted|sunday|monday|tuesday|wednesday|thursday|friday|saturday|sun|mon|tue|wed|thu|fri|sat)\b"
)
_LEFT = re.compile(r"[^\w]+")
_UPDATED = re.compile(r"تحديث|التحديث|حدث\b|حدثت\b|محدث|تعديل|update|modified")
_CUE = re.compile(r"\d|منذ|قبل|امس|اليوم|البارحه|ago")


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
    found = _ISO.search(folded)
    if found:
        moment = _moment(found["y"], found["mo"], found["d"], (found["h"], found["m"], found["s"]), found["z"], local)
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
    if not _CUE.search(folded):
        return None
    rest = folded
    stamp = _ISO.search(rest.upper()) if "t" in rest else None
    if stamp:
        moment = _moment(stamp["y"], stamp["mo"], stamp["d"], (stamp["h"], stamp["m"], stamp["s"]), stamp["z"], local)
        left = f"{rest[: stamp.start()]} {rest[stamp.end() :]}"
        return DateLine(
            moment if moment and plausible(moment, received) else None, _left(left), bool(_UPDATED.search(folded))
        )
    day, rest = _day(rest)
    clock = _TIME.search(rest)
    hour = None
    if clock and int(clock["h"]) < 24:  # noqa: PLR2004 - hours
        rest = rest[: clock.start()] + " ؛ " + rest[clock.end() :]
        hour = _clock(clock)
    elif day is not None and (short := _HOUR.search(rest)):
        rest = rest[: short.start()] + " ؛ " + rest[short.end() :]
        hour = (*_clock_hour(short["h"], short["half"]), None)
    zoned = _ZONE.search(rest)
    offset = local
    if zoned:
        rest = rest[: zoned.start()] + " ؛ " + rest[zoned.end() :]
        offset = _zone_of(zoned, local)
    moment: Moment | None = None
    if day is not None:
        moment = _at(day, hour, offset)
    else:
        relative = _relative(rest, fetched, hour, offset)
        if relative:
            moment, rest = relative
        elif hour is None:
            return None
    if moment and not plausible(moment, received):
        moment = None
    return DateLine(moment, _left(rest), bool(_UPDATED.search(folded)))


def _left(rest: str) -> str:
    """Give what is left of a line without the words that go with dates."""
    return " ".join(_LEFT.sub(" ", _DROP.sub(" ", rest)).split())


def without_year(folded: str, near: datetime, local: tzinfo) -> Moment | None:
    """Read a day and a month, of the latest year in which that is not after `near`."""
    found = _DAY_MONTH.search(folded)
    if not found:
        return None
    month = _GREGORIAN[found["g"]]
    for year in (near.year, near.year - 1):
        day = _date(year, month, int(found["d"]), swap=False)
        if day is not None:
            moment = _at(day, None, local)
            if moment.when <= near + _TOLERANCE:
                return moment
    return None


def same_day(one: Moment, other: Moment) -> bool:
    """Say whether two times can be of one day, a few hours of unknown zone apart."""
    return abs((one.when - other.when).total_seconds()) <= 36 * 3600  # noqa: PLR2004 - a day and half a day of zones


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


def _day(text: str) -> tuple[date | None, str]:
    """Take the first date out of a text, and every further one (the other calendar's)."""
    day: date | None = None
    found_any = False
    if not _YEAR_DIGITS.search(text):
        return None, text
    for pattern in _DATES:
        found = pattern.search(text)
        if found:
            groups = found.groupdict()
            month = _GREGORIAN[groups["g"]] if groups.get("g") else int(groups["m"])
            day = day or _date(int(groups["y"]), month, int(groups["d"]), swap=not groups.get("g"))
            text = text[: found.start()] + " ؛ " + text[found.end() :]
            found_any = True
            break
    for pattern in _HIJRI_DATES:
        found = pattern.search(text)
        if found:
            groups = found.groupdict()
            month = _HIJRI[groups["h"]] if groups.get("h") else int(groups["m"])
            if not found_any:
                day = _hijri(int(groups["y"]), month, int(groups["d"]))
            text = text[: found.start()] + " ؛ " + text[found.end() :]
            break
    return day, text


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


def _moment(
    year: str, month: str, day: str, clock: tuple[str, str, str | None], offset: str | None, local: tzinfo
) -> Moment | None:
    text = f"{year}-{month}-{day}T{clock[0]}:{clock[1]}:{clock[2] or '00'}"
    try:
        when = datetime.fromisoformat(text).replace(tzinfo=_offset(offset) if offset else local)
        when.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Moment(when, "second" if clock[2] else "minute")


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
        return zone(_ZONES[name])
    if found["offset"]:
        return _offset(found["offset"].replace(" ", ""))
    return UTC if found["short"] else local


def _relative(
    text: str, fetched: datetime, clock: tuple[int, int, int | None] | None, local: tzinfo
) -> tuple[Moment, str] | None:
    """Read «منذ 3 ساعات», «أمس 14:20»."""
    found = _AGO.search(text)
    if found:
        unit = found["unit"] or found["unit2"]
        precision, seconds = next(value for start, value in _UNITS.items() if unit.startswith(start))
        count = int(found["n"] or found["n2"] or (2 if unit.endswith(("ين", "ان")) and unit != "ثوان" else 1))
        when = fetched - timedelta(seconds=seconds * count)
        if precision in ("day", "month", "year"):
            here = when.astimezone(local)
            when = here.replace(hour=0, minute=0, second=0, microsecond=0)
        return Moment(when, precision), text[: found.start()] + " ؛ " + text[found.end() :]
    found = _YESTERDAY.match(text.strip())
    if found:
        back = 0 if found["today"] else 1 if found["yesterday"] else 2
        day = fetched.astimezone(local).date() - timedelta(days=back)
        return _at(day, clock, local), text.strip()[found.end() :]
    return None
