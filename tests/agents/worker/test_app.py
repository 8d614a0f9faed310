"""How a worker stops with an error."""

import asyncio
import threading
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
