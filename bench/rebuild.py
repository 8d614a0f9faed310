"""What it takes to make the dashboard's store anew from a real Kafka.

Run as `python -m bench.rebuild [--articles N] [--counts N]`. It starts a Kafka, fills its topics, then starts `rasid
dashboard` on an empty store, and waits until that has read everything.
"""

import asyncio
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click
import orjson
from aiokafka import AIOKafkaProducer

from agents.serve.store.readers import FILE_NAME
from bench import data
from bench.dashboard_records import counts, enriched
from bench.processes import peak_megabytes, processor_seconds
from bench.table import Figure, show
from streams import kafka_client, topic_admin
from streams.local_kafka import broker
from streams.partition import partition_of
from streams.settings import Settings

PORT = 6078
LOOK_SECONDS = 1.0
AT_ONCE = 2000
"""Records sent before their acknowledgement is waited for."""


def _records(settings: Settings, articles: int, rows: int) -> Iterator[tuple[str, str, bytes, int]]:
    """Yield topic, key, value and partition of each record."""
    for value in enriched(articles):
        key = orjson.loads(value)["id"]
        yield "enriched", key, value, partition_of(key, settings.article_partitions)
    for number, value in enumerate(counts(rows)):
        key = f"per:ar:{number}"
        yield "entity-counts", key, value, partition_of(key, settings.entity_partitions)


async def _fill(settings: Settings, articles: int, rows: int) -> int:
    """Write the records to their topics, and return how many bytes their values have."""
    await topic_admin.apply(settings)
    producer = AIOKafkaProducer(**kafka_client.producing(settings))
    await producer.start()
    size, waiting = 0, []
    for name, key, value, partition in _records(settings, articles, rows):
        size += len(value)
        waiting.append(await producer.send(settings.topic(name), value, key.encode(), partition))
        if len(waiting) == AT_ONCE:
            await asyncio.gather(*waiting)
            waiting.clear()
    await asyncio.gather(*waiting)
    await producer.stop()
    return size


def _read(store: Path) -> dict[str, int]:
    """Return how many records of each topic the store holds."""
    try:
        with closing(sqlite3.connect(f"file:{store / FILE_NAME}?mode=ro", uri=True)) as connection:
            return dict(connection.execute("SELECT topic, sum(next) FROM positions GROUP BY topic"))
    except sqlite3.OperationalError:  # it is not there yet
        return {}


def _wait(process: subprocess.Popen[bytes], store: Path, wanted: dict[str, int]) -> None:
    """Wait until the dashboard has read so many records of each topic."""
    while process.poll() is None:
        found = _read(store)
        if all(found.get(topic) == count for topic, count in wanted.items()):
            return
        time.sleep(LOOK_SECONDS)
    raise SystemExit("the dashboard ended before it had read everything: see what it said above")


def measure(settings: Settings, store: Path, articles: int, rows: int) -> list[Figure]:
    """Fill the topics of a Kafka, make a store of them, and return what that took."""
    size = asyncio.run(_fill(settings, articles, rows))
    command = [sys.executable, "-m", "agents.cli", "dashboard", "--broker", settings.broker, "--prefix"]
    command += [settings.prefix, "--port", str(PORT), "--store", str(store), "--rate", "1000"]
    loads, began = [os.getloadavg()[0]], time.perf_counter()
    with subprocess.Popen(command, env=data.environment()) as process:  # noqa: S603 - our own
        try:
            _wait(process, store, {"enriched": articles, "entity-counts": rows})
            clock, loads = time.perf_counter() - began, [*loads, os.getloadavg()[0]]
            took, peaks = sum(processor_seconds(process.pid)), peak_megabytes(process.pid)
        finally:
            process.terminate()
    disk = sum(file.stat().st_size for file in store.iterdir()) / 2**20
    load = f"load {loads[0]:.1f} as it began, {loads[1]:.1f} as it ended, {os.cpu_count()} cores"
    return [
        Figure(
            "made anew, by the clock", clock / 60, "minutes", f"{articles:,} articles, {rows:,} entity counts; {load}"
        ),
        Figure("the same in processor time", took / 60, "minutes", "of the dashboard's processes"),
        Figure("memory", sum(peaks), "MB", " and ".join(f"{peak:.0f}" for peak in peaks) + ": the processes' peaks"),
        Figure("store on disk", disk, "MB", f"of {size / 2**20:,.0f} MB of records"),
    ]


@click.command(help=__doc__)
@click.option("--articles", default=200_000, show_default=True, type=click.IntRange(1))
@click.option("--counts", "rows", default=1_000_000, show_default=True, type=click.IntRange(1))
def main(articles: int, rows: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="rasid-bench-") as folder:
        address = broker.start(Path(folder)).address
        try:
            found = measure(Settings(broker=address or "", prefix="bench."), Path(folder) / "store", articles, rows)
        finally:
            broker.stop(Path(folder))
    show(found)


if __name__ == "__main__":
    main()
