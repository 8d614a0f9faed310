"""`rasid notify` as a process: alerts from a real Kafka to a webhook."""

import asyncio
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from aiokafka import AIOKafkaProducer

from agents.notify.outbox import Outbox
from streams import topic_admin
from streams.kafka_client import producing
from streams.partition import partition_of
from streams.records.alerts import Alert, AlertArticle, AlertEvidence
from streams.records.codec import encode
from streams.records.origin import Origin
from streams.settings import Settings
from tests.faults.workers import ROOT
from tests.kafka.test_dashboard import free_port
from tests.kafka.waiting import until

pytestmark = pytest.mark.kafka

SECONDS = 90
REFUSED = "خبر 3"
"""The title whose message the service refuses once."""


class Service(ThreadingHTTPServer):
    """A webhook that keeps what it is sent, and refuses one message the first time."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.got: list[str] = []
        self.refused: list[str] = []

    @property
    def address(self) -> str:
        """As apprise writes it."""
        return f"json://127.0.0.1:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        service = self.server
        assert isinstance(service, Service)
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))["message"]
        refuses = REFUSED in body and not service.refused
        (service.refused if refuses else service.got).append(body)
        self.send_response(HTTPStatus.INTERNAL_SERVER_ERROR if refuses else HTTPStatus.OK)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


@pytest.fixture
def service() -> Iterator[Service]:
    with Service() as served:
        thread = threading.Thread(target=served.serve_forever, daemon=True)
        thread.start()
        yield served
        served.shutdown()


class Notify:
    """`rasid notify` with a channel that leads to a service."""

    def __init__(self, settings: Settings, folder: Path, address: str) -> None:
        self.rules = folder / "alerts.toml"
        self.rules.write_text(
            f'[[rule]]\nid = "r"\nphrases = ["x"]\n[[channel]]\nid = "hook"\nurl = "{address}"\n', encoding="utf-8"
        )
        self.port = free_port()
        self.log = folder / "notify.log"
        self._environment = {
            **os.environ,
            "RASID_BROKER": settings.broker,
            "RASID_PREFIX": settings.prefix,
            "RASID_DATA_DIR": settings.data_dir,
            "RASID_ENTITY_PARTITIONS": str(settings.entity_partitions),
            "RASID_ALERTS_FILE": str(self.rules),
        }

    def run(self, *flags: str) -> subprocess.CompletedProcess[str]:
        """Run a command that ends by itself."""
        command = [sys.executable, "-m", "agents.cli", "notify", *flags]
        return subprocess.run(
            command, cwd=ROOT, env=self._environment, capture_output=True, text=True, timeout=SECONDS, check=False
        )

    def start(self) -> subprocess.Popen[bytes]:
        """Start the process that goes on."""
        command = [sys.executable, "-m", "agents.cli", "notify", "--metrics-port", str(self.port)]
        with self.log.open("ab") as log:
            return subprocess.Popen(command, cwd=ROOT, env=self._environment, stdout=log, stderr=log)

    def metrics(self) -> str:
        """Return what it tells Prometheus."""
        return httpx.get(f"http://127.0.0.1:{self.port}/metrics", timeout=30).text


def alert(number: int) -> Alert:
    article = AlertArticle(id=f"a{number}", title=f"خبر {number}", source="x.example")
    return Alert(
        id=f"r:a{number}",
        rule="r",
        kind="article",
        at="2026-03-01T12:00:00Z",
        origin=Origin(topic="pages", partition=0, offset=number),
        evidence=AlertEvidence(articles=[article]),
    )


async def write(settings: Settings, *values: bytes) -> None:
    async with AIOKafkaProducer(**producing(settings)) as producer:
        for value in values:
            at = partition_of("r", settings.entity_partitions)
            await producer.send_and_wait(settings.topic("alerts"), value, b"r", at)


def test_alerts_reach_a_webhook_once(kafka_settings: Settings, tmp_path: Path, service: Service):
    """Each that comes after the first start once: after a kill, beside bytes that are no alert, and after a refusal."""
    asyncio.run(topic_admin.apply(kafka_settings))
    asyncio.run(write(kafka_settings, encode(alert(0))))
    notify = Notify(kafka_settings, tmp_path, service.address)
    first = notify.start()
    until(lambda: is_reading(kafka_settings), notify.log)
    asyncio.run(write(kafka_settings, encode(alert(1)), b"no alert", encode(alert(2))))
    until(lambda: len(service.got) == 2, notify.log)
    first.kill()
    first.wait()
    asyncio.run(write(kafka_settings, encode(alert(3)), encode(alert(4))))
    second = notify.start()
    until(lambda: len(service.got) == 4, notify.log)
    until(lambda: 'rasid_notify_tries_total{channel="hook",outcome="failed"} 1.0' in notify.metrics(), notify.log)
    second.terminate()
    second.wait()

    titles = [line for body in service.got for line in body.splitlines() if line.startswith("- ")]
    assert sorted(titles) == [f"- خبر {number} (x.example)" for number in (1, 2, 3, 4)]
    shown = json.loads(notify.run("--show").stdout)
    assert shown == {"hook": {"waiting": 0, "sent": 4, "failed": 1, "given up": 0}}


def is_reading(settings: Settings) -> bool:
    """Whether the outbox knows of each partition where to go on."""
    with closing(Outbox(Path(settings.data_dir) / "notify.sqlite")) as outbox:
        return len(outbox.offsets()) == settings.entity_partitions


def test_a_channel_is_tried(kafka_settings: Settings, tmp_path: Path, service: Service):
    """`--test` says of each channel whether a message went, and its exit code says whether all did."""
    works = Notify(kafka_settings, tmp_path, service.address).run("--test")
    nothing = Notify(kafka_settings, tmp_path, f"json://127.0.0.1:{free_port()}/").run("--test")

    assert (works.returncode, works.stdout, len(service.got)) == (0, "hook: sent\n", 1)
    assert (nothing.returncode, "hook: not sent" in nothing.stdout) == (1, True)
