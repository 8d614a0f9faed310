"""Dates as records hold them."""

from datetime import datetime
from typing import Literal

from streams.records.codec import Struct

Precision = Literal["second", "minute", "hour", "day", "month", "year"]
FIRST_YEAR, LAST_YEAR = 2, 9998
"""Between which a time may lie, so that days can be added and taken away."""


def check_times(**times: str | None) -> None:
    """See that fields of a record are times, where they are given: stages that keep counts reckon with them.

    Raises
    ------
    ValueError
        When one is none; a record that raises it while it is decoded is refused.
    """
    for name, time in times.items():
        if time is None:
            continue
        try:
            year = datetime.fromisoformat(time).year
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from error
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(f"{name}: the year {year}")


class DateMention(Struct, frozen=True, kw_only=True):
    """A date that the text names, resolved when that is certain."""

    start: int
    """Where it begins in `text`, in code points."""
    end: int
    """Where it ends, exclusive."""
    surface: str
    """The string as it stands there."""
    value: str | None = None
    """An ISO 8601 date, month or year, as precise as `precision` says."""
    precision: Precision | None = None
    """How exactly the date is named."""
    until: str | None = None
    """The date, month or year at which the span of time ends that this one opens, as precise: 13 إلى 20 ديسمبر."""
