"""Years and months that stand for themselves, and days of the latter: العام 2026, الشهر المقبل, 28 من الشهر الجاري."""

import datetime as dt
from typing import Final

from agents.arabic.dates.calendar_words import Word
from agents.arabic.dates.months import day_before, weekday_before
from agents.arabic.dates.reading import MONTHS_OF_YEAR, YEAR_DIGITS, Read, direction_behind, near, number_at, word_at
from agents.arabic.dates.values import HIJRI_YEARS, gregorian_value
from agents.arabic.tokens import Tokens
from streams.records.dates import Precision

_THE_MONTH: Final = 2
"""The value of الشهر among the words of periods; of a week or of months no value is certain."""


def read_year(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> Read | None:
    """Read العام 2026, عام 1436 هـ, العام الماضي."""
    year = number_at(tokens, index + 1)
    if year is not None and near(tokens, index, " ") and len(tokens.words[index + 1]) == YEAR_DIGITS:
        after = word_at(tokens, index + 2)
        era = after in {"ه", "م"} and near(tokens, index + 1, " ")
        last = index + 1 + era
        if (era and after == "ه") or (year in HIJRI_YEARS and not era):
            return Read(index, word.skip, last)
        return Read(index, word.skip, last, f"{year:04}", "year")
    direction = direction_behind(tokens, index)
    if direction is None:
        return None
    value = None if published is None else f"{published.year + direction:04}"
    return Read(index, word.skip, index + 1, value, None if value is None else "year")


def read_period(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> Read | None:
    """Read الشهر الماضي, 28 من الشهر الجاري; a week has no ISO value of its own precision and stays without one."""
    direction = direction_behind(tokens, index)
    if direction is None:
        return None
    if word.value != _THE_MONTH:
        return Read(index, word.skip, index + 1)
    first, skip, day = index, word.skip, None
    if word_at(tokens, index - 1) == "من":
        first, day = day_before(tokens, index, skip)
    if day is not None:
        first, skip = weekday_before(tokens, first)
    value: tuple[str | None, Precision | None] = (None, None)
    if published is not None:
        months = published.year * MONTHS_OF_YEAR + published.month - 1 + direction
        value = gregorian_value(months // MONTHS_OF_YEAR, months % MONTHS_OF_YEAR + 1, day, None, None)
    return Read(first, skip, index + 1, *value)
