"""The words that dates are made of, folded: months of five traditions, days, ordinals, and what points in time."""

import functools
from typing import NamedTuple

from agents.arabic.folding import fold
from agents.arabic.tokens import folded

MONTHS = {
    1: "يناير جانفي جانفيي كانون_الثاني",
    2: "فبراير فيفري شباط",
    3: "مارس آذار",
    4: "أبريل إبريل افريل نيسان",
    5: "مايو ماي أيار",
    6: "يونيو يونيه جوان حزيران",
    7: "يوليو يوليه يوليوز جويلية تموز",
    8: "أغسطس غشت أوت آب",
    9: "سبتمبر شتنبر أيلول",
    10: "أكتوبر تشرين_الأول",
    11: "نوفمبر نونبر تشرين_الثاني",
    12: "ديسمبر دجنبر كانون_الأول",
}
HIJRI_MONTHS = {
    1: "محرم المحرم",
    2: "صفر",
    3: "ربيع_الأول",
    4: "ربيع_الآخر ربيع_الثاني",
    5: "جمادى_الأولى جمادى_الأول",
    6: "جمادى_الآخرة جمادى_الثانية جمادى_الآخر",
    7: "رجب",
    8: "شعبان",
    9: "رمضان",
    10: "شوال",
    11: "ذو_القعدة ذي_القعدة",
    12: "ذو_الحجة ذي_الحجة",
}
WEAK = frozenset(map(fold, ["ماي", "جوان", "أوت", "آب", "نيسان", "أيار", "مارس", "أيلول", "تموز", "شباط", "آذار"]))
"""Month names that are other words as well: a number, a year or a second name must stand beside them."""

DAYS = {0: "الاثنين", 1: "الثلاثاء", 2: "الأربعاء", 3: "الخميس", 4: "الجمعة", 5: "السبت", 6: "الأحد"}
"""As `datetime.date.weekday` counts."""

TENTHS = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر"
ORDINALS = {word: number for number, word in enumerate(map(fold, TENTHS.split()), start=1)} | {
    fold("العشرين"): 20,
    fold("الثلاثين"): 30,
}
UNITS = {word: number for word, number in ORDINALS.items() if number < 10} | {fold("الحادي"): 1}  # noqa: PLR2004 - of ten
"""The ordinals that begin one of two words: الحادي والعشرين."""

PAST = folded("الماضي الماضية المنصرم المنصرمة الفائت الفائتة المنقضي")
FUTURE = folded("المقبل المقبلة القادم القادمة التالي")
PRESENT = folded("الجاري الجارية الحالي الحالية")
MONTH_LEADS = folded("شهر في مطلع نهاية منتصف أوائل أواخر حتى منذ خلال بداية قبل بعد من إلى بين شهري")
EVENTS = folded("ثورة أحداث هجمات هجوم اعتداءات انتفاضة حركة كوبري جسر ميدان شارع حزب انقلاب مدينة استاد جامعة")
"""After these a day and a month are a name: ثورة 25 يناير."""
PRAYER = folded("واد وادي صلاة خطبة خطبتي خطيب خطباء جمعة سورة سوق وقفة أذان")
YEAR_WORDS = folded("عام العام سنة السنة موسم عامي العامين")


class Word(NamedTuple):
    """What a word means for dates.

    `kind` is one of month, hijri, half (the first of two words of a month), day, today, yesterday, tomorrow, first,
    after, year, period; `skip` is how many letters of it are proclitics.
    """

    kind: str
    value: int
    skip: int


def _forms(word: str, proclitics: str) -> dict[str, int]:
    return {(p + word): len(p) for p in proclitics.split("|")}


@functools.cache
def words() -> dict[str, Word]:
    """Give every word at which a date can be found, with its proclitics."""
    table: dict[str, Word] = {}

    def put(word: str, kind: str, value: int, proclitics: str = "|و|ف|ب|ل|ك|وب|ول|فب|فل") -> None:
        for form, skip in _forms(fold(word), proclitics).items():
            table.setdefault(form, Word(kind, value, skip))

    for kind, months in (("month", MONTHS), ("hijri", HIJRI_MONTHS)):
        for number, names in months.items():
            for name in names.split():
                first = name.split("_")
                put(first[0], "half" if len(first) > 1 else kind, number)
    for number, name in DAYS.items():
        put(name, "day", number)
        put("ل" + name[1:], "day", number, "ل|ول")  # للخميس
    put("اليوم", "today", 0, "|و|ف")
    put("أمس", "yesterday", 0, "|و|ف|ل")
    put("غدا", "tomorrow", 0, "|و|ف")
    put("غد", "tomorrow", 0, "|و|ف|ل|يوم ")
    put("أول", "first", 0, "|و|ف")
    put("بعد", "after", 0, "|و|ف")
    for word in ("عام", "العام", "سنة", "السنة", "عامي", "العامين"):
        put(word, "year", 0)
    put("لعام", "year", 0, "ل|ول")
    for value, word in enumerate(("الأسبوع", "الشهر", "الشهور"), start=1):
        put(word, "period", value)
    return table


@functools.cache
def pairs() -> dict[tuple[str, str], Word]:
    """Give the months of two words by both words, the first without proclitics."""
    return {
        (fold(name.split("_")[0]), fold(name.split("_")[1])): Word(kind, number, 0)
        for kind, months in (("month", MONTHS), ("hijri", HIJRI_MONTHS))
        for number, names in months.items()
        for name in names.split()
        if "_" in name
    }
