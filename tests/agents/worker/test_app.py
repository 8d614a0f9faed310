"""How a worker stops with an error."""

import asyncio
import threading
from types import SimpleNamespace
from typing import Any

import faust
import pytest

from agents.worker.app import EXIT_CODE, EXIT_SECONDS, Rasid
from streams import metrics


def test_a_worker_that_stops_says_with_which_error(monkeypatch: pytest.MonkeyPatch):
    """The first error is what /healthz and the metrics tell, and the process ends even where stopping hangs."""
    timers: list[tuple[float, Any]] = []

    class Timer(threading.Thread):
        def __init__(self, seconds: float, _: object, arguments: tuple[int]) -> None:
            super().__init__()
            timers.append((seconds, arguments))

    async def crash(_: faust.App, __: BaseException) -> None:
        pass

    monkeypatch.setattr(threading, "Timer", Timer)
    monkeypatch.setattr(faust.App, "crash", crash)
    app = Rasid.__new__(Rasid)
    app.failed, app.stops = False, ""
    counted = metrics.STOPPED.labels("OSError")._value.get()
    for reason in (OSError("no room"), ValueError("later")):
        asyncio.run(app.crash(reason))
    assert (app.failed, app.stops) == (True, "OSError: no room")
    assert metrics.STOPPED.labels("OSError")._value.get() == counted + 1
    assert timers == [(EXIT_SECONDS, (EXIT_CODE,))]


def test_partitions_are_sought_when_stages_have_their_tables(monkeypatch: pytest.MonkeyPatch):
    """Faust waits for what is to be done before without an end; seeking it gives up, and nothing flows any more."""

    async def test() -> tuple[bool, bool]:
        app, taken_over = Rasid.__new__(Rasid), asyncio.Event()
        monkeypatch.setattr(Rasid, "consumer", SimpleNamespace(taken_over=taken_over))
        waiting = asyncio.create_task(app._wait_for_stages(app, signal=None))
        await asyncio.sleep(0)
        before = waiting.done()
        taken_over.set()
        await waiting
        return before, waiting.done()

    assert asyncio.run(test()) == (False, True)
