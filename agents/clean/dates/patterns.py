"""What dates look like on pages: the patterns of a folded line, and the words in them."""

import re
from collections.abc import Iterable, Mapping

from agents.arabic import wordlist
from agents.arabic.clitics import ARTICLE
from agents.arabic.dates import calendar_words
from streams.records.dates import Precision

_WORDS = wordlist.load("agents.clean", "dates.toml")


def _months(shared: Mapping[int, tuple[str, ...]], key: str) -> dict[str, int]:
    """Return months by their folded names: those that all stages share, and those of pages only."""
    names = {name: month for month, names in shared.items() for name in names}
    return names | {name: int(month) for name, month in _WORDS.table(key).items()}


GREGORIAN = _months(calendar_words.MONTHS, "gregorian_months")
HIJRI = _months(calendar_words.HIJRI_MONTHS, "hijri_months")
ZONES = _WORDS.table("zones")
"""Time zones by what pages call them."""
ZONE_CODES = _WORDS.table("zone_codes")
"""The same by the letters behind a time: ksa."""
COUNTS_AGO = {word: int(count) for word, count in _WORDS.table("counts_ago").items()}
"""Numbers by their words."""


def _any_of(names: Iterable[str]) -> str:
    """Return a pattern of names, the longest first."""
    return "|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name)))


