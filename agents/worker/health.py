"""/healthz and /metrics, and the watch that ends a worker which is stuck: alive is what makes progress."""

import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, cast

import faust
from faust.types import TP
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from agents.worker.transport import Consumer
from streams import metrics

WATCH_SECONDS = 1.0
AWAY_SECONDS = 15.0
"""How long there may be no connection to a broker, as when a leader moves, until the worker is unhealthy."""


TURNS = 5
"""How many times longer a partition may stand still while others of its topic move on: its stage takes one after the
other, and a stage takes its turn after later ones."""


class StuckError(RuntimeError):
    """Committed offsets stand still while there is lag."""


class Standing(NamedTuple):
    """A partition's latest committed offset, and since when there is lag behind it without progress."""

    offset: int
    lag: int
    since: float


class Watch:
    """Knows of every assigned partition whether its committed offset advances."""

    def __init__(self, stuck_seconds: float) -> None:
        self._stuck_seconds = stuck_seconds
        self._standings: dict[TP, Standing] = {}
        self._away_since: float | None = None
        self._worked: dict[str, float] = {}
        """When a partition of a topic was last seen to move on."""
        self._restored = 0

    def observe(self, committed: Mapping[TP, int], ends: Mapping[TP, int], now: float, *, restored: int = 0) -> None:
        """Take in how things stand.

        Parameters
        ----------
        committed, ends
            Committed offset and end of each assigned partition.
        now
            A monotonic time in seconds.
        restored
            How many records were read so far to restore tables: while it grows, no stage can work.
        """
        restoring, self._restored = restored != self._restored, restored
        standings: dict[TP, Standing] = {}
        for tp, end in ends.items():
            offset = committed.get(tp, 0)
            before = self._standings.get(tp)
            lag = max(0, end - offset)
            if before is None or offset != before.offset:
                self._worked[tp.topic] = now
            moved = before is None or offset != before.offset or not lag or not before.lag or restoring
            standings[tp] = Standing(offset, lag, now if moved or before is None else before.since)
        self._standings = standings

    def away(self, connected: bool, now: float) -> float:
        """Take in whether there is a connection to a broker; return for how many seconds there has been none."""
        if connected:
            self._away_since = None
        elif self._away_since is None:
            self._away_since = now
        return 0.0 if self._away_since is None else now - self._away_since

    def lags(self) -> dict[TP, int]:
        """Return the lag of every assigned partition."""
        return {tp: standing.lag for tp, standing in self._standings.items()}

    def stuck(self, now: float) -> list[TP]:
        """Return the partitions that have lag and have made no progress for too long."""
        return sorted(
            tp
            for tp, standing in self._standings.items()
            if standing.lag
            and now - standing.since
            > self._stuck_seconds * (1 if now - self._worked[tp.topic] > self._stuck_seconds else TURNS)
        )


def register(app: faust.App, stuck_seconds: float, stops: Callable[[], str], restored: Callable[[], int]) -> None:
    """Add the watch to an app, and the pages, which it serves when it has a web server.

    Parameters
    ----------
    app
        The worker's.
    stuck_seconds
        How long there may be lag without progress.
    stops
        With which error the worker is stopping; empty: it is not.
    restored
        How many records were read so far to restore tables.
    """
    watch = Watch(stuck_seconds)

    @app.timer(interval=WATCH_SECONDS, name="watch")  # type: ignore[untyped-decorator] # Faust's
    async def observe() -> None:
        now = time.monotonic()
        consumer = _consumer(app)
        ends = {tp: end for tp in consumer.assignment() if (end := consumer.stable_end(tp)) is not None}
        before = watch.lags()
        watch.observe(consumer.committed(), ends, now, restored=restored())
        _show_lags(before, watch.lags())
        connected = consumer.connected()
        watch.away(connected, now)
        metrics.CONNECTED.set(connected)
        if stuck := watch.stuck(now):
            names = ", ".join(f"{tp.topic}[{tp.partition}]" for tp in stuck)
            await app.crash(StuckError(f"no progress for {stuck_seconds} s on {names}"))

    @app.page("/healthz", name="healthz")
    async def healthz(web: Any, _: Any) -> Any:
        now = time.monotonic()
        stuck, away = watch.stuck(now), watch.away(_consumer(app).connected(), now)
        lags = {f"{tp.topic}[{tp.partition}]": lag for tp, lag in sorted(watch.lags().items()) if lag}
        healthy = not stuck and not stops() and not app.rebalancing and away < AWAY_SECONDS
        body = {
            "healthy": healthy,
            "stops": stops(),
            "broker_away_seconds": round(away),
            "rebalancing": app.rebalancing,
            "stuck": [f"{tp.topic}[{tp.partition}]" for tp in stuck],
            "lag": lags,
            "lost": {f"{tp.topic}[{tp.partition}]": count for tp, count in sorted(_consumer(app).lost.items())},
        }
        return web.json(body, status=200 if healthy else 503)

    @app.page("/metrics", name="metrics")
    async def exposition(web: Any, _: Any) -> Any:
        return web.bytes(generate_latest(), content_type=CONTENT_TYPE_LATEST.split(";")[0])


def _show_lags(before: Iterable[TP], lags: Mapping[TP, int]) -> None:
    """Show the lag of each partition; one that went to another worker is no longer shown here."""
    for tp in set(before) - lags.keys():
        metrics.LAG.remove(tp.topic, tp.partition)
    for tp, lag in lags.items():
        metrics.LAG.labels(tp.topic, tp.partition).set(lag)


def _consumer(app: faust.App) -> Consumer:
    return cast("Consumer", app.consumer)
