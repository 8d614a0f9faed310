"""What the readers of dates share: a look at the words around a token, and what a reader returns."""

from typing import Final, NamedTuple

from agents.arabic.dates import calendar_words
from agents.arabic.tokens import Tokens
from streams.records.dates import Precision

MONTHS_OF_YEAR: Final = 12
DAYS_OF_MONTH: Final = range(1, 32)
YEAR_DIGITS: Final = 4
NEWS_YEARS: Final = range(1900, 2100)
"""Numbers that are a year where only the words beside them say so."""
_MAX_GAP: Final = 3
"""Characters between two neighbours of a date: a comma and two spaces."""
_DIRECTIONS: Final = (
    dict.fromkeys(calendar_words.PAST, -1)
    | dict.fromkeys(calendar_words.FUTURE, 1)
    | dict.fromkeys(calendar_words.PRESENT, 0)
)


class Read(NamedTuple):
    """A date between two tokens, `first` without `skip` letters, `last` with `tail` characters after it.

    `until` is the value of the date at which the span of time ends that it opens.
    """

    first: int
    skip: int
    last: int
    value: str | None = None
    precision: Precision | None = None
    tail: int = 0
    until: str | None = None


def number_at(tokens: Tokens, index: int) -> int | None:
    """Return the number of at most four digits at a token; None where there is none."""
    word = tokens.words[index] if 0 <= index < len(tokens.words) else ""
    return int(word) if 0 < len(word) <= YEAR_DIGITS and word.isdecimal() else None


def word_at(tokens: Tokens, index: int) -> str:
    """Return the word at a token, empty outside the text."""
    return tokens.words[index] if 0 <= index < len(tokens.words) else ""


def near(tokens: Tokens, index: int, allowed: str = " ،,") -> bool:
    """Whether nothing but a few of the allowed characters stands between a token and the next one."""
    between = tokens.between(index)
    return len(between) <= _MAX_GAP and not between.strip(allowed)


def direction_behind(tokens: Tokens, index: int) -> int | None:
    """Return -1, 0 or 1 where the word behind a token points back, to now or ahead; None where it does not point."""
    return _DIRECTIONS.get(word_at(tokens, index + 1)) if near(tokens, index, " )") else None
