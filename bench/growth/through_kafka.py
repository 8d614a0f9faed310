"""A worker whose tables are some times as large, on more partitions, and for longer."""

import asyncio
import shutil
import statistics
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import orjson
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from bench.dashboard import counts
from bench.growth import remembered
from bench.growth.functions import resident_megabytes
from bench.through_kafka import first_record, processes, push, through, worker_command
from streams import kafka_client, topic_admin, topics
from streams.partition import partition_of
from streams.settings import Settings
from streams.topic_reader import scan

WARM_PAGES = 64
AFTER_KILL_PAGES = 64
"""So many that each counting partition gets something of them."""
AT_ONCE = 2000
"""Records sent before their acknowledgement is waited for."""
PATIENCE_SECONDS = 300
LOOK_SECONDS = 15


class Load(NamedTuple):
    """How a worker fares."""

    rate: float
    """Pages a second, all pushed at once."""
    megabytes: float
    """Of the worker and the process beside it, at the end."""
    store_megabytes: float
    """Of all its tables, on disk."""
    written: dict[str, float]
    """Bytes a page, compressed, that went to each topic."""


class Restart(NamedTuple):
    """Seconds from a worker's kill until the next one has counted in each partition."""

    with_store: float
    without: float


class Look(NamedTuple):
    """How a worker fares at a moment of a soak."""

    minutes: float
    megabytes: float
    store_megabytes: float
    p50: float
    p99: float
    """Seconds from push to enriched of pages since the look before."""


async def with_rows(
    settings: Settings, pages: Sequence[bytes], entities: int, articles: int, folder: Path
) -> tuple[Load, Restart]:
    """Return how a worker fares that counts so many entities and compares so many articles, and how the next starts."""
    await topic_admin.apply(settings)
    await _fill(settings, "entity-counts", _counted(settings, entities))
    await _fill(settings, "grouping", remembered.rows(articles, settings.article_partitions))
    load = await _load(settings, pages[: -2 * AFTER_KILL_PAGES], folder)
    taken = []
    for kept, some in ((True, pages[-2 * AFTER_KILL_PAGES : -AFTER_KILL_PAGES]), (False, pages[-AFTER_KILL_PAGES:])):
        taken.append(await _restart(settings, some, folder, kept=kept))
    return load, Restart(*taken)


async def with_partitions(settings: Settings, pages: Sequence[bytes], folder: Path) -> Load:
    """Return how a worker fares on topics with as many partitions as the settings say."""
    await topic_admin.apply(settings)
    return await _load(settings, pages, folder)


async def _load(settings: Settings, pages: Sequence[bytes], folder: Path) -> Load:
    with processes([worker_command(settings)], folder) as (worker,):
        await push(settings, pages[:WARM_PAGES])
        await first_record(settings)
        await through(settings)
        before, began = written(settings, folder), time.monotonic()
        await push(settings, pages[WARM_PAGES:])
        await through(settings)
        seconds, count = time.monotonic() - began, len(pages) - WARM_PAGES
        return Load(
            count / seconds,
            _megabytes(worker.pid),
            _disk_megabytes(settings),
            {name: (size - before.get(name, 0)) / count for name, size in written(settings, folder).items()},
        )


async def _restart(settings: Settings, pages: Sequence[bytes], folder: Path, *, kept: bool) -> float:
    """Kill a worker, and return the seconds until another has counted what came since in each partition."""
    with processes([worker_command(settings)], folder) as (worker,):
        await through(settings)
        worker.kill()
        worker.wait()
        began = time.monotonic()
        if not kept:
            shutil.rmtree(settings.data_dir)
        await push(settings, pages)
        async with _counting(settings) as consumer:
            left = consumer.assignment().copy()
            with processes([worker_command(settings)], folder):
                while left:
                    if time.monotonic() - began > PATIENCE_SECONDS:
                        raise TimeoutError(f"nothing was counted in {len(left)} partitions")
                    left -= set(await consumer.getmany(timeout_ms=100))
                return time.monotonic() - began


