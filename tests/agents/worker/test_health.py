"""The watch for workers that are stuck."""

import asyncio
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any, cast

import faust
import pytest
from faust.types import TP

from agents.worker import health
from agents.worker.health import AWAY_SECONDS, Watch, _show_lags
from streams import metrics

PAGES = TP("rasid.pages", 0)


def test_lag_without_progress_is_stuck():
    """A partition with lag whose committed offset stands still for too long is stuck."""
    watch = Watch(stuck_seconds=10)
    for now in (0.0, 5.0, 11.0):
        watch.observe({PAGES: 3}, {PAGES: 9}, now)
    assert watch.stuck(11.0) == [PAGES]


def test_progress_is_not_stuck():
    """A partition whose committed offset advances is not stuck, however far behind it is."""
    watch = Watch(stuck_seconds=10)
    for now, offset in ((0.0, 3), (8.0, 4), (16.0, 5)):
        watch.observe({PAGES: offset}, {PAGES: 1000}, now)
    assert (watch.stuck(16.0), watch.lags()) == ([], {PAGES: 995})


def test_a_partition_may_wait_while_others_of_its_topic_move_on():
    """A stage takes partitions one after the other: one that waits for its turn is stuck only after much longer."""
    watch = Watch(stuck_seconds=10)
    other = TP("rasid.pages", 1)
    found = {}
    for now in range(0, 60, 5):
        watch.observe({PAGES: 3, other: now}, {PAGES: 9, other: 1000}, float(now))
        found[now] = watch.stuck(float(now))
    assert (found[50], found[55]) == ([], [PAGES])


def test_progress_of_another_topic_does_not_help():
    """A stage that stands still is stuck, however busy the others are."""
    watch = Watch(stuck_seconds=10)
    other = TP("rasid.tagged", 0)
    for now in (0.0, 5.0, 11.0):
        watch.observe({PAGES: 3, other: int(now)}, {PAGES: 9, other: 1000}, now)
    assert watch.stuck(11.0) == [PAGES]


def test_restoring_a_table_is_progress():
    """A worker that reads a large table from Kafka is not ended for not working in the meantime."""
    watch = Watch(stuck_seconds=10)
    found = []
    for now, restored in ((0.0, 0), (8.0, 1000), (16.0, 2000), (24.0, 2000), (32.0, 2000)):
        watch.observe({PAGES: 3}, {PAGES: 9}, now, restored=restored)
        found.append(watch.stuck(now))
    assert found == [[], [], [], [], [PAGES]]


def test_a_broker_that_is_away():
    """The time without a connection is counted from the first look that found none, and ends with the next one."""
    watch = Watch(stuck_seconds=10)
    looks = ((True, 0.0), (False, 5.0), (False, 25.0), (True, 26.0), (False, 30.0))
    assert [watch.away(connected, now) for connected, now in looks] == [0.0, 0.0, 20.0, 0.0, 0.0]


def test_lags_of_partitions_that_went_are_not_shown():
    """The gauge of a partition that another worker has now is taken away."""
    pages, articles = TP("t.pages", 0), TP("t.articles", 0)
    _show_lags([], {pages: 7, articles: 3})
    _show_lags([pages, articles], {articles: 4})
    samples = [sample for metric in metrics.LAG.collect() for sample in metric.samples]
    assert [(s.labels["topic"], s.value) for s in samples if s.labels["topic"].startswith("t.")] == [("t.articles", 4)]


def test_idle_is_not_stuck():
    """Time without lag does not count once lag begins."""
    watch = Watch(stuck_seconds=10)
    watch.observe({PAGES: 3}, {PAGES: 3}, 0.0)
    watch.observe({PAGES: 3}, {PAGES: 3}, 100.0)
    watch.observe({PAGES: 3}, {PAGES: 4}, 101.0)
    assert watch.stuck(102.0) == []


class App:
    """What the watch needs of an app; `connected` says whether its consumer has a broker."""

    def __init__(self) -> None:
        self.connected, self.rebalancing = True, False
        self.called: dict[str, Callable[..., Awaitable[Any]]] = {}
        self.consumer = SimpleNamespace(
            assignment=set, committed=dict, connected=lambda: self.connected, lost=dict[TP, int]()
        )

    def _registering(self, *_: object, name: str, **__: object) -> Callable[..., None]:
        return lambda function: self.called.update({name: function})

    page = timer = _registering


def test_a_worker_without_a_broker_is_not_healthy_until_it_is_back(monkeypatch: pytest.MonkeyPatch):
    """The gauge falls at once, /healthz when it has lasted; and both come back with the connection."""
    app, now = App(), [100.0]
    monkeypatch.setattr(health.time, "monotonic", lambda: now[0])
    health.register(cast("faust.App", app), 120, lambda: "", lambda: 0)

    def json(body: Any, status: int) -> tuple[int, Any]:
        return status, body["broker_away_seconds"]

    async def look(seconds: float) -> tuple[float, tuple[int, int]]:
        now[0] += seconds
        await app.called["watch"]()
        return metrics.CONNECTED._value.get(), await app.called["healthz"](SimpleNamespace(json=json), None)

    found = [asyncio.run(look(1))]
    app.connected = False
    found += [asyncio.run(look(seconds)) for seconds in (1, AWAY_SECONDS - 1, 1)]
    app.connected = True
    found.append(asyncio.run(look(1)))
    assert found == [(1, (200, 0)), (0, (200, 0)), (0, (200, 14)), (0, (503, 15)), (1, (200, 0))]
