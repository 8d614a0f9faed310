"""Find the dates that a folded Arabic text names, and say which they are as far as that is certain.

Gregorian months of the East, the Levant and the Maghreb, the Hijri calendar (Umm al-Qura), numbers, days of the
week, and relative dates against the day of publication. One pass over the words; only at words that can begin or
carry a date is anything looked at.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agents.arabic.dates import calendar_words
from agents.arabic.dates.calendar_words import Word
from agents.arabic.dates.reading import Read, near, number_at, word_at
from agents.arabic.dates.relative import read_relative
from agents.arabic.dates.values import HIJRI_YEARS, YEARS, gregorian_value, hijri_value
from agents.arabic.folding import fold
from agents.arabic.tokens import Tokens, folded, tokenize
from streams.records.dates import Precision

_DAY = dt.timedelta(days=1)
_STOPS = folded("من إلى على بعد قبل في عندما كان لكن أي مع أن حيث عبر بين حتى عن")


class Found(NamedTuple):
    """A date in a folded text. `value` is ISO 8601, as precise as `precision` says; both are None when not certain."""

    start: int
    end: int
    value: str | None
    precision: Precision | None


def opens(word: str) -> bool:
    """Say whether a word can be where a date is found."""
    return word.isdigit() or word in calendar_words.words()


def find(text: str | Tokens, published: dt.date | None = None, places: Sequence[int] | None = None) -> list[Found]:
    """Find dates, from left to right, without overlap.

    Parameters
    ----------
    text
        A folded text, or its tokens.
    published
        The day that relative dates count from; without it they have no value.
    places
        The tokens that `opens` holds for, when they are known.

    Returns
    -------
    list of Found
        Offsets are into the folded text.
    """
    tokens = tokenize(text) if isinstance(text, str) else text
    table = calendar_words.words()
    found: list[Found] = []
    done = -1
    for index in places if places is not None else range(len(tokens.words)):
        if index <= done:
            continue
        word = table.get(tokens.words[index])
        if word is not None:
            read = _at_word(tokens, index, word, published)
        elif tokens.words[index].isdigit():
            read = _numeric(tokens, index) or _bare_year(tokens, index)
        else:
            continue
        if read is None or read.first <= done:
            continue
        done = read.last
        start = tokens.spans[read.first][0] + read.skip
        end = tokens.spans[read.last][1]
        # A bracket that opens in front of the date closes behind it.
        end += read.tail if "(" in tokens.text[start:end] else 0
        found.append(Found(start, end, read.value, read.precision))
    return found


def parse(text: str, published: dt.date | None = None) -> tuple[str, Precision] | None:
    """Give the value and the precision of the first date in a text that has one."""
    for date in find(fold(text), published):
        if date.value is not None and date.precision is not None:
            return date.value, date.precision
    return None


def _at_word(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> Read | None:
    if word.kind in ("month", "half", "hijri"):
        return _month(tokens, index, word, published)
    if word.kind == "day":
        return _weekday(tokens, index, word, published)
    if word.kind == "year":
        return _year(tokens, index, word, published)
    if word.kind == "period":
        return _period(tokens, index, word, published)
    return read_relative(tokens, index, word, published)


# Day, month, year


def _month(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> Read | None:  # noqa: C901 - the order of its questions is the grammar
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
        last, alias = _alias(tokens, last, number)
    else:
        alias = False
    first, day = _day_before(tokens, index, word.skip)
    skip = word.skip if day is None else 0
    after, year, hijri = _year_after(tokens, last)
    if kind == "month" and (hijri or (year is not None and year not in YEARS)):
        after, year = last, None
    if kind == "hijri" and year is not None and year not in HIJRI_YEARS:
        after, year = last, None
    last = max(last, after)
    tail = _parenthesis(tokens, last)
    if day is None and year is None and not alias:
        direction = _direction(tokens, last)
        lead = word_at(tokens, index - 1) in calendar_words.MONTH_LEADS or word.skip > 0
        shown = word_at(tokens, index - 1) == "شهر"
        if not shown and not (strong and (lead or direction is not None)) and not (lead and direction is not None):
            return None
    if day is not None and word_at(tokens, first - 1).removeprefix("و") in calendar_words.EVENTS and year is None:
        return None
    if day is not None:
        first, skip = _weekday_before(tokens, first)
    direction = _direction(tokens, last) if year is None else None
    if direction is not None:
        last, tail = last + 1, 0
    value = (
        hijri_value(year, number, day) if kind == "hijri" else gregorian_value(year, number, day, direction, published)
    )
    return Read(first, skip, last, *value, tail=tail)


def _alias(tokens: Tokens, last: int, number: int) -> tuple[int, bool]:
    """Step over a month's second name: يوليو (تموز), يونيو حزيران, شباط/فبراير."""
    if not near(tokens, last, " (/-"):
        return last, False
    second = calendar_words.words().get(word_at(tokens, last + 1))
    if second is not None and second.kind == "month" and second.value == number and not second.skip:
        return last + 1, True
    pair = calendar_words.pairs().get((word_at(tokens, last + 1), word_at(tokens, last + 2)))
    if pair is not None and pair.kind == "month" and pair.value == number:
        return last + 2, True
    return last, False


