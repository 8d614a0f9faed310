"""What the readers of dates share: a look at the words around, and what they give."""

from typing import NamedTuple

from agents.arabic.tokens import Tokens
from streams.records.dates import Precision


class Read(NamedTuple):
    """A date between two tokens, `first` without `skip` letters, `last` with `tail` characters after it."""

    first: int
    skip: int
    last: int
    value: str | None = None
    precision: Precision | None = None
    tail: int = 0


def number_at(tokens: Tokens, index: int) -> int | None:
    """Give the number of at most four digits at a place; None where there is none."""
    word = tokens.words[index] if 0 <= index < len(tokens.words) else ""
    return int(word) if 0 < len(word) <= 4 and word.isdecimal() else None  # noqa: PLR2004 - a year's digits


def word_at(tokens: Tokens, index: int) -> str:
    """Give the word at a place, empty outside the text."""
    return tokens.words[index] if 0 <= index < len(tokens.words) else ""


def near(tokens: Tokens, index: int, allowed: str = " ،,") -> bool:
    """Say whether only a little stands between two neighbours."""
    between = tokens.between(index)
    return len(between) <= 3 and not between.strip(allowed)  # noqa: PLR2004 - a comma and two spaces
