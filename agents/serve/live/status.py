"""How reading the topics goes."""

import time
from dataclasses import dataclass, field

from agents.serve.times import as_text

STUCK_SECONDS = 60.0
"""Without a look at the topics after which the dashboard is not healthy."""


@dataclass
class Status:
    """How reading goes; changed by who reads, shown by who serves."""

    behind: dict[str, int] = field(default_factory=dict)
    """Offsets not read yet, by topic."""
    pipeline: dict[str, int] = field(default_factory=dict)
    """Offsets that the workers have not finished, by topic."""
    looked: float = field(default_factory=time.monotonic)
    """When the topics were last read from, even if nothing was there."""
    version: int = 0
    """Of the read model: goes up with every transaction."""
    changed_at: int | None = None
    """When the read model last changed, in seconds since 1970."""

    @property
    def changed_text(self) -> str | None:
        """The same as RFC 3339."""
        return as_text(self.changed_at)

    @property
    def is_healthy(self) -> bool:
        """Whether reading goes on."""
        return time.monotonic() - self.looked < STUCK_SECONDS
