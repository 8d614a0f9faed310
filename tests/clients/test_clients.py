"""The programs of docs/clients.md do what they say, in each client, with a worker between them."""

import asyncio
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from streams import topic_admin
from streams.local_kafka import jars
from streams.settings import Settings
from tests.faults.workers import Worker

ROOT = Path(__file__).parents[2]
SECONDS = 120
NAMES = ("إيمانويل ماكرون", "القاهرة", "الأمم المتحدة", "السودان")
"""What the page of each producer names."""

pytestmark = [pytest.mark.kafka, pytest.mark.clients]


class Client(NamedTuple):
    """One client: its programs in docs/clients.md, and how it is made ready in a folder and run."""

    producer: str
    consumer: str
    command: tuple[str, ...]
    setup: tuple[str, ...] = ()


def has(*programs: str) -> None:
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"needs {program}")


def made_ready(folder: Path, *command: str) -> None:
    """Install a client, or skip where no registry is reached."""
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False)
    if ran.returncode:
        pytest.skip(f"{' '.join(command[:4])} cannot install it here: {ran.stderr.strip().splitlines()[-1:]}")


def confluent(folder: Path) -> Client:
    made_ready(folder, sys.executable, "-m", "venv", "--without-pip", "venv")
    python = str(folder / "venv" / "bin" / "python")
    pip = (sys.executable, "-m", "pip", "--python", python)
    made_ready(folder, *pip, "install", "--quiet", "--only-binary=:all:", "confluent-kafka")
    return Client("producer_confluent.py", "consumer_confluent.py", (python,))


def kcat(folder: Path) -> Client:
    if os.environ.get("CI") and shutil.which("kcat") is None:
        made_ready(folder, "apt-get", "install", "-y", "-q", "kcat")
    has("kcat")
    return Client("producer_kcat.sh", "consumer_kcat.sh", ("bash",))


def java(_: Path) -> Client:
    has("java", "javac")
    classpath = ":".join(map(str, jars.classpath()))
    # Java reads a source file in the charset of the locale otherwise.
    return Client("RasidProducer.java", "RasidConsumer.java", ("java", "-Dfile.encoding=UTF-8", "-cp", classpath))


def node(folder: Path) -> Client:
    has("node", "npm")
    made_ready(folder, "npm", "init", "-y")
    made_ready(folder, "npm", "install", "--silent", "kafkajs", "fzstd")
    return Client("producer_kafkajs.js", "consumer_kafkajs.js", ("node",))


@pytest.fixture(scope="module")
def settings(kafka: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Start a worker that all clients of the module share."""
    prefix = f"t{uuid.uuid4().hex[:8]}."
    folder = tmp_path_factory.mktemp("clients")
    made = Settings(broker=kafka, prefix=prefix, data_dir=str(folder), article_partitions=2, entity_partitions=2)
    asyncio.run(topic_admin.apply(made))
    worker = Worker(made, folder / "worker.log", "clean", "tag_entities", "tag_topics")
    yield made
    worker.stop()


def programs() -> dict[str, str]:
    blocks = re.findall(
        r"^```\w+\n(.*?)^```", (ROOT / "docs" / "clients.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    return {block.split("\n", 1)[0].lstrip("#/ "): block for block in blocks}


def written(name: str, folder: Path, settings: Settings) -> str:
    """Write a program, with the test's broker and prefix in the places of its own."""
    program = programs()[name].replace("localhost:9092", settings.broker).replace("rasid.", settings.prefix)
    (folder / name).write_text(program, "utf-8")
    return str(folder / name)


def first_line(command: tuple[str, ...], folder: Path, wanted: str) -> str:
    """Run a program until it has printed a line with something in it, and return that."""
    lines: queue.Queue[str] = queue.Queue()
    # In a session of its own: what a shell started ends with it.
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )

    def read() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            lines.put(line.decode())

    thread = threading.Thread(target=read)
    thread.start()
    deadline = time.monotonic() + SECONDS
    try:
        while wanted not in (line := lines.get(timeout=max(0.1, deadline - time.monotonic()))):
            pass
        return line
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        thread.join()
        assert process.stdout is not None
        process.stdout.close()


@pytest.mark.parametrize("made", [confluent, kcat, java, node], ids=lambda made: made.__name__)
def test_the_page_of_each_producer_comes_out_at_its_consumer(made, settings: Settings, tmp_path: Path):
    """Pushed by the one, enriched by a worker, printed by the other."""
    client = made(tmp_path)
    producer, consumer = (written(name, tmp_path, settings) for name in (client.producer, client.consumer))
    subprocess.run([*client.command, producer], cwd=tmp_path, check=True, timeout=SECONDS)
    found = re.search(r"news\.example/2026/\w+", programs()[client.producer])
    assert found is not None
    line = first_line((*client.command, consumer), tmp_path, found[0])
    assert [name for name in NAMES if name not in line] == []
