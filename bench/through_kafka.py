"""Pages through a real Kafka: with one worker and with two, how long one takes at half load, and the naive chain."""

import asyncio
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec
import orjson
from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from bench import data
from bench.table import Figure
from streams import kafka_client, topic_admin
from streams.lag import lag
from streams.settings import Settings
from streams.topic_reader import scan

SECONDS = 600
NEARLY_THROUGH = 500
"""Offsets behind from which it is asked all the time whether none are left: asking takes from what is measured."""
LOOK_SECONDS = 2.0
"""How often it is asked before."""
LATENCY_SECONDS = 20
STARTING_SECONDS = 5
NAIVE_PAGES = 600
"""The naive chain is slow; its rate shows after a tenth of the pages."""


def measure(settings: Settings, pages: Sequence[bytes], folder: Path) -> list[Figure]:
    """Run each case on topics of its own."""
    _say("one worker")
    one, memory = asyncio.run(_drain(_with(settings, "bench1."), pages, folder, workers=1))
    _say("two workers")
    two, _ = asyncio.run(_drain(_with(settings, "bench2."), pages, folder, workers=2))
    _say("one worker at half load")
    latency = asyncio.run(_latencies(_with(settings, "bench3."), pages, folder, one / 2))
    _say("the naive chain")
    naive = asyncio.run(_naive(_with(settings, "bench4."), pages[:NAIVE_PAGES], folder))
    return [
        Figure("end to end, one worker", one, "pages/s", "push before, counts and stories included"),
        Figure("end to end, two workers", two, "pages/s", "on the same machine as the broker"),
        Figure("naive Faust chain, one worker", naive, "pages/s", "each send awaited, a plain counter table"),
        Figure("one worker against the naive chain", one / naive, "times", ""),
        Figure("push to enriched at half load, p50", statistics.median(latency), "ms", f"{one / 2:.0f} pages/s"),
        Figure("push to enriched at half load, p99", statistics.quantiles(latency, n=100)[98], "ms", ""),
        Figure("memory of the one worker", memory, "MB", "largest resident set"),
    ]


def _say(what: str) -> None:
    print(f"through Kafka: {what} …", file=sys.stderr, flush=True)


def _with(settings: Settings, prefix: str) -> Settings:
    return msgspec.structs.replace(settings, prefix=prefix)


@contextmanager
def processes(commands: Sequence[Sequence[str]], folder: Path) -> Iterator[list["subprocess.Popen[bytes]"]]:
    """Run commands, their logs in a folder, and end them."""
    logs = [(folder / f"worker{n}-{time.monotonic_ns()}.log").open("wb") for n in range(len(commands))]
    running = [
        subprocess.Popen(command, stdout=log, stderr=log, env=data.environment())  # noqa: S603
        for command, log in zip(commands, logs, strict=True)
    ]
    try:
        yield running
    finally:
        for process in running:
            process.terminate()
        for process, log in zip(running, logs, strict=True):
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
            log.close()


def worker_command(settings: Settings) -> list[str]:
    """Return the command of a worker with all stages."""
    names = ("broker", "prefix", "data_dir", "article_partitions", "entity_partitions", "group_kept")
    flags = {"web_port": 0} | {name: getattr(settings, name) for name in names}
    assigned = [part for name, value in flags.items() for part in ("--set", f"{name}={value}")]
    return [sys.executable, "-m", "agents.cli", "worker", *assigned]


async def push(settings: Settings, pages: Sequence[bytes], rate: float = 0.0) -> None:
    """Push pages, so many a second; 0: as fast as may be."""
    producer = AIOKafkaProducer(**kafka_client.producing(settings))
    await producer.start()
    began = time.monotonic()
    try:
        for n, page in enumerate(pages):
            await producer.send(settings.topic("pages"), page, key=str(n).encode())
            ahead = n / rate - (time.monotonic() - began) if rate else 0.0
            if ahead > 0:
                await asyncio.sleep(ahead)
        await producer.flush()
    finally:
        await producer.stop()


async def through(settings: Settings) -> None:
    """Wait until nothing is left to do."""
    deadline = time.monotonic() + SECONDS
    while behind := sum((await lag(settings)).values()):
        if time.monotonic() > deadline:
            raise TimeoutError(f"not through after {SECONDS} s")
        await asyncio.sleep(LOOK_SECONDS if behind > NEARLY_THROUGH else 0.2)


async def _drain(settings: Settings, pages: Sequence[bytes], folder: Path, workers: int) -> tuple[float, float]:
    """Return the rate from the first to the last record, in pages a second, and a worker's memory in MB."""
    await topic_admin.apply(settings)
    await push(settings, pages)
    with processes([worker_command(settings)] * workers, folder) as running:
        await first_record(settings)
        began = time.monotonic()
        await through(settings)
        seconds = time.monotonic() - began
        peak = max(_peak_mb(process.pid) for process in running)
    return len(pages) / seconds, peak


async def first_record(settings: Settings) -> None:
    """Wait until the first record comes out: starting and restoring are not what is measured."""
    async for _ in scan(settings, "articles", follow=True):
        return


def _peak_mb(pid: int) -> float:
    """Return the memory that a process had at most, and those that it has started, together."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    own = next(float(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
    threads = Path(f"/proc/{pid}/task").iterdir()
    started = [int(child) for thread in threads for child in (thread / "children").read_text().split()]
    return own + sum(map(_peak_mb, started))


async def _latencies(settings: Settings, pages: Sequence[bytes], folder: Path, rate: float) -> list[float]:
    """Return the milliseconds from the broker's time of a page to the time of its enriched record."""
    await topic_admin.apply(settings)
    with processes([worker_command(settings)], folder):
        await push(settings, pages[:64])
        await first_record(settings)
        await through(settings)
        await push(settings, pages[64 : 64 + int(rate * LATENCY_SECONDS)], rate)
        await through(settings)
    taken = []
    async for record in scan(settings, "enriched"):
        value = orjson.loads(record.value)
        received = datetime.fromisoformat(value["received_at"]).timestamp() * 1000
        taken.append(record.timestamp - received)
    return taken[64:]


async def _naive(settings: Settings, pages: Sequence[bytes], folder: Path) -> float:
    """Return the pages a second of the naive chain, from the first counted mention to the last."""
    admin = AIOKafkaAdminClient(**kafka_client.connection(settings))
    await admin.start()
    names = [settings.topic(name) for name in ("pages", "articles", "tagged", "enriched", "mention", "done")]
    try:
        await admin.create_topics([NewTopic(name, 8, 1) for name in names])
    finally:
        await admin.close()
    await asyncio.sleep(1)
    await push(settings, pages)
    environment = ["env", f"RASID_BROKER={settings.broker}", f"RASID_PREFIX={settings.prefix}"]
    command = [*environment, sys.executable, "-m", "faust", "-A", "bench.naive", "worker", "-l", "warn"]
    times = []
    with processes([[*command, "--without-web"]], folder) as (process,):
        await asyncio.sleep(STARTING_SECONDS)
        if process.poll() is not None:
            raise RuntimeError(f"the naive chain ended with {process.returncode}; its log is in {folder}")
        async with asyncio.timeout(SECONDS):
            async for record in scan(settings, "done", follow=True):
                times.append(record.timestamp)
                if len(times) == len(pages):
                    break
    return (len(times) - 1) / ((times[-1] - times[0]) / 1000)
