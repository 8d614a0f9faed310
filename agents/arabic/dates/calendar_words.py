"""The words that dates are made of, folded: months of five traditions, days, ordinals, and what points in time.

calendar.toml holds the lists and says what each does.
"""

import functools
from typing import Final, NamedTuple

from agents.arabic import wordlist
from agents.arabic.folding import fold

_LISTS = wordlist.load("agents.arabic", "calendar.toml")
_ALL_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_JOINING = ("", "و", "ف")
"""The proclitics that only join a word to what was said before."""


def _numbered(key: str) -> dict[int, tuple[str, ...]]:
    return {number: _LISTS.phrases(f"{key}.{number}") for number in range(1, 13)}


MONTHS: Final = _numbered("months")
"""The names of each month, by its number; some have two words."""
HIJRI_MONTHS: Final = _numbered("hijri_months")
"""The same of the Hijri calendar."""
WEAK: Final = _LISTS.words("weak_months")
"""Month names that are other words as well: a number, a year or a second name must stand beside them."""
DAYS: Final = dict(enumerate(_LISTS.phrases("days")))
"""As `datetime.date.weekday` counts."""
_TEN = 10
_TO_TEN = {word: number for number, word in enumerate(_LISTS.phrases("ordinals"), start=1)}
UNITS: Final = {word: number for word, number in _TO_TEN.items() if number < _TEN} | {fold("الحادي"): 1}
"""The ordinals that begin one of two words: الحادي والعشرين."""
ORDINALS: Final = _TO_TEN | {fold("العشرين"): 20, fold("الثلاثين"): 30}
"""The ordinals of one word."""
PAST: Final = _LISTS.words("past")
"""What points back: الماضي."""
FUTURE: Final = _LISTS.words("future")
"""What points ahead: المقبل."""
PRESENT: Final = _LISTS.words("present")
"""What points to now: الجاري."""
MONTH_LEADS: Final = _LISTS.words("month_leads")
"""Before a month without day and year, which then is a date: مطلع يناير."""
EVENTS: Final = _LISTS.words("events")
"""After these a day and a month are a name: ثورة 25 يناير."""
PRAYER: Final = _LISTS.words("prayer")
"""Before a day of the week that is no date: خطبة الجمعة."""
YEAR_WORDS: Final = _LISTS.words("year_words")
"""Between a month and its year."""
YEAR_LEADS: Final = _LISTS.words("year_leads")
"""Before four digits that are a year: منذ 2007."""
SURE_YEAR_LEADS: Final = _LISTS.words("sure_year_leads")
"""Of these, those behind which anything may follow the year."""
YEAR_FOLLOWERS: Final = _LISTS.words("year_followers")
"""Behind a year that nothing but a preposition announces."""
SPAN_LEADS: Final = _LISTS.words("span_leads")
"""Before the first of several days or years: من 13 إلى 20 ديسمبر."""
LIST_LEADS: Final = _LISTS.words("list_leads")
"""Before the first of several days that و joins: في 14 و15 نوفمبر."""
MATCHING: Final = _LISTS.words("matching")
"""Between the name of a day and its number: السبت الموافق 14."""
SPAN_LINKS: Final = _LISTS.words("span_links")
"""Between the first and the last day of a span of time."""
TIME_WORDS: Final = _LISTS.words("time_words")
"""Between such a link and the last day."""
BETWEEN: Final = fold("بين")
"""Before two dates that و ties to a span of time."""
NOT_BEFORE_TODAY: Final = _LISTS.words("not_before_today")
"""Before اليوم, when it is no date: روسيا اليوم."""
NOT_BEHIND_TODAY: Final = _LISTS.words("not_behind_today")
"""Behind اليوم, when it is no date: اليوم نفسه."""


class Word(NamedTuple):
    """What a word means for dates.

    `kind` is one of month, hijri, half (the first of two words of a month), day, today, yesterday, tomorrow, first,
    after, year, period; `skip` is how many letters of it are proclitics.
    """

    kind: str
    value: int
    skip: int


@functools.cache
def words() -> dict[str, Word]:
    """Return every word at which a date can be found, with its proclitics."""
    table: dict[str, Word] = {}

    def put(word: str, kind: str, value: int, proclitics: tuple[str, ...] = _ALL_PROCLITICS) -> None:
        for proclitic in proclitics:
            table.setdefault(proclitic + word, Word(kind, value, len(proclitic)))

    for kind, months in (("month", MONTHS), ("hijri", HIJRI_MONTHS)):
        for number, names in months.items():
            for name in names:
                first, _, second = name.partition(" ")
                put(first, "half" if second else kind, number)
    for number, name in DAYS.items():
        put(name, "day", number)
        put("ل" + name[1:], "day", number, ("ل", "ول"))  # للخميس
    put("اليوم", "today", 0, _JOINING)
    put("امس", "yesterday", 0, (*_JOINING, "ل"))
    put("غدا", "tomorrow", 0, _JOINING)
    put("غد", "tomorrow", 0, (*_JOINING, "ل", "يوم "))
    put("اول", "first", 0, _JOINING)
    put("بعد", "after", 0, _JOINING)
    for word in _LISTS.words("year_nouns"):
        put(word, "year", 0)
    put("لعام", "year", 0, ("ل", "ول"))
    for value, word in enumerate(("الاسبوع", "الشهر", "الشهور"), start=1):
        put(word, "period", value)
    return table


@functools.cache
def pairs() -> dict[tuple[str, str], Word]:
    """Return the months of two words by both words, the first without proclitics."""
    return {
        (first, second): Word(kind, number, 0)
        for kind, months in (("month", MONTHS), ("hijri", HIJRI_MONTHS))
        for number, names in months.items()
        for first, _, second in (name.partition(" ") for name in names)
        if second
    }
