"""The dashboard on a real Kafka: live, exact after a kill, and the same when it is made anew."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient

from streams import kafka_client, topic_admin
from streams.partition import partition_of
from streams.records.codec import encode
from streams.settings import Settings
from tests.agents.serve.filled import EGYPT, article, counted, rejected
from tests.faults.workers import ROOT

pytestmark = pytest.mark.kafka

PATIENCE_SECONDS = 90
SOON_SECONDS = 2.0
TRIES = 5


def free_port() -> int:
    """Return a port that nothing listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Dashboard:
    """One `rasid dashboard` process."""

    def __init__(self, settings: Settings, folder: Path | None, log: Path, *flags: str, **environment: str) -> None:
        self.port = free_port()
        self.command = [sys.executable, "-m", "agents.cli", "dashboard", "--port", str(self.port), *flags]
        self.command += ["--broker", settings.broker, "--prefix", settings.prefix]
        self.command += ["--memory"] if folder is None else ["--store", str(folder)]
        self._log = log
        self._environment = environment
        self.start()

    def start(self) -> None:
        """Start the process."""
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, cwd=ROOT, stdout=log, stderr=log, env={**os.environ, **self._environment}
            )

    def get(self, path: str) -> httpx.Response:
        """Return an answer, waiting for the process to listen."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                return httpx.get(f"http://127.0.0.1:{self.port}{path}", timeout=30)
            except httpx.TransportError:
                assert self.process.poll() is None, self._log.read_text()
                assert time.monotonic() < deadline, self._log.read_text()
                time.sleep(0.1)

    def items(self, path: str, count: int) -> list[dict[str, object]]:
        """Return the items of a list once there are so many."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while len(found := self.get(f"/api/v1/{path}").json()["items"]) < count:
            assert time.monotonic() < deadline, (len(found), self._log.read_text())
            time.sleep(0.1)
        return list(found)

    def whole(self) -> dict[str, object]:
        """Return what it says of everything, but for what depends on the time of day."""
        health = self.get("/api/v1/health").json()
        paths = ("entities?window=all", "entities?window=30d", "outlets?window=all", "media-topics?window=all")
        return {"held": health["held"]} | {path: self.get(f"/api/v1/{path}").json()["items"] for path in paths}

    def kill(self) -> None:
        """End it with SIGKILL."""
        self.process.kill()
        self.process.wait()

    def children(self) -> list[int]:
        """Return the processes that it started."""
        return [
            int(pid) for pid in Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        ]

    def kill_reading(self) -> int:
        """End the process that reads the topics with SIGKILL, and give the exit code of the one that serves."""
        [pid] = self.children()
        os.kill(pid, signal.SIGKILL)
        return self.process.wait(30)

    def stop(self) -> int:
        """End it with SIGTERM, and give its exit code."""
        self.process.terminate()
        return self.process.wait(30)


def publish(settings: Settings, *records: tuple[str, object]) -> None:
    """Write records to topics, in the partitions of their keys."""

    async def send() -> None:
        producer = AIOKafkaProducer(**kafka_client.producing(settings), transactional_id=f"{settings.prefix}test")
        await producer.start()
        try:
            async with producer.transaction():
                for topic, record in records:
                    key = record.id  # type: ignore[attr-defined] # each of them has one
                    await producer.send(settings.topic(topic), encode(record), key.encode(), partition_of(key, 2))
        finally:
            await producer.stop()

    asyncio.run(send())


def events(port: int, count: int, last_id: str | None = None) -> tuple[list[str], str]:
    """Return the kinds and data of so many events of the live stream, and the last id."""
    headers = {} if last_id is None else {"Last-Event-ID": last_id}
    found, id_ = [], ""
    with httpx.stream("GET", f"http://127.0.0.1:{port}/api/v1/stream", headers=headers, timeout=60) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        for line in answer.iter_lines():
            if line.startswith("id: "):
                id_ = line.removeprefix("id: ")
            if line.startswith("data: "):
                found.append(line)
            if len(found) == count:
                break
    return found, id_


