"""What dates look like on pages: the patterns of a folded line, and the words in them."""

import re

from agents.arabic.dates import calendar_words
from streams.records.dates import Precision

# In front of the month's names stands \b, behind them too: fold has made every spelling one.
GREGORIAN = (
    {name: number for number, names in calendar_words.MONTHS.items() for name in names}
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
HIJRI = {name: number for number, names in calendar_words.HIJRI_MONTHS.items() for name in names} | {
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
GREGORIAN["مايو"] = 5


def _names(table: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, table), key=lambda name: (-len(name), name)))


_G = rf"(?:شهر )?(?P<g>{_names(GREGORIAN)})"
_G2 = rf"(?:\s?[(/\\-]?\s?(?:{_names(GREGORIAN)})\)?)?"
_SEP = r"[\s/\\,،.\-–—]{0,3}"
_YEAR = r"(?P<y>(?:19|20)\d\d)\s?م?\b"
DATES = [
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_SEP}(?:من )?\b{_G}\b{_G2}{_SEP}(?:عام |سنه )?{_YEAR}"),
    re.compile(rf"\b{_G}\b{_G2}{_SEP}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b{_SEP}{_YEAR}"),
    # «29 12:04 2025 مارس»: what a page's changes of direction leave.
    re.compile(rf"\b(?P<d>\d{{1,2}})\s\d{{1,2}}:\d\d\s{_YEAR}\s{_G}\b"),
    re.compile(rf"\b{_YEAR}{_SEP}{_G}\b{_G2}{_SEP}(?P<d>\d{{1,2}})\b"),
    re.compile(r"\b(?P<y>(?:19|20)\d\d)\s?[-/.\\]\s?(?P<m>\d{1,2})\s?[-/.\\]\s?(?P<d>\d{1,2})\b"),
    re.compile(r"\b(?P<d>\d{1,2})\s?[-/.\\]\s?(?P<m>\d{1,2})\s?[-/.\\]\s?(?P<y>(?:19|20)\d\d)\b"),
]
YEAR_DIGITS = re.compile(r"\d{4}")
HIJRI_YEAR = re.compile(r"1[345]\d\d")
GLUED = re.compile(r"(\d{1,2}:\d\d)(\d\d?[/.-]\d\d?[/.-]\d{4})")
"""A time and a date that lost what stood between them."""
DIGIT = re.compile(r"\d")
WEEKDAY = re.compile(r"\b(?:السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه)\b")
DAY_MONTH = re.compile(rf"\b(?P<d>\d{{1,2}})\s?[/-]?\s?{_G}\b")
HIJRI_DATES = [
    re.compile(
        rf"\b(?P<d>\d{{1,2}}){_SEP}(?:من )?\b(?P<h>{_names(HIJRI)})\b{_SEP}(?:عام |سنه )?(?P<y>1[345]\d\d)\s?ه?\w{{0,4}}\b"  # noqa: E501 - one pattern
    ),
    re.compile(r"\b(?P<d>\d{1,2})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<y>1[345]\d\d)\s?ه?\b"),
    re.compile(r"\b(?P<y>1[345]\d\d)\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<d>\d{1,2})\s?ه?\b"),
]
_HALF = r"(?:[ap]\.?m\b|صباحا?|مساءا?|ظهرا|عصرا|ص\b|م\b)"
TIME = re.compile(
    rf"(?<![\d:.])(?P<h>\d{{1,2}})\s?(?:[:٫h]|\.(?=[0-5]\d\s?{_HALF}))\s?(?P<m>[0-5]\d)(?:\s?:\s?(?P<s>[0-5]\d))?(?!\d)\s?(?P<half>{_HALF})?"
)
HOUR = re.compile(r"\bالساعه (?P<h>\d{1,2})\s?(?P<half>صباحا|مساء|ظهرا|عصرا|ص|م)?\b")
ISO = re.compile(
    r"(?P<y>(?:19|20)\d\d)-(?P<mo>\d\d)-(?P<d>\d\d)[T ](?P<h>\d\d):(?P<m>\d\d)(?::(?P<s>\d\d)(?:[.,]\d+)?)?\s?"
    r"(?P<z>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?"
)
AGO = re.compile(
    r"\b(?:منذ|قبل|من|مضي علي)\s+(?:حوالي |نحو |اكثر من )?(?:(?P<n>\d{1,3})\s*)?"
    r"(?P<unit>ثانيه|ثواني|ثوان|لحظات|دقيقه|دقائق|دقايق|دقيقتين|دقيقتان|ساعه|ساعات|ساعتين|ساعتان|يوم|ايام|يومين|يومان|"
    r"اسبوع|اسابيع|اسبوعين|اسبوعان|شهر|اشهر|شهور|شهرين|شهران|سنه|سنوات|سنتين|عام|اعوام|عامين)\b"
    r"|\b(?P<n2>\d{1,3})\s?(?P<unit2>minutes?|mins?|hours?|hrs?|days?|weeks?) ago\b"
)
UNITS: dict[str, tuple[Precision, float]] = {
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
YESTERDAY = re.compile(r"^(?:(?P<today>اليوم)|(?P<before>امس الاول|اول امس|قبل امس)|(?P<yesterday>امس|البارحه))\b")
ZONES = {
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
ZONE_CUES = ("توقيت", "gmt", "utc", "ت غ", "رينتش", "(")
"""Of which every zone's name has one beside it."""
ZONE = re.compile(
    rf"\b(?:بتوقيت|توقيت|حسب توقيت|بالتوقيت)\s+(?:محلي\s+)?(?P<zone>{_names(dict.fromkeys(ZONES, 0))})(?: المكرمه)?\b|\b(?P<short>gmt|utc|ت غ|غرينتش|جرينتش)(?P<offset>\s?[+-]\s?\d{{1,2}}(?::?\d\d)?)?\b|\((?P<city>{_names(dict.fromkeys(ZONES, 0))})\)"  # noqa: E501 - one pattern
)
DROP = re.compile(
    r"\b(?:السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|الإثنين|يوم|نشرت?|تم|النشر|نشره?|في|بتاريخ|تاريخ|التاريخ|اخر|تحديث|التحديث|حدثت?|محدث|"
    r"الساعه|علي(?= الساعه)|عند|الموافق|اضيفت?|كتبت?|انشر|الوقت|وقت|منذ|صباحا|مساءا?|ظهرا|عصرا|فجرا|ليلا|(?<!\.)(?:صـ?|م|ه|ل|ت م)(?!\.)|هجري|ميلادي|حتي|ال|توقيت|بتوقيت|المحلي|مكه|المكرمه|"  # noqa: E501 - one pattern
    r"غرينتش|جرينتش|gmt|utc|am|pm|on|at|published|updated|last|update|date|posted|sunday|monday|tuesday|wednesday|thursday|friday|saturday|sun|mon|tue|wed|thu|fri|sat)\b"
)
WORD = re.compile(r"\w+")
UPDATED = re.compile(r"تحديث|التحديث|حدث\b|حدثت\b|محدث|تعديل|update|modified")
CUES = frozenset(["منذ", "قبل", "امس", "اليوم", "البارحه", "ago"])
"""Words of which a date without a digit has one."""
CUE = re.compile(r"\d|منذ|قبل|امس|اليوم|البارحه|ago")
