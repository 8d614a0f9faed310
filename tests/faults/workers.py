"""Workers as processes of their own, to kill, freeze and thaw; and the wait until all is through."""

import asyncio
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition
from aiokafka.errors import KafkaError

from streams import kafka_client, topic_admin
from streams.lag import lag
from streams.records.rejected import REPLAY_HEADER
from streams.settings import Settings
from tests.faults.truth import Page

ROOT = Path(__file__).parents[2]
MAX_STARTS = 15
"""How often a worker may end by itself while it is waited for."""
PATIENCE_SECONDS = 300
LOGGED_CHARACTERS = 5000
"""How much of the end of a worker's log stands in a failure's message."""


class Worker:
    """One `rasid worker` process, started again whenever it ends until it is stopped.

    Parameters
    ----------
    settings, changes
        What the worker is set to; changes go first.
    log
        The file that it logs to.
    stages
        Those that it runs; none: all.
    freezes_at
        A file: once it is there the process stops itself before its next commit.
    mutation
        A guard that it is without, of `tests.faults.mutations`.
    """

    def __init__(
        self,
        settings: Settings,
        log: Path,
        *stages: str,
        freezes_at: Path | None = None,
        mutation: str | None = None,
        **changes: object,
    ) -> None:
        self._settings = settings
        self._program = ["agents.cli"]
        if freezes_at is not None:
            self._program = ["tests.faults.freezing_worker", str(freezes_at)]
        elif mutation is not None:
            self._program = ["tests.faults.mutated_worker", mutation]
        self._log = log
        self._stages = stages
        self._changes = changes
        self.starts = 0
        self.process: subprocess.Popen[bytes]
        self.start()

    def start(self) -> None:
        """Start the process."""
        flags = {
            "broker": self._settings.broker,
            "prefix": self._settings.prefix,
            "data_dir": self._settings.data_dir,
            "article_partitions": self._settings.article_partitions,
            "entity_partitions": self._settings.entity_partitions,
            "session_timeout_ms": self._settings.session_timeout_ms,
            "web_port": 0,
            **self._changes,
        }
        arguments = [part for name, value in flags.items() for part in ("--set", f"{name}={value}")]
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *self._program, "worker", *self._stages, *arguments],
                cwd=ROOT,
                stdout=log,
                stderr=log,
                env={**os.environ, "PYTHONHASHSEED": "random"},
            )
        self.starts += 1

    def revive(self) -> None:
        """Start it again if it has ended, as an operator's supervisor would."""
        if self.process.poll() is not None:
            self.start()

    def send(self, number: signal.Signals) -> None:
        """Send the process a signal."""
        self.process.send_signal(number)

    def kill(self) -> None:
        """End it with SIGKILL."""
        self.process.kill()
        self.process.wait()

    def stop(self, seconds: float = 30) -> int:
        """End it with SIGTERM, and give its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.terminate()
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def children(self) -> list[int]:
        """Return the ids of the processes that it has started and that run."""
        threads = Path(f"/proc/{self.process.pid}/task").iterdir()
        return [int(child) for thread in threads for child in (thread / "children").read_text().split()]

    def frozen(self) -> bool:
        """Whether the process is stopped by a signal."""
        return Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "T"

    def resident_mb(self) -> float:
        """Return the memory that the process and those that it has started take now; 0 when it has ended."""
        pages = 0
        with suppress(FileNotFoundError, ProcessLookupError):
            for pid in (self.process.pid, *self.children()):
                pages += int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * resource.getpagesize() / 10**6

    def peak_mb(self) -> int:
        """Return its resident memory at most, since its latest start; 0 when it has ended."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        kilobytes = next((line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")), "0")
        return int(kilobytes) * 1024 // 10**6

    def log(self) -> str:
        """Return what it has logged so far, over all its starts."""
        return self._log.read_text()


MAX_AHEAD = 300
"""How many offsets pages may be ahead of the workers when more are pushed, where `push` is to wait for them."""


