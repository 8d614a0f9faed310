"""What the dates of a page are read against."""

from datetime import UTC, datetime, tzinfo
from typing import Literal, NamedTuple, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

ZoneFrom = Literal["outlet", "profile", "country", "setting"]
"""Of the register, of the outlet's pages so far, of its host, of the setting."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Clock(NamedTuple):
    """The times that the dates of a page are read against."""

    received: datetime
    """When Rasid received the page: what is more than a day later is no date."""
    now: datetime
    """When the page was taken from its site, as far as that is known: what «منذ ساعتين» counts from."""
    zone: tzinfo
    """Of times without one."""
    zone_from: ZoneFrom = "setting"
    """How that zone is known."""

    @classmethod
    def at(cls, received_at: str, zone: str) -> Self:
        """Return the clock of a page that was taken from its site when it was received.

        Parameters
        ----------
        received_at
            RFC 3339.
        zone
            The IANA name of the zone of times without one.
        """
        received = instant(received_at) or _EPOCH
        return cls(received, received, zone_named(zone))


def zone_named(name: str) -> tzinfo:
    """Return a time zone by its IANA name, UTC for a name that is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def instant(value: str | None) -> datetime | None:
    """Return an RFC 3339 time that names its zone, as Rasid writes them; None where it is none."""
    if not value:
        return None
    try:
        when = datetime.fromisoformat(value)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
