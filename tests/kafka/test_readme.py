"""The producer and the consumer of the README do what it says, with a worker between them."""

import asyncio
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from streams import topic_admin
from streams.settings import Settings
from tests.faults.workers import Worker

ROOT = Path(__file__).parents[2]
SECONDS = 90

pytestmark = pytest.mark.kafka


def _program(name: str, settings: Settings) -> str:
    """Return a program of the README, with the test's broker and prefix in the places of its own."""
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    program = next(block for block in blocks if block.startswith(f"# {name}\n"))
    return program.replace("localhost:9092", settings.broker).replace('"rasid.', f'"{settings.prefix}')


def _first_line(program: str) -> str:
    """Run a program until it has printed a line, and give that."""
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    ender = threading.Timer(SECONDS, process.kill)
    ender.start()
    try:
        assert process.stdout is not None
        return process.stdout.readline().rstrip("\n")
    finally:
        ender.cancel()
        process.kill()
        process.communicate()


def test_the_page_of_the_producer_comes_out_at_the_consumer(kafka_settings: Settings, tmp_path: Path):
    """Pushed by one, enriched by a worker, printed by the other."""
    asyncio.run(topic_admin.apply(kafka_settings))
    worker = Worker(kafka_settings, tmp_path / "worker.log", "clean", "tag_entities", "tag_topics")
    try:
        subprocess.run([sys.executable, "-c", _program("producer.py", kafka_settings)], check=True, timeout=SECONDS)
        line = _first_line(_program("consumer.py", kafka_settings))
    finally:
        worker.stop()

    assert {"إيمانويل ماكرون", "القاهرة", "الأمم المتحدة", "السودان"} <= set(line.split(" | "))
