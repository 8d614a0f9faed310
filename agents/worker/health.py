"""/healthz and /metrics, and the watch that ends a worker which is stuck: alive is what makes progress."""

import time
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, cast

import faust
from faust.types import TP
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from agents.worker.transport import Consumer
from streams import metrics

WATCH_SECONDS = 1.0


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

    def observe(self, committed: Mapping[TP, int], ends: Mapping[TP, int], now: float) -> None:
        """Take in the committed offsets and the ends of the assigned partitions, at a monotonic time in seconds."""
        standings: dict[TP, Standing] = {}
        for tp, end in ends.items():
            offset = committed.get(tp, 0)
            before = self._standings.get(tp)
            lag = max(0, end - offset)
            moved = before is None or offset != before.offset or not lag or not before.lag
            standings[tp] = Standing(offset, lag, now if moved or before is None else before.since)
        self._standings = standings

    def lags(self) -> dict[TP, int]:
        """Return the lag of every assigned partition."""
        return {tp: standing.lag for tp, standing in self._standings.items()}

    def stuck(self, now: float) -> list[TP]:
        """Return the partitions that have lag and have made no progress for too long."""
        return sorted(
            tp
            for tp, standing in self._standings.items()
            if standing.lag and now - standing.since > self._stuck_seconds
        )


def register(app: faust.App, stuck_seconds: float, has_failed: Callable[[], bool]) -> None:
    """Add the watch to an app, and the pages, which it serves when it has a web server.

    Parameters
    ----------
    app
        The worker's.
    stuck_seconds
        How long there may be lag without progress.
    has_failed
        Whether the worker is stopping with an error.
    """
    watch = Watch(stuck_seconds)

    @app.timer(interval=WATCH_SECONDS, name="watch")  # type: ignore[untyped-decorator] # Faust's
    async def observe() -> None:
        now = time.monotonic()
        consumer = _consumer(app)
        ends = {tp: end for tp in consumer.assignment() if (end := consumer.stable_end(tp)) is not None}
        watch.observe(consumer.committed(), ends, now)
        for tp, lag in watch.lags().items():
            metrics.LAG.labels(tp.topic, tp.partition).set(lag)
        if stuck := watch.stuck(now):
            names = ", ".join(f"{tp.topic}[{tp.partition}]" for tp in stuck)
            await app.crash(StuckError(f"no progress for {stuck_seconds} s on {names}"))

    @app.page("/healthz", name="healthz")
    async def healthz(web: Any, _: Any) -> Any:
        stuck = watch.stuck(time.monotonic())
        lags = {f"{tp.topic}[{tp.partition}]": lag for tp, lag in sorted(watch.lags().items()) if lag}
        healthy = not stuck and not has_failed() and not app.rebalancing
        body = {
            "healthy": healthy,
            "rebalancing": app.rebalancing,
            "stuck": [f"{tp.topic}[{tp.partition}]" for tp in stuck],
            "lag": lags,
            "lost": {f"{tp.topic}[{tp.partition}]": count for tp, count in sorted(_consumer(app).lost.items())},
        }
        return web.json(body, status=200 if healthy else 503)

    @app.page("/metrics", name="metrics")
    async def exposition(web: Any, _: Any) -> Any:
        return web.bytes(generate_latest(), content_type=CONTENT_TYPE_LATEST.split(";")[0])


def _consumer(app: faust.App) -> Consumer:
    return cast("Consumer", app.consumer)
