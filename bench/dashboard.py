"""What the dashboard costs: its store made anew, and its API asked while articles come in.

Run as `python -m bench.dashboard [--articles N] [--counts N] [--seconds N] [--share N] [--only rebuild|live]`. The
store is filled from records by the functions themselves; the live part starts a Kafka and `rasid dashboard`, sends
articles at a steady rate, asks it from the same machine, and listens to the live stream.
"""

import asyncio
import json
import multiprocessing
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from importlib.resources import files
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import click
import msgspec
import orjson
from aiokafka import AIOKafkaProducer

from agents.offline import Pipeline
from agents.serve.model.read_model import ReadModel
from agents.serve.model.records import Incoming
from agents.serve.store.database import Database
from agents.stage import Incoming as Page
from bench import data
from bench.table import Figure, show
from streams import kafka_client, topics
from streams.local_kafka import broker
from streams.partition import partition_of
from streams.records.codec import encode
from streams.records.counts import CountedEntity, EntityCount
from streams.records.enriched import EnrichedArticle
from streams.records.origin import Origin
from streams.settings import Settings

SEED = 1
DIFFERENT = 400
"""Articles that are really enriched; the others are these with ids, times and some entities of their own."""
BATCH = 500
START_S = 1_767_225_600
FULL_LOAD = (300, 200, 50)
"""Articles a second, requests a second, clients of the live stream."""
CONNECTIONS = 20
PATIENCE_SECONDS = 60
"""How long the last events may take."""
PORT = 6079
EVENT = b'\ndata: {"id":"'
"""How the item of an event begins."""
ADDRESSES = (
    "/api/v1/entities?window=24h",
    "/api/v1/entities?window=24h&type=PER&limit=20",
    "/api/v1/entities?window=7d",
    "/api/v1/articles?limit=20",
    "/api/v1/articles?q=%D8%A7%D9%84%D8%B1%D8%A6%D9%8A%D8%B3&limit=20",
    "/api/v1/media-topics",
    "/api/v1/outlets",
    "/api/v1/trends",
    "/api/v1/health",
    "/api/v1/search/entities?q=%D8%A7%D9%84%D8%B1%D9%8A%D8%A7%D8%B6",
)


class Load(NamedTuple):
    """What a dashboard has to do."""

    seconds: int
    articles: int
    """A second."""
    requests: int
    """A second."""
    clients: int
    """That listen to the live stream."""


def enriched(count: int) -> Iterator[bytes]:
    """Yield so many enriched articles as they stand on their topic: real ones, over and over, hours apart."""
    chance = random.Random(SEED)  # noqa: S311 - sample data
    pages, _ = data.pages(DIFFERENT)
    incoming = [Page("bench.pages", 0, number, START_S * 1000, None, page) for number, page in enumerate(pages)]
    found = [one for one in Pipeline(Settings()).enrich(incoming) if isinstance(one, EnrichedArticle)]
    models = [msgspec.to_builtins(article) for article in found]
    for number in range(count):
        article = dict(chance.choice(models))
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(START_S + number * 10))
        article |= {"id": f"b{number}", "published_at": at, "published_precision": "second", "received_at": at}
        # A quarter of the names of real news are met once and never again.
        article["entities"] = [
            entity | {"id": f"per:ar:{number}-{place}"} if place % 4 == 3 else entity  # noqa: PLR2004 - every fourth
            for place, entity in enumerate(article["entities"])
        ]
        yield orjson.dumps(article)


def counts(count: int) -> Iterator[bytes]:
    """Yield so many records of the counting table, each of an entity of its own."""
    chance = random.Random(SEED)  # noqa: S311 - sample data
    pages, _ = data.pages(DIFFERENT)
    words = sorted({word for page in pages for word in orjson.loads(page)["text"].split() if word.isalpha()})
    for number in range(count):
        name = " ".join(chance.choices(words, k=2))
        entity = CountedEntity(id=f"per:ar:{number}", name_ar=name, type="PER", known=False)
        hours = {f"2026-01-{1 + n:02}T{n:02}": 1 for n in range(number % 6)}
        beside = {f"per:ar:{n}": 1 for n in range(number % 20)}
        origin = Origin(topic="bench.pages", partition=0, offset=number)
        articles = max(1, number % 6)
        yield encode(
            EntityCount(id=entity.id, origin=origin, entity=entity, articles=articles, hours=hours, with_=beside)
        )


def _generate(sender: Connection, articles: int, rows: int) -> None:
    """Send records in batches, topic by topic, then None; in a process of its own, whose memory does not count."""
    for topic, values in (("enriched", enriched(articles)), ("entity-counts", counts(rows))):
        while batch := list(islice(values, BATCH)):
            sender.send((topic, batch))
    sender.send(None)


