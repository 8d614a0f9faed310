"""What the fault tests share: workers that are started for a test and ended with it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from streams.settings import Settings
from tests.faults.workers import Worker


@pytest.fixture
def start(kafka_settings: Settings, tmp_path: Path) -> Iterator[Callable[..., Worker]]:
    """Yield a function that starts a worker, and end all of them with the test."""
    started: list[Worker] = []

    def start_worker(*stages: str, **changes: object) -> Worker:
        worker = Worker(kafka_settings, tmp_path / f"worker{len(started)}.log", *stages, **changes)
        started.append(worker)
        return worker

    yield start_worker
    for worker in started:
        if worker.process.poll() is None:
            worker.kill()
