"""Time stamps as machines write them: «2019-12-03T08:00:10+00:00»."""

import re
from datetime import UTC, datetime, tzinfo

from agents.clean.dates.moments import Moment
from agents.clean.dates.times_of_day import offset_of


def moment_of_timestamp(found: re.Match[str], zone: tzinfo) -> Moment | None:
    """Return the moment of what `patterns.ISO` found; None for an impossible one."""
    text = f"{found['y']}-{found['mo']}-{found['d']}T{found['h']}:{found['m']}:{found['s'] or '00'}"
    try:
        when = datetime.fromisoformat(text).replace(tzinfo=offset_of(found["z"]) if found["z"] else zone)
        when.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Moment(when, "second" if found["s"] else "minute", bool(found["z"]))