@pytest.mark.parametrize("half", ["serving", "reading"])
def test_it_is_live_and_exact_after_a_kill_and_the_same_when_made_anew(
    kafka_settings: Settings, tmp_path: Path, half: str
):
    """Records are seen as they come, each counts once over a SIGKILL, and an empty store comes to the same."""
    asyncio.run(topic_admin.apply(kafka_settings))
    first = [("enriched", article(f"a{n}")) for n in range(300)]
    publish(kafka_settings, *first, ("entity-counts", counted(EGYPT, 300)), ("rejected", rejected("r")))
    dashboard = Dashboard(kafka_settings, tmp_path / "store", tmp_path / "log")
    try:
        dashboard.items("articles?limit=200", 200)
        dashboard.items("rejected", 1)
        publish(kafka_settings, *[("enriched", article(f"b{n}")) for n in range(500)])
        if half == "serving":
            dashboard.kill()
        else:
            assert dashboard.kill_reading() == 1
        publish(kafka_settings, *[("enriched", article(f"a{n}", title="مكرر")) for n in range(100)])
        publish(kafka_settings, ("entity-counts", counted(EGYPT, 800)))
        dashboard.start()
        deadline = time.monotonic() + PATIENCE_SECONDS
        while (
            dashboard.get("/api/v1/entities/loc:egypt").json()["articles"] != 800
            or sum(dashboard.get("/healthz").json()["behind"].values()) != 0
            or dashboard.whole()["held"]
            != {
                "articles": 800,
                "entities": 2,
                "stories": 0,
                "outlets": 1,
                "trends": 0,
                "alerts": 0,
                "rejected": 1,
            }
        ):
            assert time.monotonic() < deadline, dashboard.whole()
            time.sleep(0.2)
        after_kill = dashboard.whole()
        assert dashboard.stop() == 0
    finally:
        dashboard.kill()
    deadline = time.monotonic() + PATIENCE_SECONDS
    anew = Dashboard(kafka_settings, tmp_path / "other", tmp_path / "log")
    try:
        while anew.whole() != after_kill:
            assert time.monotonic() < deadline, (anew.whole(), after_kill)
            time.sleep(0.2)
        assert anew.stop() == 0
    finally:
        anew.kill()

    assert [(item["id"], item["count"]) for item in after_kill["entities?window=30d"]] == [  # type: ignore[union-attr]
        ("per:abdel-fattah-el-sisi", 800),
        ("loc:egypt", 800),
    ]


def test_the_stream_tells_what_comes_and_what_was_missed(kafka_settings: Settings, tmp_path: Path):
    """An event's id leads on to what came while nobody listened, also over a restart of the dashboard."""
    asyncio.run(topic_admin.apply(kafka_settings))
    publish(kafka_settings, ("enriched", article("before")))
    dashboard = Dashboard(kafka_settings, tmp_path / "store", tmp_path / "log")
    try:
        dashboard.items("articles", 1)
        publish(kafka_settings, ("enriched", article("first")))
        dashboard.items("articles", 2)
        told, id_ = events(dashboard.port, 1, '{"enriched":[0,0]}')
        dashboard.kill()
        publish(kafka_settings, ("enriched", article("missed")))
        dashboard.start()
        dashboard.items("articles", 3)
        missed, _ = events(dashboard.port, 2, id_)
        assert dashboard.stop() == 0
    finally:
        dashboard.kill()
    ids = [part for line in (*told, *missed) for part in ("before", "first", "missed") if f'"id":"{part}"' in line]

    assert sorted(ids) == ["before", "first", "missed"]


def test_an_article_is_told_within_two_seconds_of_its_record(kafka_settings: Settings, tmp_path: Path):
    """From when the broker has it until who listens has it; the best of some tries, which a busy machine makes late."""
    asyncio.run(topic_admin.apply(kafka_settings))
    dashboard = Dashboard(kafka_settings, tmp_path / "store", tmp_path / "log")
    took: list[float] = []
    try:
        dashboard.get("/healthz")
        with httpx.stream("GET", f"http://127.0.0.1:{dashboard.port}/api/v1/stream", timeout=60) as answer:
            lines = answer.iter_lines()
            while min(took, default=SOON_SECONDS) >= SOON_SECONDS and len(took) < TRIES:
                id_ = f"a{len(took)}"
                publish(kafka_settings, ("enriched", article(id_)))
                began = time.monotonic()
                while f'"id":"{id_}"' not in next(lines):
                    pass
                took.append(time.monotonic() - began)
        assert dashboard.stop() == 0
    finally:
        dashboard.kill()

    assert min(took) < SOON_SECONDS


