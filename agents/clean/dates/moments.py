"""A time and how precise it is."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple

from agents.clean.dates.times_of_day import TimeOfDay
from streams.records.dates import Precision

EARLIEST_YEAR = 1900
"""A year before this is no year of publication."""
TOLERANCE = timedelta(days=1)
"""How far a date may lie in the future."""
_SAME_DAY = timedelta(hours=36)
_UNSET_DAYS = frozenset([date(1969, 12, 31), date(1970, 1, 1)])
"""What a computer writes for a time that it does not have, in the zones of both hemispheres."""


class Moment(NamedTuple):
    """A time and how precise it is; of a day, its midnight in the zone that it was read in."""

    when: datetime
    precision: Precision
    zoned: bool = False
    """Whether its zone stands with it: «10:30 بتوقيت مكة», «2025-03-14T10:30:00+03:00»."""

    def text(self) -> str:
        """Return RFC 3339 in UTC; a day stays the day that it was where it was read."""
        if self.precision in ("day", "month", "year"):
            return f"{self.when.date().isoformat()}T00:00:00Z"
        return self.when.astimezone(UTC).isoformat()[:19] + "Z"


def moment_of(day: date, time: TimeOfDay | None, zone: tzinfo, *, zoned: bool = False) -> Moment:
    """Return the moment of a day and a time on it, the day alone without a time."""
    hour, minute, second = time or (0, 0, None)
    when = datetime(day.year, day.month, day.day, hour, minute, second or 0, tzinfo=zone)
    if time is None:
        return Moment(when, "day")
    return Moment(when, "minute" if second is None else "second", zoned)


def is_same_day(one: Moment, other: Moment) -> bool:
    """Whether two times can be of one day, a few hours of unknown zone apart."""
    return abs(one.when - other.when) <= _SAME_DAY


def is_plausible(moment: Moment, received: datetime) -> bool:
    """Whether an article can be of that time: not long ago, not in the future, not where clocks begin to count."""
    when = moment.when
    return when.year >= EARLIEST_YEAR and when <= received + TOLERANCE and when.date() not in _UNSET_DAYS
