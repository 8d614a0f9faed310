"""A worker as its operator meets it: start-up log, stages apart, SIGTERM, /healthz, /metrics, Faust's own command."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import orjson
import pytest

from streams import topic_admin
from streams.lag import lag
from streams.settings import Settings
from streams.status import look
from tests.faults.ledger import check
from tests.faults.truth import pages
from tests.faults.workers import ROOT, Worker, push, through
from tests.secured import PASSWORD, settings_for

pytestmark = pytest.mark.kafka

SECONDS = 90
CERTIFICATES = ("ssl_cafile", "ssl_certfile", "ssl_keyfile", "ssl_key_password")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def fetch(url: str, seconds: float = 60) -> tuple[int, str]:
    """Get a page, trying again until the worker answers with 200 or the time is over."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own worker
                return answer.status, answer.read().decode()
        except (urllib.error.URLError, ConnectionError) as error:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{url}: {error}") from error
            time.sleep(0.2)


def test_stages_in_workers_of_their_own(kafka_settings: Settings, tmp_path: Path):
    """Each stage in a worker of its own does what one worker with all of them does, and each ends well on SIGTERM."""

    async def run() -> tuple[dict[str, str], list[int]]:
        await topic_admin.apply(kafka_settings)
        parts = (("clean",), ("tag_entities", "tag_topics"), ("count", "group", "trend"))
        workers = [Worker(kafka_settings, tmp_path / f"{part[0]}.log", *part) for part in parts]
        placed = await push(kafka_settings, pages(300, 11))
        await through(kafka_settings, workers, SECONDS)
        wrong = await check(kafka_settings, placed)
        return wrong, [worker.stop() for worker in workers]

    assert asyncio.run(run()) == ({}, [0, 0, 0])


def test_sigterm_under_load_finishes_what_was_taken(kafka_settings: Settings, tmp_path: Path):
    """A worker that is told to stop amid its work ends with 0, and so does the next one on Ctrl-C."""

    async def run() -> tuple[list[int], dict[str, str], str]:
        await topic_admin.apply(kafka_settings)
        placed = await push(kafka_settings, pages(1500, 12))
        worker = Worker(kafka_settings, tmp_path / "worker.log")
        while (await lag(kafka_settings)).get("pages[0]", 0) > 600:
            await asyncio.sleep(0.2)
        code = await asyncio.to_thread(worker.stop)
        worker.start()
        await through(kafka_settings, [worker], SECONDS)
        worker.send(signal.SIGINT)
        interrupted = await asyncio.to_thread(worker.process.wait, 30)
        return [code, interrupted], await check(kafka_settings, placed), worker.log()

    codes, wrong, log = asyncio.run(run())
    assert (codes, wrong) == ([0, 0], {})
    assert ("SIGTERM: what is in flight" in log, "Ctrl-C: what is in flight" in log, "-INT-" in log) == (
        True,
        True,
        False,
    )
    assert "ready: " in log
    assert f"broker {kafka_settings.broker}, prefix {kafka_settings.prefix}" in log
    assert "stages: clean, tag_entities, tag_topics, count, group, trend" in log
    assert f"assigned {kafka_settings.prefix}pages: partitions 0, 1" in log


def test_health_and_metrics(kafka_settings: Settings, tmp_path: Path):
    """A worker with nothing to do is healthy, says so with 200, and its metrics are Prometheus's; it can log JSON."""
    asyncio.run(topic_admin.apply(kafka_settings))
    port = free_port()
    worker = Worker(kafka_settings, tmp_path / "worker.log", web_port=port, log_json=True)
    try:
        status, body = fetch(f"http://127.0.0.1:{port}/healthz")
        assert (status, orjson.loads(body)["healthy"]) == (200, True)
        asyncio.run(push(kafka_settings, pages(40, 13)))
        asyncio.run(through(kafka_settings, [worker], SECONDS))
        found = asyncio.run(look(kafka_settings, rate_seconds=0.1))
        _, exposition = fetch(f"http://127.0.0.1:{port}/metrics")
        figures = dict(line.rsplit(" ", 1) for line in exposition.splitlines() if not line.startswith("#"))
        assert float(figures["rasid_rebalances_total"]) >= 1
        assert figures["rasid_broker_connected"] == "1.0"
        read = {topic: partitions for member in found.members for topic, partitions in member.partitions.items()}
        assert (found.group_state, read["pages"], read["mentions"]) == ("Stable", [0, 1], [0, 1])
        assert 'rasid_records_processed_total{stage="clean"} 40.0' in exposition
        timed = [
            line for line in exposition.splitlines() if line.startswith('rasid_page_seconds_count{topic="enriched"}')
        ]
        assert float(timed[0].split()[-1]) > 0
        assert f'rasid_table_keys{{partition="0",topic="{kafka_settings.topic("profiles")}"}}' in exposition
    finally:
        worker.stop()
    lines = [orjson.loads(line) for line in worker.log().splitlines() if line.startswith("{")]
    assert {"time", "level", "logger", "message"} <= set(lines[0])
    ready = next(line["message"] for line in lines if line["message"].startswith("ready: "))
    assert ready.endswith(f"partitions; http://127.0.0.1:{port}/healthz and /metrics")