def rebuild(folder: Path, articles: int, rows: int) -> dict[str, float]:
    """Fill a store, and return what that took."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    generator = context.Process(target=_generate, args=(sender, articles, rows), daemon=True)
    generator.start()
    took: dict[str, float] = Counter()
    with Database(folder) as database:
        model, ends = ReadModel(database), Counter[str]()
        while (received := receiver.recv()) is not None:
            topic, values = received
            batch = [
                Incoming(topic, 0, offset, START_S * 1000, str(offset).encode(), value)
                for offset, value in enumerate(values, ends[topic])
            ]
            ends[topic] += len(values)
            began, started = time.process_time(), time.perf_counter()
            model.apply(batch, {(topic, 0): ends[topic]})
            took[topic] += time.process_time() - began
            took["clock"] += time.perf_counter() - started
    generator.join()
    took["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    took["disk"] = sum(file.stat().st_size for file in folder.iterdir()) / 2**20
    return took


def page_weight() -> list[Figure]:
    """Return how much a browser loads."""
    size = sum(file.stat().st_size for file in (Path(str(files("agents.serve"))) / "page").rglob("*") if file.is_file())
    return [Figure("the page, all files", size / 1000, "kB", "uncompressed, without any answer of the API")]


def rebuilt(articles: int, rows: int) -> list[Figure]:
    """Return the figures of a store made anew."""
    with tempfile.TemporaryDirectory(prefix="rasid-bench-") as folder:
        took = rebuild(Path(folder), articles, rows)
    whole = took["enriched"] + took["entity-counts"]
    return [
        Figure("articles into the read model", articles / took["enriched"], "articles/s", "one core, processor time"),
        Figure("entity counts into it", rows / took["entity-counts"], "records/s", "one core, processor time"),
        Figure("made anew", whole, "s", f"{articles:,} articles and {rows:,} entity counts, processor time"),
        Figure("the same by the clock", took["clock"], "s", "without reading Kafka"),
        Figure("memory", took["megabytes"], "MB", "the process's peak"),
        Figure("store on disk", took["disk"], "MB", ""),
    ]


async def _ask(delays: list[float], turns: asyncio.Queue[float], number: int) -> None:
    """Ask when it is a request's turn, on a connection that stays, and write down how long the answer took."""
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    for place in range(number, sys.maxsize):
        turn = await turns.get()
        path = ADDRESSES[place % len(ADDRESSES)]
        writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head  # noqa: S101 - a benchmark of errors says nothing
        length = next(
            int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")
        )
        await reader.readexactly(length)
        delays.append(time.perf_counter() - turn)


class _Told:
    """What listeners were told. All count and one measures: to look at every event would take a core by itself."""

    def __init__(self) -> None:
        self.count = 0
        self.delays: list[float] = []

    async def listen(self, sent: dict[str, float], *, measures: bool) -> None:
        """Listen to the live stream; who measures writes down how long after it was sent an article was told."""
        reader, writer = await asyncio.open_connection("127.0.0.1", PORT, limit=2**20)
        writer.write(b"GET /api/v1/stream?kinds=article HTTP/1.1\r\nHost: localhost\r\n\r\n")
        rest = b""
        while chunk := await reader.read(2**18):
            whole = rest + chunk
            end = whole.rfind(b"\n\n") + 2
            if end > 1:
                told, rest = whole[:end], whole[end:]
                self.count += told.count(EVENT)
                if measures:
                    self._measure(told, sent)
            else:
                rest = whole

    def _measure(self, told: bytes, sent: dict[str, float]) -> None:
        now = time.perf_counter()
        for event in told.split(EVENT)[1:]:
            at = sent.get(event[: event.index(b'"')].decode())
            if at is not None:
                self.delays.append(now - at)


async def _send(settings: Settings, values: list[bytes], sent: dict[str, float], load: Load) -> None:
    producer = AIOKafkaProducer(**kafka_client.producing(settings))
    await producer.start()
    began = time.perf_counter()
    parts = [value.split(f'"{json.loads(value)["id"]}"'.encode(), 1) for value in values]
    for number in range(load.articles * load.seconds):
        await asyncio.sleep(max(0.0, began + number / load.articles - time.perf_counter()))
        id_ = f"live{number}"
        before, after = parts[number % len(parts)]
        sent[id_] = time.perf_counter()
        whole = b'%s"%s"%s' % (before, id_.encode(), after)
        await producer.send(
            settings.topic("enriched"), whole, id_.encode(), partition_of(id_, settings.article_partitions)
        )
    await producer.stop()