@asynccontextmanager
async def _counting(settings: Settings) -> AsyncIterator[AIOKafkaConsumer]:
    """Read what is counted from now on."""
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings))
    await consumer.start()
    try:
        consumer.assign(
            [TopicPartition(settings.topic("entity-counts"), number) for number in range(settings.entity_partitions)]
        )
        await consumer.seek_to_end()
        yield consumer
    finally:
        await consumer.stop()


def _counted(settings: Settings, entities: int) -> Iterator[tuple[int, str, bytes]]:
    for number, value in enumerate(counts(entities)):
        key = f"per:ar:{number}"
        yield partition_of(key, settings.entity_partitions), key, value


async def _fill(settings: Settings, topic: str, rows: Iterable[tuple[int, str, bytes]]) -> None:
    async with AIOKafkaProducer(**kafka_client.producing(settings)) as producer:
        waiting = []
        for partition, key, value in rows:
            waiting.append(await producer.send(settings.topic(topic), value, key.encode(), partition))
            if len(waiting) == AT_ONCE:
                await asyncio.gather(*waiting)
                waiting.clear()
        await asyncio.gather(*waiting)


async def soak(settings: Settings, pages: Sequence[bytes], rate: float, minutes: float, folder: Path) -> list[Look]:
    """Return how a worker fares that gets so many pages a second; when all are through, they come as others again."""
    await topic_admin.apply(settings)
    looks: list[Look] = []
    with processes([worker_command(settings)], folder) as (worker,):
        await push(settings, pages[:WARM_PAGES])
        await first_record(settings)
        await through(settings)
        began, sent = time.monotonic(), 0
        taken = asyncio.create_task(_taken(settings, done := list[float]()))
        while time.monotonic() - began < minutes * 60:
            count = int(rate * LOOK_SECONDS)
            await push(settings, [_another(pages[n % len(pages)], n) for n in range(sent, sent + count)], rate)
            sent += count
            if len(done) > 1:
                p99 = statistics.quantiles(done, n=100)[98]
                now = (time.monotonic() - began) / 60
                looks.append(Look(now, _megabytes(worker.pid), _disk_megabytes(settings), statistics.median(done), p99))
                done.clear()
        taken.cancel()
    return looks


async def _taken(settings: Settings, done: list[float]) -> None:
    """Note the seconds from push to enriched of each page that comes."""
    async for record in scan(settings, "enriched", from_end=True, follow=True):
        received = datetime.fromisoformat(orjson.loads(record.value)["received_at"]).timestamp()
        done.append(record.timestamp / 1000 - received)


def _another(page: bytes, number: int) -> bytes:
    """Return a page as another article."""
    return orjson.dumps(orjson.loads(page) | {"id": f"soak{number}", "url": ""})


def _megabytes(pid: int) -> float:
    """Return the memory of a process and of those that it has started."""
    started = [
        int(child)
        for thread in Path(f"/proc/{pid}/task").iterdir()
        for child in (thread / "children").read_text().split()
    ]
    return resident_megabytes(pid) + sum(map(_megabytes, started))


def _disk_megabytes(settings: Settings) -> float:
    return _bytes(Path(settings.data_dir).rglob("*")) / 2**20


def _bytes(files: Iterable[Path]) -> int:
    """Return how many bytes files take, but for those that go meanwhile."""
    size = 0
    for file in files:
        with suppress(FileNotFoundError):
            size += file.stat().st_size
    return size


def written(settings: Settings, folder: Path) -> dict[str, int]:
    """Return how many bytes the local Kafka's logs of each topic take, compressed; young ones are not compacted yet."""
    sizes = {name: _bytes(folder.rglob(f"{settings.topic(name)}-*/*.log")) for name in topics.TOPICS}
    return {name: size for name, size in sizes.items() if size}
