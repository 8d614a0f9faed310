"""Dates that name a month: 15 يوليو 2015, الخامس والعشرين من مايو, تشرين الثاني (نوفمبر), يناير المقبل."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from agents.arabic.dates import calendar_words
from agents.arabic.dates.calendar_words import Word
from agents.arabic.dates.reading import DAYS_OF_MONTH, Read, direction_behind, near, number_at, word_at
from agents.arabic.dates.values import HIJRI_YEARS, YEARS, gregorian_value, hijri_value
from agents.arabic.tokens import Tokens

_MAX_WORDS_TO_MONTH: Final = 4
"""Words behind the name of a day in which its month stands."""
_MAX_BRACKET: Final = 14
"""Characters before a month's end in which the bracket that holds it opens."""


def read_month(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> Read | None:  # noqa: C901 - the order of its questions is the grammar
    """Read the date of which a month's name stands at a token, with the day before it and the year behind it."""
    last, strong = index, True
    kind, number = word.kind, word.value
    if kind == "half":
        pair = calendar_words.pairs().get((tokens.words[index][word.skip :], word_at(tokens, index + 1).strip()))
        if pair is None or not near(tokens, index, " "):
            return None
        kind, number, last = pair.kind, pair.value, index + 1
    else:
        name = tokens.words[index][word.skip :]
        strong = kind == "month" and name not in calendar_words.WEAK
    if kind == "month":
        last, alias = _second_name(tokens, last, number)
    else:
        alias = False
    first, day = day_before(tokens, index, word.skip)
    skip = word.skip if day is None else 0
    after, year, hijri = _year_behind(tokens, last)
    if kind == "month" and (hijri or (year is not None and year not in YEARS)):
        after, year = last, None
    if kind == "hijri" and year is not None and year not in HIJRI_YEARS:
        after, year = last, None
    last = max(last, after)
    tail = _closing_bracket(tokens, last)
    if day is None and year is None and not alias:
        direction = direction_behind(tokens, last)
        lead = word_at(tokens, index - 1) in calendar_words.MONTH_LEADS or word.skip > 0
        shown = word_at(tokens, index - 1) == "شهر"
        if not shown and not (strong and (lead or direction is not None)) and not (lead and direction is not None):
            return None
    if day is not None and word_at(tokens, first - 1).removeprefix("و") in calendar_words.EVENTS and year is None:
        return None
    if day is not None:
        first, skip = weekday_before(tokens, first)
    direction = direction_behind(tokens, last) if year is None else None
    if direction is not None:
        last, tail = last + 1, 0
    value = (
        hijri_value(year, number, day) if kind == "hijri" else gregorian_value(year, number, day, direction, published)
    )
    return Read(first, skip, last, *value, tail=tail)


def months_behind(tokens: Tokens, index: int) -> Iterator[tuple[int, Word]]:
    """Yield the months at the next few tokens: the month of which a day of the week tells the day."""
    for at in range(index, min(index + _MAX_WORDS_TO_MONTH, len(tokens.words))):
        word = calendar_words.words().get(tokens.words[at])
        if word is not None and word.kind in {"month", "half", "hijri"}:
            yield at, word


def _second_name(tokens: Tokens, last: int, number: int) -> tuple[int, bool]:
    """Step over a month's second name, and tell whether there is one: يوليو (تموز), يونيو حزيران, شباط/فبراير."""
    if not near(tokens, last, " (/-"):
        return last, False
    second = calendar_words.words().get(word_at(tokens, last + 1))
    if second is not None and second.kind == "month" and second.value == number and not second.skip:
        return last + 1, True
    pair = calendar_words.pairs().get((word_at(tokens, last + 1), word_at(tokens, last + 2)))
    if pair is not None and pair.kind == "month" and pair.value == number:
        return last + 2, True
    return last, False


def _closing_bracket(tokens: Tokens, last: int) -> int:
    """Return 1 where a bracket closes right behind a word that stands in one, else 0."""
    start, end = tokens.spans[last]
    return int(tokens.text[end : end + 1] == ")" and "(" in tokens.text[max(0, start - _MAX_BRACKET) : start])


def day_before(tokens: Tokens, index: int, skip: int) -> tuple[int, int | None]:  # noqa: PLR0911 - a case a line
    """Find the day of the month before a month: 26, 26 من, الخامس والعشرين من."""
    at = index - 1
    if skip == 0 and word_at(tokens, at) == "من":
        at -= 1
    if at < 0 or skip:
        return index, None
    number = number_at(tokens, at)
    if number is not None:
        good = number in DAYS_OF_MONTH and near(tokens, at, " -/")
        return (at, number) if good and (at + 1 == index or near(tokens, at + 1, " ")) else (index, None)
    word = word_at(tokens, at)
    if not near(tokens, at, " "):
        return index, None
    units, ordinals = calendar_words.UNITS, calendar_words.ORDINALS
    before = word_at(tokens, at - 1).removeprefix("و").removeprefix("ف")
    if word in {"والعشرين", "والعشرون", "والثلاثين"} and before in units:
        return at - 1, (30 if word == "والثلاثين" else 20) + units[before]
    if word == "عشر" and before in units:
        return at - 1, 10 + units[before]
    if word in ordinals and at + 1 < index:
        return at, ordinals[word]
    return index, None


def _year_behind(tokens: Tokens, last: int) -> tuple[int, int | None, bool]:
    """Find the year behind a month, and whether it says that it is Hijri."""
    at = last + 1
    if not near(tokens, last, " ،,)-/"):
        return last, None, False
    if word_at(tokens, at) == "من" and word_at(tokens, at + 1) in calendar_words.YEAR_WORDS:
        at += 1
    if word_at(tokens, at) in calendar_words.YEAR_WORDS and near(tokens, at, " "):
        at += 1
    year = number_at(tokens, at)
    if year is None or (year not in YEARS and year not in HIJRI_YEARS):
        return last, None, False
    hijri = word_at(tokens, at + 1) in {"ه", "هجري", "هجريه"} and near(tokens, at, " ")
    era = hijri or (word_at(tokens, at + 1) in {"م", "ميلادي", "ميلاديه"} and near(tokens, at, " "))
    return at + era, year, hijri


def weekday_before(tokens: Tokens, first: int) -> tuple[int, int]:
    """Step back over the name of the day: الخميس، 26 ; يوم الخميس الموافق 26."""
    at = first - 1
    if word_at(tokens, at) in calendar_words.MATCHING:
        at -= 1
    word = calendar_words.words().get(word_at(tokens, at))
    if word is not None and word.kind == "day" and near(tokens, at, " ،,-"):
        return at, word.skip
    return first, 0