def _parenthesis(tokens: Tokens, last: int) -> int:
    """Say whether a bracket closes right behind a word that stands in one."""
    start, end = tokens.spans[last]
    if tokens.text[end : end + 1] == ")" and "(" in tokens.text[max(0, start - 14) : start]:
        return 1
    return 0


def _day_before(tokens: Tokens, index: int, skip: int) -> tuple[int, int | None]:  # noqa: PLR0911 - a case a line
    """Find the day of the month before a month: 26, 26 من, الخامس والعشرين من."""
    at = index - 1
    if skip == 0 and word_at(tokens, at) == "من":
        at -= 1
    if at < 0 or skip:
        return index, None
    number = number_at(tokens, at)
    if number is not None:
        good = 1 <= number <= 31 and near(tokens, at, " -/")  # noqa: PLR2004 - days of a month
        return (at, number) if good and (at + 1 == index or near(tokens, at + 1, " ")) else (index, None)
    word = word_at(tokens, at)
    if not near(tokens, at, " "):
        return index, None
    units, ordinals = calendar_words.UNITS, calendar_words.ORDINALS
    before = word_at(tokens, at - 1).removeprefix("و").removeprefix("ف")
    if word in ("والعشرين", "والعشرون", "والثلاثين") and before in units:
        return at - 1, (30 if word == "والثلاثين" else 20) + units[before]
    if word == "عشر" and before in units:
        return at - 1, 10 + units[before]
    if word in ordinals and at + 1 < index:
        return at, ordinals[word]
    return index, None


def _year_after(tokens: Tokens, last: int) -> tuple[int, int | None, bool]:
    """Find the year after a month, and whether it says that it is Hijri."""
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
    hijri = word_at(tokens, at + 1) in ("ه", "هجري", "هجريه") and near(tokens, at, " ")
    era = hijri or (word_at(tokens, at + 1) in ("م", "ميلادي", "ميلاديه") and near(tokens, at, " "))
    return at + era, year, hijri


def _weekday_before(tokens: Tokens, first: int) -> tuple[int, int]:
    """Step back over the name of the day: الخميس، 26 ; يوم الخميس الموافق 26."""
    at = first - 1
    if word_at(tokens, at) in ("الموافق", "الموافقه"):
        at -= 1
    word = calendar_words.words().get(word_at(tokens, at))
    if word is not None and word.kind == "day" and near(tokens, at, " ،,-"):
        return at, word.skip
    return first, 0


def _direction(tokens: Tokens, last: int) -> int | None:
    word = word_at(tokens, last + 1)
    if not near(tokens, last, " )"):
        return None
    if word in calendar_words.PAST:
        return -1
    if word in calendar_words.FUTURE:
        return 1
    return 0 if word in calendar_words.PRESENT else None


# Numbers


