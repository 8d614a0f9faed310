"""Waits until something holds, with an end."""

import time
from collections.abc import Callable
from pathlib import Path

SECONDS = 90


def until(done: Callable[[], bool], log: Path) -> None:
    """Wait until something holds; fail with a process's log when it takes too long."""
    deadline = time.monotonic() + SECONDS
    while not done():
        assert time.monotonic() < deadline, log.read_text()[-3000:]
        time.sleep(0.1)
