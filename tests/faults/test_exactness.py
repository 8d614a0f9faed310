"""Counts are exact and no page is lost, whatever happens to workers and broker."""

import asyncio
import os
import random
import signal
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from streams.local_kafka import broker
from streams.settings import Settings
from tests.faults.truth import check, load
from tests.faults.workers import Worker, more_mentions, push, through

pytestmark = [pytest.mark.kafka, pytest.mark.faults]

N = 5000
SEED = int(time.time()) % 100_000
"""A new one each run, printed with every failure; the faults' timing is the machine's anyhow."""
SECONDS = 240
Fault = Callable[[list[Worker], random.Random], Coroutine[Any, Any, None]]


async def run_with(settings: Settings, workers: list[Worker], fault: Fault, pause: float = 0.2) -> dict[str, str]:
    """Push pages while a fault goes on, wait until all are through, and give the counts that are wrong."""
    over = asyncio.Event()
    pushing = asyncio.create_task(push(settings, load(N, SEED, over), pause))
    await fault(workers, random.Random(SEED))
    over.set()
    placed = await pushing
    await through(settings, workers, SECONDS)
    return await check(settings, placed, SEED)


def test_kill(kafka_settings: Settings, start: Callable[..., Worker]):
    """Four kill -9 at random moments under load, two workers: nothing is lost, no count is wrong."""

    async def kill(workers: list[Worker], chance: random.Random) -> None:
        for _ in range(4):
            await more_mentions(kafka_settings, workers)
            await asyncio.sleep(chance.uniform(0, 2))
            victim = chance.choice(workers)
            victim.kill()
            await asyncio.sleep(chance.uniform(0, 1))
            victim.start()

    assert asyncio.run(run_with(kafka_settings, [start(), start()], kill, pause=0.6)) == {}


def test_freeze(kafka_settings: Settings, start: Callable[..., Worker]):
    """Workers that are stopped past their session timeout and go on as zombies change nothing."""

    async def freeze(workers: list[Worker], chance: random.Random) -> None:
        for _ in range(2):
            await more_mentions(kafka_settings, workers)
            await asyncio.sleep(chance.uniform(0, 2))
            victim = chance.choice(workers)
            victim.send(signal.SIGSTOP)
            await asyncio.sleep(kafka_settings.session_timeout_ms / 1000 + chance.uniform(2, 4))
            victim.send(signal.SIGCONT)
            await asyncio.sleep(2)
            victim.revive()

    changes = {"session_timeout_ms": 6000}
    assert asyncio.run(run_with(kafka_settings, [start(**changes), start(**changes)], freeze, pause=0.6)) == {}


def test_broker_is_cut(tmp_path: Path):
    """The broker is killed three times under load and started again: nothing is lost, no count is wrong."""
    data_dir = tmp_path / "kafka"
    first = broker.start(data_dir)
    assert first.address is not None
    settings = Settings(
        broker=first.address, prefix="cut.", data_dir=str(data_dir), article_partitions=2, entity_partitions=2
    )
    port = int(first.address.rsplit(":", 1)[1])
    workers = [Worker(settings, tmp_path / f"worker{i}.log") for i in range(2)]

    async def cut(workers: list[Worker], chance: random.Random) -> None:
        for _ in range(3):
            await more_mentions(settings, workers)
            await asyncio.sleep(chance.uniform(0, 2))
            status = broker.status(data_dir)
            assert status.pid is not None
            await asyncio.to_thread(_kill, status.pid)
            await asyncio.sleep(chance.uniform(0, 2))
            await asyncio.to_thread(broker.start, data_dir, port=port)

    try:
        assert asyncio.run(run_with(settings, workers, cut, pause=0.6)) == {}
    finally:
        for worker in workers:
            worker.process.kill()
            worker.process.wait()
        broker.stop(data_dir)


def _kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
    while Path(f"/proc/{pid}").exists():
        time.sleep(0.05)