class Measured(NamedTuple):
    """What came of a load."""

    requests: list[float]
    """How long answers took, in seconds, sorted."""
    told: list[float]
    """How long after it was sent an article was told, to one listener."""
    events: int
    """Told to all listeners."""
    processor: float
    """Share of a core that the dashboard took meanwhile."""


async def _load(settings: Settings, load: Load, values: list[bytes], pid: int) -> Measured:
    """Ask and send as the load says."""
    delays, told, sent, turns = list[float](), _Told(), dict[str, float](), asyncio.Queue[float]()
    tasks = [asyncio.create_task(told.listen(sent, measures=number == 0)) for number in range(load.clients)]
    tasks += [asyncio.create_task(_ask(delays, turns, number)) for number in range(CONNECTIONS)]
    sending = asyncio.create_task(_send(settings, values, sent, load))
    began, took = time.perf_counter(), _processor_seconds(pid)
    for number in range(load.requests * load.seconds):
        await asyncio.sleep(max(0.0, began + number / load.requests - time.perf_counter()))
        turns.put_nowait(began + number / load.requests)
    await sending
    deadline = time.perf_counter() + PATIENCE_SECONDS
    while told.count < len(sent) * load.clients and time.perf_counter() < deadline:  # noqa: ASYNC110 - a number tells nobody
        await asyncio.sleep(0.1)
    share = (_processor_seconds(pid) - took) / (time.perf_counter() - began)
    for task in tasks:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    return Measured(sorted(delays), sorted(told.delays), told.count, share)


def _processor_seconds(pid: int) -> float:
    """Return the processor time that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def live(load: Load) -> list[Figure]:
    """Return the figures of a dashboard that is asked while articles come in."""
    values = list(enriched(DIFFERENT))
    with tempfile.TemporaryDirectory(prefix="rasid-bench-") as folder:
        address = broker.start(Path(folder)).address
        settings = Settings(broker=address or "", prefix="bench.")
        asyncio.run(topics.apply(settings))
        command = [sys.executable, "-m", "agents.cli", "dashboard", "--broker", settings.broker, "--prefix", "bench."]
        command += ["--port", str(PORT), "--store", f"{folder}/store", "--rate", "1000"]
        with subprocess.Popen(command) as process:  # noqa: S603 - our own
            try:
                asyncio.run(_until_served())
                found = asyncio.run(_load(settings, load, values, process.pid))
            finally:
                process.terminate()
        broker.stop(Path(folder))

    def at(values: list[float], share: float) -> float:
        return values[min(len(values) - 1, int(len(values) * share))] * 1000 if values else float("nan")

    note = f"{len(found.requests):,} requests, {load.requests} a second, beside {load.articles} articles a second"
    wanted = load.articles * load.seconds * load.clients
    return [
        Figure("a request, p50", at(found.requests, 0.5), "ms", note),
        Figure("a request, p99", at(found.requests, 0.99), "ms", f"{load.clients} clients of the live stream beside"),
        Figure("sent to told, p50", at(found.told, 0.5), "ms", f"{found.events:,} of {wanted:,} events"),
        Figure("sent to told, p99", at(found.told, 0.99), "ms", ""),
        Figure("the dashboard", found.processor * 100, "% of a core", "until all was told"),
        Figure("the machine", os.getloadavg()[0], "load", f"{os.cpu_count()} cores, over the last minute"),
    ]


async def _until_served() -> None:
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", PORT)
        except OSError:
            await asyncio.sleep(0.2)
        else:
            writer.close()
            return


@click.command(help=__doc__)
@click.option(
    "--articles", default=200_000, show_default=True, type=click.IntRange(BATCH), help="Of the store made anew."
)
@click.option("--counts", "rows", default=1_000_000, show_default=True, type=click.IntRange(BATCH), help="Of it, too.")
@click.option("--seconds", default=30, show_default=True, type=click.IntRange(1), help="How long it is asked.")
@click.option("--share", default=1.0, show_default=True, help="Of the full load, on a machine that has other work.")
@click.option("--only", type=click.Choice(["rebuild", "live"]), help="Leave the other part out.")
def main(articles: int, rows: int, seconds: int, share: float, only: str | None) -> None:
    """Measure and print."""
    figures = page_weight()
    if only != "live":
        figures += rebuilt(articles, rows)
    if only != "rebuild":
        figures += live(Load(seconds, *(max(1, round(full * share)) for full in FULL_LOAD)))
    show(figures)


if __name__ == "__main__":
    main()
