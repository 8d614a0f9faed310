"""A worker that has no partition, as there are more workers than partitions."""

import asyncio
import json
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from streams import topic_admin
from streams.settings import Settings
from streams.status import look
from tests.faults.cluster import free_ports
from tests.faults.workers import Worker
from tests.kafka.test_outage import get
from tests.kafka.waiting import until

pytestmark = pytest.mark.kafka


def told(port: int) -> tuple[int, bool, list[str], list[str]]:
    """Return a worker's health, whether all of it is in order, and its topics with a lag and with a table."""
    status, health = get(f"http://127.0.0.1:{port}/healthz")
    in_order = bool(health) and not any(value for key, value in json.loads(health).items() if key != "healthy")
    _, exposed = get(f"http://127.0.0.1:{port}/metrics")
    lag, table = (
        re.findall(rf'^{name}{{.*topic="(.+?)"', exposed, re.MULTILINE)
        for name in ("rasid_lag_records", "rasid_table_keys")
    )
    return status, in_order, lag, table


@pytest.fixture
def settings(kafka_settings: Settings) -> Settings:
    """Return settings with one partition of each kind, whose topics are there."""
    one = {"article_partitions": 1, "entity_partitions": 1, "session_timeout_ms": 6000}
    made = msgspec.structs.replace(kafka_settings, **one)
    asyncio.run(topic_admin.apply(made))
    return made


@pytest.fixture
def workers(settings: Settings, tmp_path: Path) -> Iterator[dict[int, Worker]]:
    """Yield two workers of a stage with a table, by their ports."""
    started = {port: Worker(settings, tmp_path / f"{port}.log", "count", web_port=port) for port in free_ports(2)}
    yield started
    for worker in started.values():
        if worker.process.poll() is None:
            worker.kill()


def test_a_worker_without_partitions_is_well(settings: Settings, workers: dict[int, Worker], tmp_path: Path):
    """It says so, shows no lag and no table, stands in the group with none, and takes over when the other one dies."""
    idle, busy = (200, True, [], []), (200, True, [settings.topic("mentions")], [settings.topic("entity-counts")])
    log = tmp_path / f"{min(workers)}.log"
    until(lambda: sorted(map(told, workers), key=str) == sorted([idle, busy], key=str), log)
    members = asyncio.run(look(settings, 0.1)).members
    left, other = sorted(workers, key=lambda port: told(port) != idle)
    workers[other].kill()
    until(lambda: told(left) == busy, log)
    assert sorted(sum(map(len, member.partitions.values())) for member in members) == [0, 1]
