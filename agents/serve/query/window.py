"""Windows: a time back from the newest publication in the store."""

import sqlite3
from typing import NamedTuple

from agents.serve.times import DAY_SECONDS, UNITS, seconds_of

DAY_TEXT_CHARACTERS = 10


class Window(NamedTuple):
    """Hours or days, both ends included."""

    unit: str
    first: int
    last: int

    @property
    def seconds(self) -> tuple[int, int]:
        """When it begins, and when it is over."""
        return self.first * UNITS[self.unit], (self.last + 1) * UNITS[self.unit]


def newest(db: sqlite3.Connection, unit: str, now: int) -> int:
    """Return the newest hour or day of publication in the store, or that of now when it is earlier or none is there."""
    found = db.execute("SELECT max(slot) FROM series WHERE kind = 'all' AND id = '' AND unit = ?", (unit,)).fetchone()[
        0
    ]
    return min(now // UNITS[unit], now if found is None else int(found))


def window_of(db: sqlite3.Connection, text: str, now: int) -> Window | None:
    """Return the hours or days that a window of the API stands for; None: all time."""
    if text == "all":
        return None
    size, unit = int(text[:-1]), text[-1]
    last = newest(db, unit, now)
    return Window(unit, last - size + 1, last)


def bounds(start: str | None, end: str | None) -> tuple[int | None, int | None]:
    """Return the seconds of `from` and of `to`; a day as the end counts whole.

    Raises
    ------
    ValueError
        When one is no time.
    """
    last = None if end is None else seconds_of(end)
    if last is not None and end is not None and len(end) <= DAY_TEXT_CHARACTERS:
        last += DAY_SECONDS
    return None if start is None else seconds_of(start), last
