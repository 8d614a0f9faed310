"""Days of the week: الخميس, الخميس المقبل, الخميس 26 يناير, الخميس 26/1/2021, الخميس 28 من الشهر الجاري."""

import datetime as dt
from typing import Final

from agents.arabic.dates import calendar_words
from agents.arabic.dates.calendar_words import Word
from agents.arabic.dates.months import months_behind, read_month
from agents.arabic.dates.numbers import read_numbers
from agents.arabic.dates.periods import read_period
from agents.arabic.dates.reading import Read, direction_behind, number_at, word_at
from agents.arabic.tokens import Tokens

_DAYS_OF_WEEK: Final = 7


def read_weekday(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> Read | None:
    """Read the date that a day of the week opens, or else the last such day before the publication."""
    before = word_at(tokens, index - 1)
    if before.removeprefix("و").removeprefix("ب") in calendar_words.PRAYER or word_at(tokens, index + 1) == "عشر":
        return None
    after = number_at(tokens, index + 1)
    if after is not None or (word_at(tokens, index + 1) in calendar_words.MATCHING):
        month = next(months_behind(tokens, index + 1), None)
        if month is not None:
            return read_month(tokens, month[0], month[1], published)
        day = index + 1 if after is not None else index + 2
        period = calendar_words.words().get(word_at(tokens, day + 2))
        if period is not None and period.kind == "period":
            read = read_period(tokens, day + 2, period, published)
            if read is not None and read.first == index:
                return read
        numeric = read_numbers(tokens, day)
        if numeric is not None:
            return numeric._replace(first=index, skip=word.skip)
    direction = direction_behind(tokens, index)
    last = index + (direction is not None)
    if published is None:
        return Read(index, word.skip, last)
    ago = (published.weekday() - word.value) % _DAYS_OF_WEEK
    if direction == 1:
        away = (_DAYS_OF_WEEK - ago) or _DAYS_OF_WEEK
    elif direction == -1:
        away = -(ago or _DAYS_OF_WEEK)
    else:
        away = -ago
    return Read(index, word.skip, last, (published + dt.timedelta(days=away)).isoformat(), "day")