def test_two_processes_under_one_parent(kafka_settings: Settings, tmp_path: Path):
    """Two workers share the work; one that is killed comes again, the pages are of both, and SIGTERM ends them."""
    asyncio.run(topic_admin.apply(kafka_settings))
    port = free_port()
    worker = Worker(kafka_settings, tmp_path / "worker.log", "--processes", "2", web_port=port)
    try:
        fetch(f"http://127.0.0.1:{port}/healthz")
        asyncio.run(push(kafka_settings, pages(60, 16)))
        asyncio.run(through(kafka_settings, [worker], SECONDS))
        _, exposition = fetch(f"http://127.0.0.1:{port}/metrics")
        before = orjson.loads(fetch(f"http://127.0.0.1:{port}/healthz")[1])["processes"]
        os.kill(before[0]["pid"], signal.SIGKILL)
        asyncio.run(push(kafka_settings, pages(60, 17)))
        asyncio.run(through(kafka_settings, [worker], SECONDS))
        after = orjson.loads(fetch(f"http://127.0.0.1:{port}/healthz")[1])["processes"]
    finally:
        code = worker.stop(60)
    assert 'rasid_build_info{process="1"' in exposition
    assert 'rasid_build_info{process="2"' in exposition
    assert ([process["starts"] for process in after], worker.starts, code) == ([2, 1], 1, 0)


def test_fausts_own_command(kafka_settings: Settings, tmp_path: Path):
    """`faust -A agents.worker.app worker` runs the same app, with its settings from the environment."""
    asyncio.run(topic_admin.apply(kafka_settings))
    names = ("broker", "prefix", "data_dir", "article_partitions", "entity_partitions")
    environment = {f"RASID_{name.upper()}": str(getattr(kafka_settings, name)) for name in names}
    with (tmp_path / "faust.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "faust", "-A", "agents.worker.app", "worker", "-l", "info", "--without-web"],
            cwd=ROOT,
            stdout=log,
            stderr=log,
            env={**os.environ, **environment},
        )
    try:
        placed = asyncio.run(push(kafka_settings, pages(60, 14)))
        asyncio.run(through(kafka_settings, [], SECONDS))
        assert asyncio.run(check(kafka_settings, placed)) == {}
        process.terminate()
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()


def test_a_topic_with_other_partitions_is_said_at_start(kafka_settings: Settings, tmp_path: Path):
    """A worker whose settings do not fit the topics ends at once and says what to do."""
    asyncio.run(topic_admin.apply(kafka_settings))
    worker = Worker(kafka_settings, tmp_path / "worker.log", article_partitions=3)
    assert worker.process.wait(60) != 0
    assert "2 partitions are there, the settings say 3. Set article_partitions" in worker.log()


@pytest.mark.parametrize(("protocol", "mechanism"), [("SASL_SSL", "SCRAM-SHA-512"), ("SSL", "PLAIN")])
def test_worker_on_a_secured_kafka(
    secured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, protocol: str, mechanism: str
):
    """The consumer, the producers and the tools of a worker all speak TLS, with a login or a certificate."""
    (tmp_path / "password").write_text(f"{PASSWORD}\n")
    monkeypatch.setenv("RASID_SASL_PASSWORD_FILE", str(tmp_path / "password"))
    settings = settings_for(secured, protocol, mechanism, f"worker-{protocol}.")
    names = ("security_protocol", "sasl_mechanism", "sasl_username", *CERTIFICATES)

    async def run() -> dict[str, str]:
        await topic_admin.apply(settings)
        worker = Worker(settings, tmp_path / "worker.log", **{name: getattr(settings, name) for name in names})
        try:
            placed = await push(settings, pages(30, 15))
            await through(settings, [worker], SECONDS)
            return await check(settings, placed)
        finally:
            worker.stop()

    assert asyncio.run(run()) == {}
