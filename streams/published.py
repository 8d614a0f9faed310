"""What the metrics say of pages that were published: how long they took, and how many each outlet has."""

import time
from collections.abc import Iterable
from datetime import datetime

from streams import metrics
from streams.outgoing import Out

MAX_OUTLETS = 100
"""Outlets that have a count of their own: names come with the pages, and each costs memory here and in Prometheus."""
OTHER_OUTLETS = "other"


class Published:
    """Notes what was published.

    Parameters
    ----------
    max_outlets
        How many outlets are told apart: those that were met first since the worker started.
    """

    def __init__(self, max_outlets: int = MAX_OUTLETS) -> None:
        self._max_outlets = max_outlets
        self._outlets: set[str] = set()

    def note(self, outs: Iterable[Out], now: float) -> None:
        """Note records of which the broker has acknowledged that they are committed.

        Parameters
        ----------
        outs
            The records; only those that say which page they are of are noted.
        now
            The time, in seconds since 1970.
        """
        for out in outs:
            if out.page is None:
                continue
            received = datetime.fromisoformat(out.page.received_at).timestamp()
            metrics.PAGE_SECONDS.labels(out.topic).observe(max(0.0, now - received))
            if out.topic == "enriched":
                metrics.OUTLET_PAGES.labels(self._label(out.page.outlet)).inc()

    def _label(self, outlet: str) -> str:
        if outlet not in self._outlets:
            if len(self._outlets) >= self._max_outlets:
                return OTHER_OUTLETS
            self._outlets.add(outlet)
        return outlet


_PUBLISHED = Published()


def note(outs: Iterable[Out]) -> None:
    """Note records of this process that are committed now."""
    _PUBLISHED.note(outs, time.time())
