"""Find the dates that a folded Arabic text names, and say which they are as far as that is certain.

Gregorian months of the East, the Levant and the Maghreb, the Hijri calendar (Umm al-Qura), numbers, days of the
week, and relative dates against the day of publication. One pass over the words; only at words that can begin or
carry a date is anything looked at. Each way to write a date is a reader in a module of its own.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from agents.arabic.dates import calendar_words
from agents.arabic.dates.calendar_words import Word
from agents.arabic.dates.months import read_month
from agents.arabic.dates.numbers import read_bare_year, read_numbers
from agents.arabic.dates.periods import read_period, read_year
from agents.arabic.dates.ranges import days_before, weekdays_before, with_ends, years_behind
from agents.arabic.dates.reading import Read
from agents.arabic.dates.relative import read_relative
from agents.arabic.dates.weekdays import read_weekday
from agents.arabic.tokens import Tokens, tokenize
from streams.records.dates import Precision

_READERS: Final[dict[str, Callable[[Tokens, int, Word, dt.date | None], Read | None]]] = {
    "month": read_month,
    "half": read_month,
    "hijri": read_month,
    "day": read_weekday,
    "year": read_year,
    "period": read_period,
    "today": read_relative,
    "yesterday": read_relative,
    "tomorrow": read_relative,
    "first": read_relative,
    "after": read_relative,
}
"""What reads the date at a word of each kind."""


class FoundDate(NamedTuple):
    """A date in a folded text. `value` is ISO 8601, as precise as `precision` says; both are None when not certain.

    `until` is the value of the date at which the span of time ends that it opens, None where it opens none.
    """

    start: int
    end: int
    value: str | None
    precision: Precision | None
    until: str | None = None


def opens_date(word: str) -> bool:
    """Whether a folded word can be where a date is found."""
    return word.isdigit() or word in calendar_words.words()


def find_dates(
    text: str | Tokens, published: dt.date | None = None, positions: Sequence[int] | None = None
) -> list[FoundDate]:
    """Return the dates of a text, from left to right, without overlap.

    Parameters
    ----------
    text
        A folded text, or its tokens.
    published
        The day that relative dates count from; without it they have no value.
    positions
        The tokens that `opens_date` holds for, when they are known.

    Returns
    -------
    list of FoundDate
        Offsets are into the folded text.
    """
    tokens = tokenize(text) if isinstance(text, str) else text
    table = calendar_words.words()
    reads: list[Read] = []
    done = -1
    for index in positions if positions is not None else range(len(tokens.words)):
        if index <= done:
            continue
        word = table.get(tokens.words[index])
        if word is not None:
            read = _READERS[word.kind](tokens, index, word, published)
        elif tokens.words[index].isdigit():
            read = read_numbers(tokens, index) or read_bare_year(tokens, index)
        else:
            continue
        if read is None:
            continue
        if reads and read.first == reads[-1].first:
            reads.pop()  # a day of the week by itself: [الخميس] التاسع من الشهر الجاري
        elif read.first <= done:
            continue
        earlier = days_before(tokens, read, done)
        named = weekdays_before(tokens, earlier[0].first) if earlier else len(tokens.words)
        while reads and reads[-1].last >= named:
            reads.pop()
        reads += [*earlier, read, *years_behind(tokens, read)]
        done = reads[-1].last
    return [_found(tokens, read) for read in with_ends(tokens, reads)]


def _found(tokens: Tokens, read: Read) -> FoundDate:
    start = tokens.spans[read.first][0] + read.skip
    end = tokens.spans[read.last][1]
    # A bracket that opens in front of the date closes behind it.
    end += read.tail if "(" in tokens.text[start:end] else 0
    return FoundDate(start, end, read.value, read.precision, read.until)
