"""Starting and stopping a real Kafka."""

import asyncio
import os
import signal
import subprocess
import sys
import time

import msgspec
import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from streams import topic_admin
from streams.kafka_client import NoBrokerError, bootstrap, producing, reading
from streams.local_kafka import broker
from streams.local_kafka.errors import KafkaError
from streams.settings import Settings
from streams.topic_reader import scan


def settings_of(folder):
    """Return settings that find the Kafka of a folder."""
    return Settings(data_dir=str(folder), article_partitions=1, entity_partitions=1)


@pytest.mark.kafka
def test_kill_and_restart_keep_topics_data_and_offsets(tmp_path):
    """After kill -9 all that was acknowledged is there, at the same address; a stop and another port keep it too."""
    settings = settings_of(tmp_path)
    first = broker.start(tmp_path)

    async def fill():
        await topic_admin.apply(settings)
        async with AIOKafkaProducer(**producing(settings)) as producer:
            for n in range(100):
                await producer.send_and_wait("rasid.pages", b"%d" % n, partition=0)
        async with AIOKafkaConsumer("rasid.pages", group_id="g", **reading(settings)) as consumer:
            await consumer.getone()
            await consumer.commit()

    async def look():
        values = [record.value async for record in scan(settings, "pages")]
        async with AIOKafkaConsumer("rasid.pages", group_id="g", **reading(settings)) as consumer:
            return values, (await consumer.getone()).offset

    asyncio.run(fill())
    os.kill(first.pid, signal.SIGKILL)
    while broker.status(tmp_path).pid is not None:
        time.sleep(0.05)
    with pytest.raises(NoBrokerError, match="rasid kafka start"):
        bootstrap(settings)
    second = broker.start(tmp_path)
    assert (second.address, second.pid != first.pid) == (first.address, True)
    assert asyncio.run(look()) == ([b"%d" % n for n in range(100)], 1)
    assert (broker.stop(tmp_path), broker.stop(tmp_path), broker.status(tmp_path).pid) == (True, False, None)
    port = int(first.address.rpartition(":")[2]) + 500
    assert broker.start(tmp_path, port=port).address == f"127.0.0.1:{port}"
    assert asyncio.run(look()) == ([b"%d" % n for n in range(100)], 1)
    with pytest.raises(KafkaError, match="already runs on"):
        broker.start(tmp_path, port=port + 1)
    broker.stop(tmp_path)


@pytest.mark.kafka
def test_two_folders_are_two_clusters(kafka, tmp_path):
    """A second Kafka takes another port, and refuses the first one's."""
    with pytest.raises(KafkaError, match="taken by another process"):
        broker.start(tmp_path / "b", port=int(kafka.rpartition(":")[2]))
    second = broker.start(tmp_path / "b")
    assert second.address != kafka
    assert broker.start(tmp_path / "b") == second
    broker.stop(tmp_path / "b")


@pytest.mark.kafka
def test_two_that_start_at_once_end_up_on_ports_of_their_own(kafka, tmp_path, monkeypatch):
    """A port that was free when it was chosen, and taken by the time the server wants it, has another chosen."""
    taken = int(kafka.rpartition(":")[2])
    choices = iter([broker.ports.choose(0), taken])
    choose = broker.ports.choose
    monkeypatch.setattr(broker.ports, "choose", lambda *args, **but: next(choices, None) or choose(*args, **but))
    running = broker.start(tmp_path)
    assert next(choices, None) is None
    assert broker.status(tmp_path) == running
    broker.stop(tmp_path)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "x ERROR no room (L)\njava.lang.E: e\nCaused by: disk\nx INFO configuration\n",
            "x ERROR no room (L)\nCaused by: disk",
        ),
        ("Unrecognized VM option\n", "Unrecognized VM option\n"),
    ],
)
def test_the_reason_is_told_not_what_came_after_it(said, told):
    """A configuration of three hundred lines behind an error would hide it."""
    assert broker._reasons(said) == told


def test_a_process_id_that_went_to_another_process_is_not_taken_for_kafka(tmp_path):
    """After a reboot the number may be anybody's; stopping then touches nobody."""
    home = tmp_path / "kafka"
    home.mkdir()
    (home / "run.json").write_bytes(msgspec.json.encode(broker._Run(os.getpid(), 9092, 9093)))
    assert (broker.status(tmp_path), broker.stop(tmp_path)) == (broker.Status(home), False)


@pytest.mark.parametrize("content", [b"", b"{", b'{"pid": "x"}'])
def test_a_broken_run_file_means_that_nothing_runs(tmp_path, content):
    """A disk that was full does not stop the next start."""
    (tmp_path / "kafka").mkdir()
    (tmp_path / "kafka" / "run.json").write_bytes(content)
    assert broker.status(tmp_path).pid is None


def test_a_server_that_ends_says_why(tmp_path, monkeypatch):
    """The last lines of what it said stand in the error."""
    monkeypatch.setattr(broker.java, "find", lambda: sys.executable)
    monkeypatch.setattr(broker, "classpath", lambda _: [])
    with pytest.raises(KafkaError, match=r"cannot make the data folder [^:]*: Unknown option"):
        broker.start(tmp_path)
    assert not (tmp_path / "kafka" / "data").exists()


FAKE_JAVA = """#!/bin/sh
for last; do :; done
case "$*" in
*StorageTool*) mkdir "$(sed -n 's/^log.dirs=//p' "$last")" ;;
*) while :; do sleep 0.05; done ;;
esac
"""
"""A Java whose Kafka makes its data folder and never listens."""


@pytest.fixture
def deaf(tmp_path, monkeypatch):
    """Return a folder whose Kafka will never listen."""
    java = tmp_path / "java"
    java.write_text(FAKE_JAVA)
    java.chmod(0o755)
    monkeypatch.setattr(broker.java, "find", lambda: java)
    monkeypatch.setattr(broker, "classpath", lambda _: [])
    return tmp_path


def test_a_server_that_does_not_get_ready_is_ended(deaf, monkeypatch):
    """Nothing is left running by a start that failed."""
    monkeypatch.setattr(broker, "START_SECONDS", 0.5)
    with pytest.raises(KafkaError, match=r"does not answer after .* s; see .*server\.log"):
        broker.start(deaf)
    run = broker._last_run(deaf / "kafka")
    assert (broker.status(deaf).pid, broker._alive(run.pid, deaf / "kafka")) == (None, False)


def test_a_start_that_is_interrupted_leaves_nothing_running(deaf):
    """Ctrl-C ends the command with an error, and its Java with it."""
    fake = (
        "from pathlib import Path; from streams.local_kafka import broker; "
        f"broker.java.find = lambda: Path({str(deaf / 'java')!r}); broker.classpath = lambda _: []; "
        "from agents.cli import main; main()"
    )
    command = [sys.executable, "-c", fake, "kafka", "start", "--data-dir", str(deaf)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as started:
        while broker.status(deaf).pid is None and started.poll() is None:
            time.sleep(0.02)
        pid = broker.status(deaf).pid
        started.send_signal(signal.SIGINT)
        said, _ = started.communicate(timeout=60)
    assert (started.returncode, "Traceback" in said, broker._alive(pid, deaf / "kafka")) == (1, False, False)


def test_status_from_the_command_line(tmp_path):
    """The exit code says whether it runs."""
    ran = subprocess.run(
        [sys.executable, "-c", "from agents.cli import main; main()", "kafka", "status", "--data-dir", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, "rasid kafka start" in ran.stdout) == (1, True)
