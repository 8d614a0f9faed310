"""Find the dates that a folded Arabic text names, and say which they are as far as that is certain.

Gregorian months of the East, the Levant and the Maghreb, the Hijri calendar (Umm al-Qura), numbers, days of the
week, and relative dates against the day of publication. One pass over the words; only at words that can begin or
carry a date is anything looked at.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hijridate import Hijri

from agents import datewords
from agents.arabic import fold
from agents.datewords import Word
from agents.tokens import Tokens, folded, tokenize
from streams.records import Precision

YEARS = range(1800, 2101)
HIJRI_YEARS = range(1343, 1501)
"""The years that the Umm al-Qura tables hold."""
_DAY = dt.timedelta(days=1)
_CERTAIN = 150
"""Days: a date without its year is the nearest one if that is this near, else unknown."""
_STOPS = folded("من إلى على بعد قبل في عندما كان لكن أي مع أن حيث عبر بين حتى عن")


class Found(NamedTuple):
    """A date in a folded text. `value` is ISO 8601, as precise as `precision` says; both are None when not certain."""

    start: int
    end: int
    value: str | None
    precision: Precision | None


class _Read(NamedTuple):
    """A date between two tokens, `first` without `skip` letters, `last` with `tail` characters after it."""

    first: int
    skip: int
    last: int
    value: str | None = None
    precision: Precision | None = None
    tail: int = 0


def opens(word: str) -> bool:
    """Say whether a word can be where a date is found."""
    return word.isdigit() or word in datewords.words()


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
    table = datewords.words()
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


def _at_word(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> _Read | None:
    if word.kind in ("month", "half", "hijri"):
        return _month(tokens, index, word, published)
    if word.kind == "day":
        return _weekday(tokens, index, word, published)
    if word.kind == "year":
        return _year(tokens, index, word, published)
    if word.kind == "period":
        return _period(tokens, index, word, published)
    return _relative(tokens, index, word, published)


def _number(tokens: Tokens, index: int) -> int | None:
    word = tokens.words[index] if 0 <= index < len(tokens.words) else ""
    return int(word) if 0 < len(word) <= 4 and word.isdecimal() else None  # noqa: PLR2004 - a year's digits


def _word(tokens: Tokens, index: int) -> str:
    return tokens.words[index] if 0 <= index < len(tokens.words) else ""


def _near(tokens: Tokens, index: int, allowed: str = " ،,") -> bool:
    """Say whether only a little stands between two neighbours."""
    between = tokens.between(index)
    return len(between) <= 3 and not between.strip(allowed)  # noqa: PLR2004 - a comma and two spaces


# Day, month, year


def _month(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> _Read | None:  # noqa: C901 - the order of its questions is the grammar
    last, strong = index, True
    kind, number = word.kind, word.value
    if kind == "half":
        pair = datewords.pairs().get((tokens.words[index][word.skip :], _word(tokens, index + 1).strip()))
        if pair is None or not _near(tokens, index, " "):
            return None
        kind, number, last = pair.kind, pair.value, index + 1
    else:
        name = tokens.words[index][word.skip :]
        strong = kind == "month" and name not in datewords.WEAK
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
        lead = _word(tokens, index - 1) in datewords.MONTH_LEADS or word.skip > 0
        shown = _word(tokens, index - 1) == "شهر"
        if not shown and not (strong and (lead or direction is not None)) and not (lead and direction is not None):
            return None
    if day is not None and _word(tokens, first - 1).removeprefix("و") in datewords.EVENTS and year is None:
        return None
    if day is not None:
        first, skip = _weekday_before(tokens, first)
    direction = _direction(tokens, last) if year is None else None
    if direction is not None:
        last, tail = last + 1, 0
    value = _hijri(year, number, day) if kind == "hijri" else _gregorian(year, number, day, direction, published)
    return _Read(first, skip, last, *value, tail=tail)


def _alias(tokens: Tokens, last: int, number: int) -> tuple[int, bool]:
    """Step over a month's second name: يوليو (تموز), يونيو حزيران, شباط/فبراير."""
    if not _near(tokens, last, " (/-"):
        return last, False
    second = datewords.words().get(_word(tokens, last + 1))
    if second is not None and second.kind == "month" and second.value == number and not second.skip:
        return last + 1, True
    pair = datewords.pairs().get((_word(tokens, last + 1), _word(tokens, last + 2)))
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
    if skip == 0 and _word(tokens, at) == "من":
        at -= 1
    if at < 0 or skip:
        return index, None
    number = _number(tokens, at)
    if number is not None:
        good = 1 <= number <= 31 and _near(tokens, at, " -/")  # noqa: PLR2004 - days of a month
        return (at, number) if good and (at + 1 == index or _near(tokens, at + 1, " ")) else (index, None)
    word = _word(tokens, at)
    if not _near(tokens, at, " "):
        return index, None
    units, ordinals = datewords.UNITS, datewords.ORDINALS
    before = _word(tokens, at - 1).removeprefix("و").removeprefix("ف")
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
    if not _near(tokens, last, " ،,)-/"):
        return last, None, False
    if _word(tokens, at) == "من" and _word(tokens, at + 1) in datewords.YEAR_WORDS:
        at += 1
    if _word(tokens, at) in datewords.YEAR_WORDS and _near(tokens, at, " "):
        at += 1
    year = _number(tokens, at)
    if year is None or (year not in YEARS and year not in HIJRI_YEARS):
        return last, None, False
    hijri = _word(tokens, at + 1) in ("ه", "هجري", "هجريه") and _near(tokens, at, " ")
    era = hijri or (_word(tokens, at + 1) in ("م", "ميلادي", "ميلاديه") and _near(tokens, at, " "))
    return at + era, year, hijri


