"""What every address of the API needs: the store, the hub, how reading goes, and what time it is."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from agents.serve.live.hub import Hub
from agents.serve.live.status import Status
from agents.serve.query.rankings import Rankings
from agents.serve.store.database import Database
from agents.serve.store.readers import Readers


def _seconds() -> int:
    return int(time.time())


@dataclass(frozen=True, kw_only=True)
class Context:
    """One dashboard."""

    store: Database | Readers
    hub: Hub = field(default_factory=lambda: Hub({}))
    status: Status = field(default_factory=Status)
    now: Callable[[], int] = _seconds
    """Seconds since 1970."""
    rankings: Rankings = field(default_factory=Rankings)