def _numeric(tokens: Tokens, index: int) -> Read | None:
    """Read 26/7/2015, 2015-07-26, 10/10/1436."""
    if index + 2 >= len(tokens.words):
        return None
    first, second = tokens.between(index), tokens.between(index + 1)
    separator = first.strip()
    if separator not in ("/", "-", ".", "\\") or second.strip() != separator or len(first) + len(second) > 6:  # noqa: PLR2004 - two spaces each
        return None
    a, b, c = (number_at(tokens, index + i) for i in range(3))
    if a is None or b is None or c is None:
        return None
    if len(tokens.words[index]) == 4:  # noqa: PLR2004 - a year's digits
        year, month, day = a, b, c
    elif len(tokens.words[index + 2]) == 4:  # noqa: PLR2004 - as above
        day, month, year = (b, a, c) if a <= 12 < b else (a, b, c)  # noqa: PLR2004 - months
    else:
        return None
    era = word_at(tokens, index + 3) in ("ه", "م") and near(tokens, index + 2, " ")
    if year in HIJRI_YEARS:
        value = hijri_value(year, month, day)
    elif year in YEARS and 1 <= month <= 12:  # noqa: PLR2004 - months
        value = gregorian_value(year, month, day, None, None)
    else:
        return None
    return None if value[0] is None else Read(index, 0, index + 2 + era, *value)


def _bare_year(tokens: Tokens, index: int) -> Read | None:
    """Read a year that only a preposition announces: منذ 2007 ، بحلول 2030."""
    year = number_at(tokens, index)
    if year is None or not 1900 <= year <= 2099 or not near(tokens, index - 1, " "):  # noqa: PLR2004 - years of news
        return None
    before = word_at(tokens, index - 1).removeprefix("و")
    if before not in ("منذ", "بحلول", "في", "حتي", "بين", "مطلع", "نهايه", "منتصف", "لعام", "خلال", "صيف", "خريف"):
        return None
    after = word_at(tokens, index + 1)
    between = tokens.between(index)
    free = between.strip() or not after or after in _STOPS or after.startswith(("ال", "و"))
    if "-" in between or "/" in between or "%" in between or not (free or before in ("منذ", "بحلول", "حتي")):
        return None
    return Read(index, 0, index, f"{year:04}", "year")


def _year(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> Read | None:
    year = number_at(tokens, index + 1)
    if year is not None and near(tokens, index, " ") and len(tokens.words[index + 1]) == 4:  # noqa: PLR2004 - a year's digits
        after = word_at(tokens, index + 2)
        era = after in ("ه", "م") and near(tokens, index + 1, " ")
        last = index + 1 + era
        if (era and after == "ه") or (year in HIJRI_YEARS and not era):
            return Read(index, word.skip, last)
        return Read(index, word.skip, last, f"{year:04}", "year")
    direction = _direction(tokens, index)
    if direction is None:
        return None
    value = None if published is None else f"{published.year + direction:04}"
    return Read(index, word.skip, index + 1, value, None if value is None else "year")


def _period(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> Read | None:
    """Read الشهر الماضي; a week has no ISO value of its own precision and stays without one."""
    direction = _direction(tokens, index)
    if direction is None:
        return None
    value: tuple[str | None, Precision | None] = (None, None)
    if word.value == 2 and published is not None:  # noqa: PLR2004 - the word for month
        months = published.year * 12 + published.month - 1 + direction
        value = f"{months // 12:04}-{months % 12 + 1:02}", "month"
    return Read(index, word.skip, index + 1, *value)


# Days


def _weekday(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> Read | None:
    before = word_at(tokens, index - 1)
    if before.removeprefix("و").removeprefix("ب") in calendar_words.PRAYER or word_at(tokens, index + 1) == "عشر":
        return None
    after = number_at(tokens, index + 1)
    if after is not None or (word_at(tokens, index + 1) == "الموافق"):
        month = next(_months_ahead(tokens, index + 1), None)
        if month is not None:
            return _month(tokens, month[0], month[1], published)
        numeric = _numeric(tokens, index + 1 if after is not None else index + 2)
        if numeric is not None:
            return numeric._replace(first=index, skip=word.skip)
    direction = _direction(tokens, index)
    last = index + (direction is not None)
    if published is None:
        return Read(index, word.skip, last)
    away = (published.weekday() - word.value) % 7
    if direction == 1:
        day = published + ((7 - away) or 7) * _DAY
    elif direction == -1:
        day = published - (away or 7) * _DAY
    else:
        day = published - away * _DAY
    return Read(index, word.skip, last, day.isoformat(), "day")


def _months_ahead(tokens: Tokens, index: int) -> Iterator[tuple[int, Word]]:
    for at in range(index, min(index + 4, len(tokens.words))):
        word = calendar_words.words().get(tokens.words[at])
        if word is not None and word.kind in ("month", "half", "hijri"):
            yield at, word