def _weekday_before(tokens: Tokens, first: int) -> tuple[int, int]:
    """Step back over the name of the day: الخميس، 26 ; يوم الخميس الموافق 26."""
    at = first - 1
    if _word(tokens, at) in ("الموافق", "الموافقه"):
        at -= 1
    word = datewords.words().get(_word(tokens, at))
    if word is not None and word.kind == "day" and _near(tokens, at, " ،,-"):
        return at, word.skip
    return first, 0


def _direction(tokens: Tokens, last: int) -> int | None:
    word = _word(tokens, last + 1)
    if not _near(tokens, last, " )"):
        return None
    if word in datewords.PAST:
        return -1
    if word in datewords.FUTURE:
        return 1
    return 0 if word in datewords.PRESENT else None


def _gregorian(
    year: int | None, month: int, day: int | None, direction: int | None, published: dt.date | None
) -> tuple[str | None, Precision | None]:
    if year is None:
        year = _nearest_year(month, day, direction, published)
    if year is None:
        return None, None
    if day is None:
        return f"{year:04}-{month:02}", "month"
    try:
        return dt.date(year, month, day).isoformat(), "day"
    except ValueError:
        return None, None


def _nearest_year(month: int, day: int | None, direction: int | None, published: dt.date | None) -> int | None:
    if published is None:
        return None
    here = (published.month, published.day if day is not None else 0)
    there = (month, day or 0)
    if direction == 0:
        return published.year
    if direction is not None and direction < 0:
        return published.year if there < here else published.year - 1
    if direction is not None:
        return published.year if there > here else published.year + 1
    best: int | None = None
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            distance = abs((dt.date(year, month, day or 15) - published).days)
        except ValueError:
            continue
        if distance <= _CERTAIN:
            best = year
    return best


def _hijri(year: int | None, month: int, day: int | None) -> tuple[str | None, Precision | None]:
    if year is None or day is None or year not in HIJRI_YEARS:
        return None, None
    try:
        return Hijri(year, month, day).to_gregorian().isoformat(), "day"
    except (ValueError, OverflowError):
        return None, None


# Numbers


def _numeric(tokens: Tokens, index: int) -> _Read | None:
    """Read 26/7/2015, 2015-07-26, 10/10/1436."""
    if index + 2 >= len(tokens.words):
        return None
    first, second = tokens.between(index), tokens.between(index + 1)
    separator = first.strip()
    if separator not in ("/", "-", ".", "\\") or second.strip() != separator or len(first) + len(second) > 6:  # noqa: PLR2004 - two spaces each
        return None
    a, b, c = (_number(tokens, index + i) for i in range(3))
    if a is None or b is None or c is None:
        return None
    if len(tokens.words[index]) == 4:  # noqa: PLR2004 - a year's digits
        year, month, day = a, b, c
    elif len(tokens.words[index + 2]) == 4:  # noqa: PLR2004 - as above
        day, month, year = (b, a, c) if a <= 12 < b else (a, b, c)  # noqa: PLR2004 - months
    else:
        return None
    era = _word(tokens, index + 3) in ("ه", "م") and _near(tokens, index + 2, " ")
    if year in HIJRI_YEARS:
        value = _hijri(year, month, day)
    elif year in YEARS and 1 <= month <= 12:  # noqa: PLR2004 - months
        value = _gregorian(year, month, day, None, None)
    else:
        return None
    return None if value[0] is None else _Read(index, 0, index + 2 + era, *value)


def _bare_year(tokens: Tokens, index: int) -> _Read | None:
    """Read a year that only a preposition announces: منذ 2007 ، بحلول 2030."""
    year = _number(tokens, index)
    if year is None or not 1900 <= year <= 2099 or not _near(tokens, index - 1, " "):  # noqa: PLR2004 - years of news
        return None
    before = _word(tokens, index - 1).removeprefix("و")
    if before not in ("منذ", "بحلول", "في", "حتي", "بين", "مطلع", "نهايه", "منتصف", "لعام", "خلال", "صيف", "خريف"):
        return None
    after = _word(tokens, index + 1)
    between = tokens.between(index)
    free = between.strip() or not after or after in _STOPS or after.startswith(("ال", "و"))
    if "-" in between or "/" in between or "%" in between or not (free or before in ("منذ", "بحلول", "حتي")):
        return None
    return _Read(index, 0, index, f"{year:04}", "year")