def test_in_memory_it_is_one_process(kafka_settings: Settings, tmp_path: Path):
    """It reads, tells and ends as one with a store does."""
    asyncio.run(topic_admin.apply(kafka_settings))
    publish(kafka_settings, ("enriched", article("before")))
    dashboard = Dashboard(kafka_settings, None, tmp_path / "log")
    try:
        dashboard.items("articles", 1)
        children = dashboard.children()
        publish(kafka_settings, ("enriched", article("live")))
        dashboard.items("articles", 2)
        told, _ = events(dashboard.port, 2, '{"enriched":[0,0]}')
        code = dashboard.stop()
    finally:
        dashboard.kill()

    assert (children, len(told), code) == ([], 2, 0)


def test_a_clients_end_and_a_stop_do_not_hold_each_other_up(kafka_settings: Settings, tmp_path: Path):
    """SIGTERM ends the dashboard though somebody listens, and who listens sees the end."""
    asyncio.run(topic_admin.apply(kafka_settings))
    dashboard = Dashboard(kafka_settings, tmp_path / "store", tmp_path / "log")
    try:
        dashboard.get("/healthz")
        with httpx.stream("GET", f"http://127.0.0.1:{dashboard.port}/api/v1/stream", timeout=60) as answer:
            lines = answer.iter_lines()
            opening = next(lines)
            code = dashboard.stop()
            rest = list(lines)
    finally:
        dashboard.kill()

    assert (opening, code, rest) == ("retry: 3000", 0, [""])


def test_topics_that_are_made_again_are_read_anew(kafka_settings: Settings, tmp_path: Path):
    """What the topics held before is gone from the dashboard too, though the new ones are longer."""
    asyncio.run(topic_admin.apply(kafka_settings))
    publish(kafka_settings, ("enriched", article("old")))
    dashboard = Dashboard(kafka_settings, tmp_path / "store", tmp_path / "log")
    try:
        dashboard.items("articles", 1)
        second = subprocess.run(
            [*dashboard.command, "--port", str(free_port())],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        dashboard.kill()
        asyncio.run(make_again(kafka_settings, "enriched"))
        publish(kafka_settings, *[("enriched", article(f"new{n}")) for n in range(20)])
        dashboard.start()
        dashboard.items("articles", 20)
        found = {item["id"] for item in dashboard.items("articles", 20)}
        assert dashboard.stop() == 0
    finally:
        dashboard.kill()

    assert found == {f"new{n}" for n in range(20)}
    assert (second.returncode, "another dashboard has the store" in second.stderr) == (1, True)


async def make_again(settings: Settings, name: str) -> None:
    """Delete a topic, and make it again once it is gone."""
    admin = AIOKafkaAdminClient(**kafka_client.connection(settings))
    await admin.start()
    try:
        await admin.delete_topics([settings.topic(name)])
        while settings.topic(name) in await admin.list_topics():
            await asyncio.sleep(0.1)
    finally:
        await admin.close()
    await topic_admin.apply(settings)


def test_elsewhere_than_here_a_token_is_needed(kafka_settings: Settings, tmp_path: Path):
    """Without one nothing is served; with one it is asked for."""
    log = tmp_path / "log"
    refused = Dashboard(kafka_settings, tmp_path / "store", log, "--host", "0.0.0.0")  # noqa: S104 - that is the test
    code = refused.process.wait(60)
    asyncio.run(topic_admin.apply(kafka_settings))
    served = Dashboard(
        kafka_settings,
        tmp_path / "store",
        log,
        "--host",
        "0.0.0.0",  # noqa: S104 - that is the test
        RASID_API_TOKEN="secret",  # noqa: S106 - a test's
    )
    try:
        answer = served.get("/api/v1/articles")
        assert served.stop() == 0
    finally:
        served.kill()

    assert (code, answer.status_code) == (2, 401)
    assert "RASID_API_TOKEN" in log.read_text()
