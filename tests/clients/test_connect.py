"""Rasid's records in PostgreSQL, by the Kafka Connect files under deploy/connect."""

import asyncio
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer

from streams import topic_admin
from streams.kafka_client import producing
from streams.local_kafka import java
from streams.settings import Settings
from tests.clients.test_clients import has, made_ready

pytestmark = [pytest.mark.kafka, pytest.mark.clients]

ROOT = Path(__file__).parents[2]
CONNECT = ROOT / "deploy/connect"
EXAMPLES = ROOT / "docs/examples"
SECONDS = 120
ROWS = """SELECT id, record IS NULL FROM rasid_entity_counts
          UNION SELECT id, record IS NULL FROM rasid_enriched ORDER BY 1"""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def postgresql() -> Iterator[int]:
    """Start a PostgreSQL with a database of its own, and give its port."""
    if os.environ.get("CI") and not list(Path("/usr/lib/postgresql").glob("*/bin")):
        made_ready(Path("/"), "apt-get", "install", "-y", "-q", "postgresql")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found or os.geteuid() != 0:
        pytest.skip("needs Debian's postgresql, and root to run it as its own user")
    binaries, home, port = found[-1], Path(tempfile.mkdtemp()), free_port()
    shutil.chown(home, "postgres")

    def run(*command: str) -> None:
        subprocess.run(
            ["/usr/sbin/runuser", "-u", "postgres", "--", *command], check=True, capture_output=True, cwd=home
        )

    run(f"{binaries}/initdb", "-D", f"{home}/data", "-A", "trust", "-U", "rasid")
    options = f"-p {port} -k {home} -c fsync=off"
    run(f"{binaries}/pg_ctl", "-D", f"{home}/data", "-o", options, "-l", f"{home}/log", "-w", "start")
    try:
        run(f"{binaries}/createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "rasid", "rasid")
        yield port
    finally:
        run(f"{binaries}/pg_ctl", "-D", f"{home}/data", "-m", "immediate", "stop")
        shutil.rmtree(home)


def asked(port: int, *commands: str) -> str:
    """Return what psql answers; nothing while a table is not there."""
    parts = [part for command in commands for part in ("-c", command)]
    ran = subprocess.run(
        ["/usr/bin/psql", "-h", "127.0.0.1", "-p", str(port), "-U", "rasid", "-At", *parts],
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.stdout.strip()


@contextmanager
def connect(folder: Path, settings: Settings, port: int) -> Iterator[None]:
    """Run Kafka Connect with the files as they are, but for addresses and the prefix."""
    changes = {
        "worker": {
            "localhost:9092": settings.broker,
            "http://localhost:8083": f"http://127.0.0.1:{free_port()}",
            "connect.offsets": f"{folder}/connect.offsets",
        },
        "postgresql": {
            "localhost:5432": f"127.0.0.1:{port}",
            "=rasid.enriched,rasid.": f"={settings.prefix}enriched,{settings.prefix}",
        },
    }
    files = []
    for name, replaced in changes.items():
        text = (CONNECT / f"{name}.properties").read_text(encoding="utf-8")
        for old, new in replaced.items():
            assert old in text
            text = text.replace(old, new)
        files.append(folder / f"{name}.properties")
        files[-1].write_text(text, encoding="utf-8")
    command = [str(java.find()), "-Xmx512m", "-cp", f"{folder}/lib/*", "org.apache.kafka.connect.cli.ConnectStandalone"]
    with (
        (folder / "connect.log").open("wb") as log,
        subprocess.Popen([*command, *files], stdout=log, stderr=log) as ran,
    ):
        try:
            yield
        finally:
            ran.kill()


def test_records_in_postgresql(kafka_settings: Settings, tmp_path: Path, postgresql: int):
    """A row for each key, the latest record in it; the views have columns, and no count that is gone."""
    has("mvn")
    made_ready(
        tmp_path,
        "mvn",
        "-q",
        "-f",
        str(CONNECT / "pom.xml"),
        "dependency:copy-dependencies",
        f"-DoutputDirectory={tmp_path}/lib",
    )
    enriched, count = ((EXAMPLES / f"{name}.json").read_bytes() for name in ("enriched", "entity-counts"))

    async def write() -> None:
        await topic_admin.apply(kafka_settings)
        async with AIOKafkaProducer(**producing(kafka_settings)) as producer:
            for topic, key, value in (
                ("enriched", b"a", enriched),
                ("enriched", b"a", enriched.replace(b'"revision": 1', b'"revision": 2')),
                ("entity-counts", b"kept", count),
                ("entity-counts", b"gone", count),
                ("entity-counts", b"gone", None),
            ):
                await producer.send_and_wait(kafka_settings.topic(topic), value, key, 0)

    asyncio.run(write())
    wanted = "a|f\ngone|t\nkept|f"
    with connect(tmp_path, kafka_settings, postgresql):
        deadline = time.monotonic() + SECONDS
        while asked(postgresql, ROWS) != wanted and time.monotonic() < deadline:
            time.sleep(1)
    views = (CONNECT / "views.sql").read_text(encoding="utf-8")
    revision = asked(postgresql, views, "SELECT revision FROM articles").splitlines()[-1:]
    named = asked(postgresql, "SELECT count(*) > 1 FROM article_entities")
    counted = asked(postgresql, "SELECT id FROM entity_counts")
    assert (asked(postgresql, ROWS), revision, named, counted) == (wanted, ["2"], "t", "kept")
