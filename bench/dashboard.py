"""What the dashboard costs: its store made anew, and its API asked while articles come in.

Run as `python -m bench.dashboard [--articles N] [--counts N] [--seconds N] [--share N] [--only PART]`. The parts:
`rebuild` fills a store from records by the functions themselves; `answers` asks in this process what readers of the
page would ask; `live` starts a Kafka and `rasid dashboard` over such a store, sends articles at a steady rate, asks it
from the same machine, and listens to the live stream.
"""

import asyncio
import multiprocessing
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from importlib.resources import files
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

import click

from agents.serve.model.read_model import ReadModel
from agents.serve.model.records import Incoming
from agents.serve.store.database import Database
from bench import dashboard_load, data
from bench.dashboard_answers import answered
from bench.dashboard_load import Load, Measured
from bench.dashboard_questions import kind_of, questions
from bench.dashboard_records import DIFFERENT, START_S, counts, enriched, stories
from bench.table import Figure, show
from streams import topic_admin
from streams.local_kafka import broker
from streams.settings import Settings

BATCH = 500
FULL_LOAD = (300, 200, 50)
"""Articles a second, requests a second, clients of the live stream."""
FILLED_ARTICLES, FILLED_COUNTS = 10_000, 50_000
"""What stands in the store before it is asked: 28 hours of news, one article in ten seconds."""
PREFIX = "bench."
LIVE = "live.jsonl"
"""The articles that are sent, beside the filled store."""
SLOWEST = 5
"""Kinds of addresses that are named, by their 99th percentile."""


def _generate(sender: Connection, articles: int, rows: int) -> None:
    """Send records in batches, topic by topic, then None; in a process of its own, whose memory does not count."""
    for topic, values in (("enriched", enriched(articles)), ("entity-counts", counts(rows))):
        while batch := list(islice(values, BATCH)):
            sender.send((topic, batch))
    sender.send(None)


def _incoming(topic: str, values: list[bytes], first: int) -> list[Incoming]:
    return [
        Incoming(topic, 0, offset, START_S * 1000, str(offset).encode(), value)
        for offset, value in enumerate(values, first)
    ]


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
            batch = _incoming(topic, values, ends[topic])
            ends[topic] += len(values)
            began, started = time.process_time(), time.perf_counter()
            model.apply(batch, {(topic, 0): ends[topic]}, tells=False)
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


def fill(folder: Path) -> None:
    """Fill a store as if it had been read from other topics, and put the articles beside that come after."""
    values = enriched(FILLED_ARTICLES + DIFFERENT)
    found = {"entity-counts": counts(FILLED_COUNTS), "enriched": islice(values, FILLED_ARTICLES)}
    with Database(folder, PREFIX) as database:
        model = ReadModel(database)
        for topic, records in (*found.items(), ("stories", stories(FILLED_ARTICLES))):
            while batch := list(islice(records, BATCH)):
                model.apply(_incoming(topic, batch, 0), {}, tells=False)
    (folder / LIVE).write_bytes(b"\n".join(values))


def live(load: Load, filled: Path) -> list[Figure]:
    """Return the figures of a dashboard that is asked while articles come in, over a copy of a filled store."""
    with tempfile.TemporaryDirectory(prefix="rasid-bench-") as folder:
        store = shutil.copytree(filled, Path(folder) / "store")
        values = (store / LIVE).read_bytes().split(b"\n")
        asked = list(islice(questions(store), load.requests * load.seconds))
        settings = Settings(broker=broker.start(Path(folder)).address or "", prefix=PREFIX)
        try:
            found = _served(settings, store, load, (values, asked))
        finally:
            broker.stop(Path(folder))
    return _figures(found, load)


def _served(settings: Settings, store: Path, load: Load, what: tuple[list[bytes], list[str]]) -> Measured:
    """Put a load on a dashboard over a store: these articles and questions."""
    asyncio.run(topic_admin.apply(settings))
    command = [sys.executable, "-m", "agents.cli", "dashboard", "--broker", settings.broker, "--prefix", PREFIX]
    command += ["--port", str(dashboard_load.PORT), "--store", str(store), "--rate", "1000"]
    with subprocess.Popen(command, env=data.environment()) as process:  # noqa: S603 - our own
        try:
            asyncio.run(dashboard_load.until_served())
            return asyncio.run(dashboard_load.put_on(settings, load, what[0], iter(what[1]), process.pid))
        finally:
            process.terminate()


def _at(values: list[float], share: float) -> float:
    """Return a percentile in milliseconds."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1000 if values else float("nan")


def _figures(found: Measured, load: Load) -> list[Figure]:
    seconds = [one.seconds for one in found.requests]
    note = f"{len(seconds):,} requests, {load.requests} a second, beside {load.articles} articles a second"
    different = f"{len({one.path for one in found.requests}):,} different addresses"
    wanted = load.articles * load.seconds
    by_kind: defaultdict[str, list[float]] = defaultdict(list)
    for one in found.requests:
        by_kind[kind_of(one.path)].append(one.seconds)
    slowest = sorted(by_kind, key=lambda kind: -_at(by_kind[kind], 0.99))[:SLOWEST]
    return [
        Figure("a request, p50", _at(seconds, 0.5), "ms", note),
        Figure("a request, p99", _at(seconds, 0.99), "ms", f"{load.clients} listeners beside; {different}"),
        *(Figure(f"of them {kind}, p99", _at(by_kind[kind], 0.99), "ms", f"{len(by_kind[kind])}") for kind in slowest),
        Figure("late by the benchmark itself, p99", _at(found.late, 0.99), "ms", "its own loop, beside the requests"),
        Figure("sent to told, p50", _at(found.told, 0.5), "ms", f"{found.events:,} of {wanted:,} events"),
        Figure("sent to told, p99", _at(found.told, 0.99), "ms", f"{found.whole} listeners got them"),
        Figure("the dashboard", found.processor[0] * 100, "% of a core", "the process that serves, until all was told"),
        Figure("and", sum(found.processor[1:]) * 100, "% of a core", "the one that reads"),
        Figure("the machine", os.getloadavg()[0], "load", f"{os.cpu_count()} cores, over the last minute"),
    ]


@click.command(help=__doc__)
@click.option(
    "--articles", default=200_000, show_default=True, type=click.IntRange(BATCH), help="Of the store made anew."
)
@click.option("--counts", "rows", default=1_000_000, show_default=True, type=click.IntRange(BATCH), help="Of it, too.")
@click.option("--seconds", default=30, show_default=True, type=click.IntRange(1), help="How long it is asked.")
@click.option("--share", default=1.0, show_default=True, help="Of the full load, on a machine that has other work.")
@click.option("--filled", type=click.Path(path_type=Path), help="Keep the filled store here, and take it next time.")
@click.option("--only", type=click.Choice(["rebuild", "answers", "live"]), help="One part alone.")
def main(  # noqa: PLR0913 - a flag each
    *, articles: int, rows: int, seconds: int, share: float, filled: Path | None, only: str | None
) -> None:
    """Measure and print."""
    figures = page_weight()
    if only in {None, "rebuild"}:
        figures += rebuilt(articles, rows)
    if only in {None, "answers", "live"}:
        with tempfile.TemporaryDirectory(prefix="rasid-bench-") as folder:
            kept = filled or Path(folder) / "filled"
            if not (kept / LIVE).exists():
                fill(kept)
            if only != "live":
                figures += answered(kept, PREFIX)
            if only != "answers":
                figures += live(Load(seconds, *(max(1, round(full * share)) for full in FULL_LOAD)), kept)
    show(figures)


if __name__ == "__main__":
    main()
