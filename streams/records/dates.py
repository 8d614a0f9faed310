"""Dates as records hold them."""

from typing import Literal

from streams.records.codec import Struct

Precision = Literal["second", "minute", "hour", "day", "month", "year"]


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