_G = rf"(?:شهر )?(?P<g>{_any_of(GREGORIAN)})"
_G2 = rf"(?:\s?[(/\\-]?\s?(?:{_any_of(GREGORIAN)})\)?)?"
_SEP = r"[\s/\\,،.\-–—]{0,3}"
_YEAR = r"(?P<y>(?:19|20)\d\d)\s?م?\b"
DATES = [
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_SEP}(?:من )?\b{_G}\b{_G2}{_SEP}(?:عام |سنه )?{_YEAR}"),
    re.compile(rf"\b{_G}\b{_G2}{_SEP}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b{_SEP}{_YEAR}"),
    re.compile(rf"\b{_YEAR}{_SEP}{_G}\b{_G2}{_SEP}(?P<d>\d{{1,2}})\b"),
    re.compile(r"\b(?P<y>(?:19|20)\d\d)\s?[-/.\\]\s?(?P<m>\d{1,2})\s?[-/.\\]\s?(?P<d>\d{1,2})\b"),
    re.compile(r"\b(?P<d>\d{1,2})\s?[-/.\\]\s?(?P<m>\d{1,2})\s?[-/.\\]\s?(?P<y>(?:19|20)\d\d)م?\b"),
    re.compile(r"\b(?P<y>(?:19|20)\d\d):(?P<m>0[1-9]|1[0-2]):(?P<d>0[1-9]|[12]\d|3[01])[. ](?=\d\d:)"),
    re.compile(r"(?<![\d:] )\b(?P<d>0[1-9]|[12]\d|3[01]) (?P<m>0[1-9]|1[0-2]) (?P<y>(?:19|20)\d\d)\b(?! ?\d(?!\d?:))"),
    re.compile(r"(?<![\d ] )\b(?P<y>(?:19|20)\d\d) (?P<m>0[1-9]|1[0-2]) (?P<d>0[1-9]|[12]\d|3[01])\b(?! ?\d)"),
]
_MIN_GLUED_LETTERS = 5
"""Letters of a month's name that is known at the end of another word."""
_YEAR_OF_TWO = r"['’]?(?P<y>\d\d)(?![\d:٫.,/-])"
SHORT_DATES = [
    re.compile(rf"(?<![\d:/.-])(?P<d>\d{{1,2}})\s?(?P<sep>[-/.])\s?(?P<m>\d{{1,2}})\s?(?P=sep)\s?{_YEAR_OF_TWO}"),
    re.compile(
        rf"\b(?P<d>\d{{1,2}})[\s,،/-]{{0,2}}\b{_G}[\s,،/-]{{1,3}}{_YEAR_OF_TWO}(?=\s*(?:$|[|–—،؛(-]|\d\d?:\d\d))"
    ),
    re.compile(rf"\b{_G} (?P<d>\d{{1,2}}),? {_YEAR_OF_TWO}(?= at )"),
]
"""Dates of which the year has two digits: «14/03/25», which must not be all that shows that a line is dated."""
YEAR_DIGITS = re.compile(r"\d{4}")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
HIJRI_YEAR = re.compile(r"1[345]\d\d")
GLUED = re.compile(r"(\d{1,2}:\d\d)(\d\d?[/.-]\d\d?[/.-]\d{4})")
"""A time and a date that lost what stood between them."""
GLUED_TIME = re.compile(r"((?:19|20)\d\d|[/.-]\d\d)(\d\d:\d\d)")
"""The same the other way round: «14/03/202510:30», «2025/03/1410:30»."""
TURNED = re.compile(rf"\b(\d{{1,2}})\s(\d{{1,2}}:\d\d)\s((?:19|20)\d\d)\s({_any_of(GREGORIAN)})\b")
"""A time that the page's changes of direction left within a date: «29 12:04 2025 مارس»."""
GLUED_LETTERS = re.compile(r"(?<=\d)(?=[^\W\d_]{2})|(?<=[^\W\d_]{2})(?=\d)|(?<=\d)(?=[كت][12]\b)")
"""Where a number and a word lost what stood between them: «14مارس2025», «19ك2 2026»."""
DIGIT = re.compile(r"\d")
WEEKDAY = re.compile(rf"\b(?:{_any_of(_WORDS.words('weekdays'))})\b")
WEEKDAYS = [name.removeprefix(ARTICLE) for name in wordlist.load("agents.arabic", "calendar.toml").phrases("days")]
"""From Monday on, without the article."""
NAMED_WEEKDAY = re.compile(rf"\b(?:{ARTICLE})?({_any_of(WEEKDAYS)})\b")
_LONG_MONTHS = [name for name in GREGORIAN if len(name) >= _MIN_GLUED_LETTERS and " " not in name]
GLUED_NAME = re.compile(rf"(?<=[^\W\d_]{{2}})(?:{_any_of((*_WORDS.words('weekdays'), *_LONG_MONTHS))})\b(?=[\s,،\d-])")
"""Where the name of a day or a month follows on a word with nothing between them: «سياسةالثلاثاء», «برلمانأكتوبر»."""
DAY_MONTH = re.compile(rf"\b(?P<d>\d{{1,2}})\s?(?:[/-]|من )?\s?{_G}\b")
HIJRI_DATES = [
    re.compile(
        rf"\b(?P<d>\d{{1,2}}){_SEP}(?:من )?\b(?P<h>{_any_of(HIJRI)})\b{_SEP}(?:عام |سنه )?(?P<y>1[345]\d\d)\s?ه?\w{{0,4}}\b"  # noqa: E501 - one pattern
    ),
    re.compile(r"\b(?P<d>\d{1,2})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<y>1[345]\d\d)\s?ه?\b"),
    re.compile(r"\b(?P<y>1[345]\d\d)\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<d>\d{1,2})\s?ه?\b"),
]
_HALF_WORDS = r"صباحا?|مساءا?|ظهرا|عصرا|ص\b|م\b"
_HALF = rf"(?:[ap]\.?m\b|{_HALF_WORDS})"
TIME = re.compile(
    rf"(?<![\d:.])(?P<h>\d{{1,2}})\s?(?:[:٫h]|\.(?=[0-5]\d\s?{_HALF}))\s?(?P<m>[0-5]\d)(?:\s?:\s?(?P<s>[0-5]\d))?(?!\d)\s?(?P<half>{_HALF})?"
)
HOUR = re.compile(rf"\bالساعه (?P<h>\d{{1,2}})\s?(?P<half>{_HALF_WORDS})?\b")
ISO = re.compile(
    r"(?P<y>(?:19|20)\d\d)-(?P<mo>\d\d)-(?P<d>\d\d)[T ](?P<h>\d\d):(?P<m>\d\d)(?>(?::(?P<s>\d\d)(?:[.,]\d+)?)?)"
    rf"(?!\s?(?:[AP]\.?M\b|(?:{_HALF_WORDS})\b))\s?"
    r"(?:\(?(?P<z>Z|(?:UTC|GMT)(?:\s?[+-]\d\d?(?::?\d\d)?)?|[+-]\d\d(?::?\d\d)?))?"
)
_PRECISIONS: tuple[Precision, ...] = ("minute", "hour", "day", "month", "year")
LETTER_UNITS: dict[str, tuple[Precision, float]] = {
    letter: (precision, float(seconds))
    for precision in _PRECISIONS[:3]
    for letter, seconds in _WORDS.table(f"ago_letters.{precision}").items()
}
"""Units by the letter that stands for them behind a number: «منذ 3 س»."""
AGO = re.compile(
    rf"\b(?:{_any_of(_WORDS.phrases('ago_leads'))})\s+(?:(?:{_any_of(_WORDS.phrases('ago_about'))}) )?"
    rf"(?:(?P<n>\d{{1,3}}|(?:{_any_of(COUNTS_AGO)})\b)\s*)?"
    rf"(?P<unit>{_any_of((*_WORDS.words('units_ago'), *_WORDS.phrases('parts_of_hours_ago')))})\b"
    r"(?:\s+و\s?(?P<more>نصف|ربع|ثلث|\d{1,2}\s?(?:دقيقه|دقائق))\b)?"
    r"|\b(?P<n2>\d{1,3}|an?)\s?(?P<unit2>minutes?|mins?|hours?|hrs?|days?|weeks?) ago\b"
    rf"|\b(?:{_any_of(_WORDS.phrases('ago_leads'))})\s+(?P<n3>\d{{1,2}})\s?(?P<unit3>[{''.join(LETTER_UNITS)}])\b"
)
UNITS: dict[str, tuple[Precision, float]] = {
    start: (precision, float(seconds))
    for precision in _PRECISIONS
    for start, seconds in _WORDS.table(f"ago.{precision}").items()
}
"""How exact a count of units is, and the seconds of one, by how the unit begins; of two beginnings the first counts."""
YESTERDAY = re.compile(r"^(?:(?P<today>اليوم)|(?P<before>امس الاول|اول امس|قبل امس)|(?P<yesterday>امس|البارحه))\b")
ZONE_CUE = re.compile(rf"توقيت|gmt|utc|ت[ .]{{0,2}}غ|رينتش|\(|[+-]\d\d:?\d\d\b|\+\d\d\b|\b(?:{_any_of(ZONE_CODES)})\b")
"""Of which every zone's name has one beside it."""
_UTC = _any_of([name for name, zone in ZONES.items() if zone == "UTC"])
_OFFSET = r"\s?\(?(?:\s?[+-]\d{1,2}(?::?\d\d)?|[+-]\s\d{1,2}(?::?\d\d)?|\s?\d{1,2}(?::?\d\d)?\+)"
"""Hours from UTC, on either side of their sign: lines that run from right to left turn it round."""
_LOCAL = r"(?:محلي\s+|المحلي\s+(?:ل|في\s|ب))?"
ZONE = re.compile(
    rf"\b(?:بتوقيت|توقيت|بالتوقيت)\s+(?:محلي\s+)?(?P<utc>{_UTC})(?P<offset>{_OFFSET})?(?!\w)"
    rf"|\b(?:بتوقيت|توقيت|حسب توقيت|بالتوقيت)\s+{_LOCAL}(?P<zone>{_any_of(ZONES)})(?: المكرمه)?\b"
    rf"|(?P<before>[+-]\d{{1,2}}(?::?\d\d)?)\s?(?:{_UTC})\b"
    rf"|\b(?P<short>{_UTC})(?P<short_offset>{_OFFSET})?(?!\w)|\((?P<city>{_any_of(ZONES)})(?: المكرمه)?\)"
    rf"|\b(?P<code>{_any_of(ZONE_CODES)})\b|؛\s*(?P<number>[+-](?:0\d|1[0-4]):?[0-5]\d|\+(?:0\d|1[0-4]))\b"
)
DROP = re.compile(
    rf"\b(?:{_any_of(_WORDS.words('weekdays') | _WORDS.words('beside_dates'))}"
    r"|علي(?= الساعه)|(?<!\.)(?:صـ?|م|ه|ل|ت م)(?!\.))\b|\bالعدد\s?:?\s?\d{1,6}\b(?: السنه \w{4,12})?"
    rf"|\b\d{{1,2}}\s?(?:{_any_of(_WORDS.words('coptic_months'))})\s?1[67]\d\d\s?ش?\b"
)
"""Words that go with dates, a newspaper's number, and the day in the calendar of the Copts."""
WORD = re.compile(r"\w+")
UPDATED = re.compile("|".join(_WORDS.as_written("updated_labels")))
LABEL = re.compile(
    f"(?P<updated>{'|'.join(_WORDS.as_written('updated_labels'))})|(?:{'|'.join(_WORDS.as_written('published_labels'))})"
)
"""What says of a date that it is of a change, or of publication."""
LABELLED = re.compile(rf"(?:{'|'.join(_WORDS.as_written('sure_labels'))})\W{{0,4}}(?:\w+\W{{1,3}})?\d")
"""A date with its label in front, in a line that says more: «القسم: محليات | تاريخ النشر: 2018-05-12»."""
CUES = _WORDS.words("cues")
"""Words of which a date without a digit has one."""
CUE = re.compile(rf"\d|{_any_of(CUES)}")
