"""What every address of the API needs: the store, the hub, how reading goes, and what time it is."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from agents.serve.live.hub import Hub
from agents.serve.live.status import Status
from agents.serve.model.read_model import ReadModel
from agents.serve.query.rankings import Rankings


def _seconds() -> int:
    return int(time.time())


@dataclass(frozen=True, kw_only=True)
class Context:
    """One dashboard."""

    model: ReadModel
    hub: Hub
    status: Status = field(default_factory=Status)
    now: Callable[[], int] = _seconds
    """Seconds since 1970."""
    rankings: Rankings = field(default_factory=Rankings)
