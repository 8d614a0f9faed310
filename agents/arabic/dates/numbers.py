"""Dates written in numbers alone: 26/7/2015, 2015-07-26, 10/10/1436 هـ, منذ 2007."""

from typing import Final

from agents.arabic.dates import calendar_words
from agents.arabic.dates.ranges import opens_years
from agents.arabic.dates.reading import MONTHS_OF_YEAR, NEWS_YEARS, YEAR_DIGITS, Read, near, number_at, word_at
from agents.arabic.dates.values import HIJRI_YEARS, YEARS, gregorian_value, hijri_value
from agents.arabic.tokens import Tokens

_SEPARATORS: Final = frozenset("/-.\\")
_MAX_GAPS: Final = 6
"""Characters between three numbers: two separators with a space on each side."""


def read_numbers(tokens: Tokens, index: int) -> Read | None:
    """Read 26/7/2015, 2015-07-26, 10/10/1436."""
    if index + 2 >= len(tokens.words):
        return None
    first, second = tokens.between(index), tokens.between(index + 1)
    separator = first.strip()
    if separator not in _SEPARATORS or second.strip() != separator or len(first) + len(second) > _MAX_GAPS:
        return None
    a, b, c = (number_at(tokens, index + i) for i in range(3))
    if a is None or b is None or c is None:
        return None
    if len(tokens.words[index]) == YEAR_DIGITS:
        year, month, day = a, b, c
    elif len(tokens.words[index + 2]) == YEAR_DIGITS:
        day, month, year = (b, a, c) if a <= MONTHS_OF_YEAR < b else (a, b, c)
    else:
        return None
    era = word_at(tokens, index + 3) in {"ه", "م"} and near(tokens, index + 2, " ")
    if year in HIJRI_YEARS:
        value = hijri_value(year, month, day)
    elif year in YEARS and 1 <= month <= MONTHS_OF_YEAR:
        value = gregorian_value(year, month, day, None, None)
    else:
        return None
    return None if value[0] is None else Read(index, 0, index + 2 + era, *value)


def read_bare_year(tokens: Tokens, index: int) -> Read | None:
    """Read a year that only a preposition announces: منذ 2007 ، بحلول 2030."""
    year = number_at(tokens, index)
    if year is None or year not in NEWS_YEARS or not near(tokens, index - 1, " "):
        return None
    before = word_at(tokens, index - 1).removeprefix("و")
    if opens_years(tokens, index):
        return Read(index, 0, index, f"{year:04}", "year")
    if before not in calendar_words.YEAR_LEADS:
        return None
    after = word_at(tokens, index + 1)
    between = tokens.between(index)
    free = between.strip() or not after or after in calendar_words.YEAR_FOLLOWERS or after.startswith(("ال", "و"))
    if not {"-", "/", "%"}.isdisjoint(between) or not (free or before in calendar_words.SURE_YEAR_LEADS):
        return None
    return Read(index, 0, index, f"{year:04}", "year")