async def push(
    settings: Settings, pages: Iterable[Page], pause: float = 0.0, over: asyncio.Event | None = None
) -> dict[tuple[int, int], Page]:
    """Push pages, and give them by partition and offset; `pause` seconds lie between each hundred.

    Where `over` is given, no more are pushed until it is set while the workers are far behind.

    Where they lie is read from the topic: a batch that was sent again, as a broker that was cut did not answer, is
    acknowledged without its offset.
    """
    await topic_admin.apply(settings)
    before = await _ends(settings)
    producer = AIOKafkaProducer(**kafka_client.producing(settings))
    await producer.start()
    sent: list[Page] = []
    try:
        acknowledged = []
        for i, page in enumerate(pages):
            if pause and i % 100 == 0:
                await asyncio.sleep(pause)
            while over is not None and i % 100 == 0 and not over.is_set() and await _far_behind(settings):
                await asyncio.sleep(0.3)
            sent.append(page)
            acknowledged.append(await producer.send(settings.topic("pages"), page.value, key=str(i).encode()))
        await asyncio.gather(*acknowledged)
    finally:
        await producer.stop()
    placed: dict[tuple[int, int], Page] = {}
    for record in await _records_from(settings, before):
        if any(name == REPLAY_HEADER for name, _ in record.headers):
            continue  # put back by somebody else
        placed[record.partition, record.offset] = sent[int(record.key)]
    assert len(placed) == len(sent)
    assert {id(page) for page in placed.values()} == {id(page) for page in sent}
    return placed


async def _far_behind(settings: Settings) -> bool:
    try:
        behind = await lag(settings)
    except (KafkaError, OSError):
        return True
    return sum(count for name, count in behind.items() if name.startswith("pages[")) > MAX_AHEAD


async def _ends(settings: Settings) -> dict[TopicPartition, int]:
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings))
    await consumer.start()
    try:
        tps = [TopicPartition(settings.topic("pages"), partition) for partition in range(settings.article_partitions)]
        ends: dict[TopicPartition, int] = await consumer.end_offsets(tps)
        return ends
    finally:
        await consumer.stop()


async def _records_from(settings: Settings, first: dict[TopicPartition, int]) -> list[ConsumerRecord]:
    ends = await _ends(settings)
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings))
    await consumer.start()
    try:
        consumer.assign(list(first))
        for tp, offset in first.items():
            consumer.seek(tp, offset)
        records: list[ConsumerRecord] = []
        while any([await consumer.position(tp) < end for tp, end in ends.items()]):
            for fetched in (await consumer.getmany(timeout_ms=200)).values():
                records += fetched
        return records
    finally:
        await consumer.stop()


async def more_mentions(settings: Settings, workers: list[Worker], more: int = 10) -> None:
    """Wait, reviving workers, until some more records to be counted are sent: now a fault hits work in flight.

    Raises
    ------
    TimeoutError
        When they do not come, as nothing is being done any more.
    """
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings))
    await consumer.start()
    try:
        tps = [TopicPartition(settings.topic("mentions"), p) for p in range(settings.entity_partitions)]
        first = sum((await consumer.end_offsets(tps)).values())
        async with asyncio.timeout(PATIENCE_SECONDS):
            while sum((await consumer.end_offsets(tps)).values()) < first + more:
                for worker in workers:
                    worker.revive()
                await asyncio.sleep(0.1)
    finally:
        await consumer.stop()


async def through(settings: Settings, workers: list[Worker], seconds: float) -> None:
    """Wait until the workers' group has no lag on any topic, reviving workers that have ended.

    Raises
    ------
    TimeoutError
        When there is lag after so many seconds; the message says where.
    """
    deadline = time.monotonic() + seconds
    before = {id(worker): worker.starts for worker in workers}
    while True:
        for worker in workers:
            worker.revive()
            if worker.starts > before[id(worker)] + MAX_STARTS:
                raise RuntimeError(f"a worker keeps ending:\n{worker.log()[-LOGGED_CHARACTERS:]}")
        try:
            behind = await lag(settings)
        except (KafkaError, OSError) as error:
            behind = {"broker": str(error)}
        if not behind:
            return
        if time.monotonic() > deadline:
            logs = "\n\n".join(worker.log()[-LOGGED_CHARACTERS:] for worker in workers)
            raise TimeoutError(f"lag after {seconds} s: {behind}; the workers' logs:\n{logs}")
        await asyncio.sleep(0.5)
