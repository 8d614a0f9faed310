"""Days and years that share the month or the word of the date beside them, and where a span of time ends."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from agents.arabic.clitics import AND
from agents.arabic.dates import calendar_words
from agents.arabic.dates.reading import DAYS_OF_MONTH, NEWS_YEARS, Read, near, number_at, word_at
from agents.arabic.dates.values import gregorian_value
from agents.arabic.tokens import Tokens

MAX_LISTED: Final = 4
"""Days before a date, or years behind one, that are read with it: أيام 3 و4 و5 يناير."""
_DASHES: Final = ("-", "–")
_SPACES: Final = " ،,"


def days_before(tokens: Tokens, read: Read, done: int) -> list[Read]:
    """Return the days that share the month of the one behind them: [13] إلى 20 ديسمبر, يومي [3] و5 يناير.

    The first may begin with a day of the week that was found by itself.

    Parameters
    ----------
    read
        The day of the month that was found.
    done
        The last token that is part of another date.
    """
    day = next((number for at in range(read.first, read.last) if (number := number_at(tokens, at))), None)
    if read.precision not in ("day", None) or day is None or day not in DAYS_OF_MONTH:
        return []
    found: list[Read] = []
    first, is_listed = read.first, True
    while len(found) < MAX_LISTED and (behind := _behind_one_before(tokens, first)) is not None:
        at = behind - 1
        number = number_at(tokens, at)
        if at <= done or number is None or number not in DAYS_OF_MONTH or number >= day:
            break
        value = dt.date.fromisoformat(read.value) - dt.timedelta(days=day - number) if read.value else None
        link = word_at(tokens, at + 1)
        is_listed = is_listed and link.startswith(AND) and link not in calendar_words.SPAN_LINKS
        names = weekdays_before(tokens, at)
        first = names if at - names == 1 else at
        found.append(Read(first, 0, at, value.isoformat() if value else None, read.precision))
    names = weekdays_before(tokens, first)
    opening = word_at(tokens, names - 1).removeprefix(AND)
    is_listed = is_listed and (_names_day(tokens, names) or opening in calendar_words.LIST_LEADS)
    return found[::-1] if is_listed or opening in calendar_words.SPAN_LEADS else []


def weekdays_before(tokens: Tokens, first: int) -> int:
    """Return the position of the first day of the week in front of a number: [الجمعة] والسبت 14 و15 نوفمبر."""
    last = at = first - (word_at(tokens, first - 1) in calendar_words.MATCHING)
    while last - at < MAX_LISTED and _names_day(tokens, at - 1) and near(tokens, at - 1):
        at -= 1
    return at if at < last else first


def _names_day(tokens: Tokens, index: int) -> bool:
    """Whether a day of the week stands at a token."""
    word = calendar_words.words().get(word_at(tokens, index))
    return word is not None and word.kind == "day"


def years_behind(tokens: Tokens, read: Read) -> list[Read]:
    """Return the years that go on with one: عامي 2014 [و2023], من 2019 [إلى 2022]."""
    found: list[Read] = []
    last = read.last
    while read.precision == "year" and len(found) < MAX_LISTED and last + 2 < len(tokens.words):
        at = last + 2 if _is_link(tokens.words[last + 1]) else last + 1
        between = tokens.text[tokens.spans[last][1] : tokens.spans[at][0]].strip(_SPACES)
        if number_at(tokens, at) not in NEWS_YEARS or not (_is_link(between) or between in _DASHES):
            break
        found.append(Read(at, 0, at, tokens.words[at], "year"))
        last = at
    return found


def opens_years(tokens: Tokens, index: int) -> bool:
    """Whether a number is the first year of a span: من [2019] إلى 2022."""
    if number_at(tokens, index) not in NEWS_YEARS or number_at(tokens, index + 2) not in NEWS_YEARS:
        return False
    led = word_at(tokens, index - 1) in calendar_words.SPAN_LEADS
    return led and _is_link(word_at(tokens, index + 1))


def with_ends(tokens: Tokens, reads: Sequence[Read]) -> list[Read]:
    """Return dates, those that open a span of time with its end: بين عامي 2019 و2022."""
    ended = list(reads)
    for number in range(len(ended) - 1):
        one, other = ended[number], ended[number + 1]
        if one.precision not in (None, other.precision) or not _spans(tokens, one, other):
            continue
        value = _in_year_of(tokens, one, other)
        if value is not None and other.value is not None and value < other.value:
            ended[number] = one._replace(value=value, precision=other.precision, until=other.value)
    return ended


def _spans(tokens: Tokens, one: Read, other: Read) -> bool:
    """Whether time runs from one date to the next: إلى between them, or و behind بين."""
    end, start = tokens.spans[one.last][1] + one.tail, tokens.spans[other.first][0] + other.skip
    words = tokens.text[end:start].strip(_SPACES).split(" ")
    if words[1:] and words[-1] in calendar_words.TIME_WORDS:
        words.pop()
    if len(words) > 1:
        return False
    if words[0] == AND:
        return word_at(tokens, one.first - 1).removeprefix(AND) == calendar_words.BETWEEN
    return words[0] in calendar_words.SPAN_LINKS or words[0] in _DASHES


def _in_year_of(tokens: Tokens, one: Read, other: Read) -> str | None:
    """Return the value of a date without a year, in the year that the end of its span tells: من يناير إلى مارس 2025."""
    told = [
        any(number_at(tokens, at) in NEWS_YEARS for at in range(read.first, read.last + 1)) for read in (one, other)
    ]
    if told != [False, True] or other.value is None or other.precision == "year":
        return one.value
    found = (calendar_words.words().get(tokens.words[at]) for at in range(one.first, one.last + 1))
    month = next((word.value for word in found if word is not None and word.kind in ("month", "half")), None)
    day = next((number for at in range(one.first, one.last + 1) if (number := number_at(tokens, at))), None)
    if month is None or (other.precision == "day") != (day is not None):
        return one.value
    end = tuple(map(int, other.value.split("-")))
    year = end[0] - ((month, day or 0) > (end[1], end[2] if day else 0))
    return gregorian_value(year, month, day, None, None)[0]


def _behind_one_before(tokens: Tokens, first: int) -> int | None:
    """Return the position behind the number that the one at a position is tied to: [3] و4, [13] إلى 20."""
    if first < 1:
        return None
    gap = tokens.between(first - 1).strip(_SPACES)
    if gap in _DASHES:
        return first
    if _names_day(tokens, first) and tokens.words[first].startswith(AND) and not gap:
        return first  # الجمعة [14] والسبت 15 نوفمبر
    word = tokens.words[first - 1]
    tied = not gap and not tokens.between(first - 2).strip(_SPACES)
    return first - 1 if tied and _is_link(word) else None


def _is_link(word: str) -> bool:
    return word == AND or word in calendar_words.SPAN_LINKS