def _year(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> _Read | None:
    year = _number(tokens, index + 1)
    if year is not None and _near(tokens, index, " ") and len(tokens.words[index + 1]) == 4:  # noqa: PLR2004 - a year's digits
        after = _word(tokens, index + 2)
        era = after in ("ه", "م") and _near(tokens, index + 1, " ")
        last = index + 1 + era
        if (era and after == "ه") or (year in HIJRI_YEARS and not era):
            return _Read(index, word.skip, last)
        return _Read(index, word.skip, last, f"{year:04}", "year")
    direction = _direction(tokens, index)
    if direction is None:
        return None
    value = None if published is None else f"{published.year + direction:04}"
    return _Read(index, word.skip, index + 1, value, None if value is None else "year")


def _period(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> _Read | None:
    """Read الشهر الماضي; a week has no ISO value of its own precision and stays without one."""
    direction = _direction(tokens, index)
    if direction is None:
        return None
    value: tuple[str | None, Precision | None] = (None, None)
    if word.value == 2 and published is not None:  # noqa: PLR2004 - the word for month
        months = published.year * 12 + published.month - 1 + direction
        value = f"{months // 12:04}-{months % 12 + 1:02}", "month"
    return _Read(index, word.skip, index + 1, *value)


# Days


def _weekday(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> _Read | None:
    before = _word(tokens, index - 1)
    if before.removeprefix("و").removeprefix("ب") in datewords.PRAYER or _word(tokens, index + 1) == "عشر":
        return None
    after = _number(tokens, index + 1)
    if after is not None or (_word(tokens, index + 1) == "الموافق"):
        month = next(_months_ahead(tokens, index + 1), None)
        if month is not None:
            return _month(tokens, month[0], month[1], published)
        numeric = _numeric(tokens, index + 1 if after is not None else index + 2)
        if numeric is not None:
            return numeric._replace(first=index, skip=word.skip)
    direction = _direction(tokens, index)
    last = index + (direction is not None)
    if published is None:
        return _Read(index, word.skip, last)
    away = (published.weekday() - word.value) % 7
    if direction == 1:
        day = published + ((7 - away) or 7) * _DAY
    elif direction == -1:
        day = published - (away or 7) * _DAY
    else:
        day = published - away * _DAY
    return _Read(index, word.skip, last, day.isoformat(), "day")


def _months_ahead(tokens: Tokens, index: int) -> Iterator[tuple[int, Word]]:
    for at in range(index, min(index + 4, len(tokens.words))):
        word = datewords.words().get(tokens.words[at])
        if word is not None and word.kind in ("month", "half", "hijri"):
            yield at, word


def _relative(tokens: Tokens, index: int, word: Word, published: dt.date | None) -> _Read | None:
    step = _step(tokens, index, word)
    if step is None:
        return None
    offset, last = step
    named = datewords.words().get(_word(tokens, last + 1))
    weekday = named if named is not None and named.kind == "day" and not named.skip and _near(tokens, last) else None
    if word.kind == "today" and weekday is None and not _means_today(tokens, index):
        return None
    last += weekday is not None
    if published is None:
        return _Read(index, word.skip, last)
    day = published + offset * _DAY
    if weekday is not None:
        # The page's date may be of the day before or after (a time zone, midnight): the name of the day decides.
        days = [d for d in (day, day - _DAY, day + _DAY) if d.weekday() == weekday.value]
        if not days:
            return _Read(index, word.skip, last)
        day = days[0]
    return _Read(index, word.skip, last, day.isoformat(), "day")


def _step(tokens: Tokens, index: int, word: Word) -> tuple[int, int] | None:
    """Give how many days from today a phrase is, and its last token."""
    after = _word(tokens, index + 1) if _near(tokens, index, " ") else ""
    if word.kind == "yesterday":
        return (-2, index + 1) if after == "الاول" else (-1, index)
    if word.kind == "tomorrow":
        return 1, index
    if word.kind == "after":
        return (2, index + 1) if after in ("غد", "الغد") else None
    if word.kind == "first":
        if after == "امس":
            return -2, index + 1
        return (-2, index + 2) if (after, _word(tokens, index + 2)) == ("من", "امس") else None
    return 0, index


def _means_today(tokens: Tokens, index: int) -> bool:
    """Say whether اليوم is no part of a name (روسيا اليوم، اليوم السابع) or of a phrase (هذا اليوم، اليوم العالمي)."""
    before, after = _word(tokens, index - 1), _word(tokens, index + 1)
    if before in ("هذا", "ذلك", "في", "من", "طوال", "طيله", "نفس", "ذات", "صحيفه", "روسيا", "المصري", "صباح"):
        return before == "صباح"
    return not after.startswith("ال") and after not in ("نفسه", "ذاته", "واحد")
