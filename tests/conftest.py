"""What every test can use: a real Kafka, and settings with a prefix of the test's own."""

import signal
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from hypothesis.database import DirectoryBasedExampleDatabase

from streams.local_kafka import broker
from streams.settings import Settings

pytest_plugins = ["tests.secured"]
hypothesis.settings.register_profile(
    "rasid", deadline=None, derandomize=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
# For `make fuzz`: other examples each time, and those that fail are kept and tried first the next time.
hypothesis.settings.register_profile(
    "long",
    hypothesis.settings.get_profile("rasid"),
    derandomize=False,
    max_examples=500,
    database=DirectoryBasedExampleDatabase("build/fuzz"),
    print_blob=True,
)
hypothesis.settings.load_profile("rasid")


def pytest_configure() -> None:
    """Hear Ctrl-C, which what a shell runs in its background ignores, and with it the commands that tests start."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where files are dealt out to several processes, begin with those that wait for Kafka, which take longest."""
    if hasattr(config, "workerinput"):
        items.sort(
            key=lambda item: (item.get_closest_marker("faults") is None, item.get_closest_marker("kafka") is None)
        )


KILL = r'read _; kill -9 "$(sed -E "s/.*\"pid\":([0-9]+).*/\1/" "$0")" 2>/dev/null'
"""Waits for its standard input to end, then kills the broker that a run file names."""


@pytest.fixture(scope="session")
def kafka_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data folder of the session's Kafka."""
    return tmp_path_factory.mktemp("rasid")


@pytest.fixture(scope="session")
def kafka(kafka_folder: Path) -> Iterator[str]:
    """Start one Kafka for the whole session on a free port, and give its bootstrap servers."""
    running = broker.start(kafka_folder)
    assert running.address is not None
    # A session that is killed stops nothing; its end of this pipe closes nevertheless.
    command = ["/bin/sh", "-c", KILL, str(running.home / "run.json")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True):
        yield running.address
        broker.stop(kafka_folder)


@pytest.fixture
def kafka_settings(kafka: str, tmp_path: Path) -> Settings:
    """Return settings for the session's Kafka: a prefix and a folder of the test's own, two partitions of each kind."""
    return Settings(
        broker=kafka,
        prefix=f"t{uuid.uuid4().hex[:8]}.",
        data_dir=str(tmp_path / "data"),
        article_partitions=2,
        entity_partitions=2,
    )
