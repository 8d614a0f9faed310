"""A broker that goes away under a worker, and comes back."""

import asyncio
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from streams import topic_admin
from streams.local_kafka import broker
from streams.settings import Settings
from tests.faults.cluster import free_ports
from tests.faults.workers import ROOT
from tests.kafka.waiting import until

pytestmark = pytest.mark.kafka

SECONDS = 60
AWAY_SECONDS = 2
"""Instead of the worker's own: a test need not wait for that."""
PROGRAM = f"""
from agents.worker import health
health.AWAY_SECONDS = {AWAY_SECONDS}
from agents.cli import main
main()
"""
MAX_LINES = 60
"""Of the log while there is no broker; a worker once wrote 78 a second."""


def get(url: str) -> tuple[int, str]:
    """Return a page's status and text; 0 while nobody answers."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own worker
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return 0, ""


def test_a_worker_says_that_its_broker_is_away_and_goes_on_when_it_is_back(tmp_path: Path):
    """/healthz and the gauge tell of the outage, the log does not fill, and the same process works on afterwards."""
    running = broker.start(tmp_path)
    settings = Settings(
        broker=running.address or "", data_dir=str(tmp_path / "worker"), article_partitions=1, entity_partitions=1
    )
    asyncio.run(topic_admin.apply(settings))
    names = ("broker", "data_dir", "article_partitions", "entity_partitions")
    (port,), log = free_ports(1), tmp_path / "worker.log"
    flags = [part for name in names for part in ("--set", f"{name}={getattr(settings, name)}")]
    command = [sys.executable, "-c", PROGRAM, "worker", "clean", *flags, "--set", f"web_port={port}"]

    def standing() -> tuple[int, bool, bool]:
        """Return the status of /healthz, and from the metrics whether a table is open and a broker there."""
        _, told = get(f"http://127.0.0.1:{port}/metrics")
        status, _ = get(f"http://127.0.0.1:{port}/healthz")
        return status, "\nrasid_table_keys{" in told, "\nrasid_broker_connected 1.0" in told

    with log.open("wb") as out, subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out) as worker:
        try:
            until(lambda: standing() == (200, True, True), log)
            before = len(log.read_text().splitlines())
            broker.stop(tmp_path)
            until(lambda: standing() == (503, True, False), log)
            lines = len(log.read_text().splitlines()) - before
            broker.start(tmp_path)
            until(lambda: standing() == (200, True, True), log)
        finally:
            worker.terminate()
            code = worker.wait(SECONDS)
            broker.stop(tmp_path)
    assert (code, lines < MAX_LINES) == (0, True)
