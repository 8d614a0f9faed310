"""A worker beside other ways to put its functions on Kafka, in turns: the same pages, each on topics of its own.

Run by `make peers`, or as `python -m bench.peers [--rounds N] [--pages N] [--peer NAME]...` with the packages of the
group `peers`. A rate is taken from the push of the pages, some having gone first, to the last record of all outputs,
counts included.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Self

import click
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from bench import data
from bench.peers.chain import rate_alone
from bench.through_kafka import processes, push, worker_command
from streams import kafka_client, topic_admin
from streams.local_kafka import broker
from streams.settings import Settings

OURS = "Rasid, one worker"
ONE_CORE = "Rasid, one worker that tags in its own process"
PURE = "the functions alone, counts included, one core"
QUIET_SECONDS = 4.0
"""Without a record after which all that was to come has come."""
SECONDS = 900
WARM_PAGES = 64
"""That go first: what starts, loads and restores is not what is measured."""


class Peer(NamedTuple):
    """A way to put the functions on Kafka."""

    command: Callable[[Settings], Sequence[str]]
    finished: Sequence[str]
    """Topics that hold a record for each page that is finished."""
    others: Sequence[str]
    """Topics in which more comes of it."""
    made: bool = False
    """Whether its topics are Rasid's own."""


def _module(name: str) -> Callable[[Settings], list[str]]:
    return lambda settings: ["env", *_environment(settings), sys.executable, "-m", name]


def _faust(settings: Settings) -> list[str]:
    return [*_module("faust")(settings), "-A", "bench.naive", "worker", "-l", "warn", "--without-web"]


def _environment(settings: Settings) -> list[str]:
    return [f"RASID_BROKER={settings.broker}", f"RASID_PREFIX={settings.prefix}"]


_RASIDS = ("enriched", "rejected", "repeats")
PEERS = {
    OURS: Peer(worker_command, _RASIDS, ("entity-counts", "stories", "trends"), made=True),
    ONE_CORE: Peer(
        lambda settings: [*worker_command(settings), "--set", "tag_beside=off"],
        _RASIDS,
        ("entity-counts", "stories", "trends"),
        made=True,
    ),
    "aiokafka by hand, transactions": Peer(
        _module("bench.peers.aiokafka_loop"), ("enriched", "rejected"), ("entity-counts",)
    ),
    "Quix Streams, exactly-once": Peer(_module("bench.peers.quix_chain"), ("enriched",), ("entity-counts",)),
    "Faust as tutorials have it, no exactness": Peer(_faust, ("done",), ("articles", "tagged", "enriched", "mention")),
}


@click.command(help=__doc__)
@click.option("--rounds", default=5, show_default=True, type=click.IntRange(1))
@click.option("--pages", "count", default=600, show_default=True, type=click.IntRange(2 * WARM_PAGES))
@click.option("--peer", "names", multiple=True, type=click.Choice([*PEERS]), help="Only these, beside Rasid.")
def main(rounds: int, count: int, names: tuple[str, ...]) -> None:
    """Measure and print."""
    pages, source = data.pages(count)
    chosen = [OURS, *(name for name in PEERS if name in names)] if names else [*PEERS]
    rates: dict[str, list[float]] = {name: [] for name in [*chosen, PURE]}
    with tempfile.TemporaryDirectory(prefix="rasid-bench-") as folder:
        address = broker.start(Path(folder)).address or ""
        try:
            for number in range(rounds):
                for name in chosen:
                    print(f"round {number + 1} of {rounds}: {name} …", file=sys.stderr, flush=True)
                    settings = Settings(broker=address, prefix=f"bench{number}{chosen.index(name)}.", data_dir=folder)
                    rates[name].append(asyncio.run(rate(settings, PEERS[name], pages, Path(folder))))
                    print(f"  {rates[name][-1]:.1f} pages/s", file=sys.stderr, flush=True)
                rates[PURE].append(rate_alone(pages, WARM_PAGES))
        finally:
            broker.stop(Path(folder))
    print(f"{count} pages from {source}, {rounds} rounds in turns\n")
    print(
        "| | pages/s, median (lowest to highest) | Rasid's worker to it, round by round: median (lowest to highest) |"
    )
    print("|---|---:|---:|")
    for name, found in rates.items():
        ratios = [ours / theirs for ours, theirs in zip(rates[OURS], found, strict=True)]
        print(f"| {name} | {_spread(found, 1)} | {'' if name == OURS else _spread(ratios, 2)} |")


def _spread(values: Sequence[float], digits: int) -> str:
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


async def rate(settings: Settings, peer: Peer, pages: Sequence[bytes], folder: Path) -> float:
    """Return how many pages a second a peer gets through."""
    names = [*peer.finished, *peer.others]
    if peer.made:
        await topic_admin.apply(settings)
    else:
        await _make(settings, ["pages", *names])
    await push(settings, pages[:WARM_PAGES])
    with processes([peer.command(settings)], folder) as (process,):
        seen = _Seen(settings, names, peer.finished)
        async with seen:
            await seen.until(WARM_PAGES, process.poll)
            began = time.monotonic()
            await push(settings, pages[WARM_PAGES:])
            await seen.until(len(pages), process.poll)
    return (len(pages) - WARM_PAGES) / (seen.latest - began)


class _Seen:
    """What has come of the pages so far, as who reads what is committed sees it."""

    def __init__(self, settings: Settings, names: Sequence[str], finished: Sequence[str]) -> None:
        self.latest = 0.0
        """When the latest record was seen, by the monotonic clock."""
        self._settings = settings
        self._names = names
        self._finished = {settings.topic(name) for name in finished}
        self._pages = 0
        self._consumer = AIOKafkaConsumer(**kafka_client.reading(settings))

    async def __aenter__(self) -> Self:
        """Begin to read, at the beginning."""
        count = self._settings.article_partitions
        await self._consumer.start()
        partitions = [TopicPartition(self._settings.topic(name), n) for name in self._names for n in range(count)]
        self._consumer.assign(partitions)
        await self._consumer.seek_to_beginning(*partitions)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Read no more."""
        await self._consumer.stop()

    async def until(self, pages: int, ended: Callable[[], int | None]) -> None:
        """Read until so many pages are finished and nothing more comes of them."""
        quiet, deadline = time.monotonic(), time.monotonic() + SECONDS
        while self._pages < pages or time.monotonic() - quiet < QUIET_SECONDS:
            if ended() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{self._pages} of {pages} pages; the process ended with {ended()}")
            for tp, records in (await self._consumer.getmany(timeout_ms=200)).items():
                self.latest = quiet = time.monotonic()
                self._pages += len(records) if tp.topic in self._finished else 0


async def _make(settings: Settings, names: Sequence[str]) -> None:
    """Make the topics of one that makes none."""
    admin = AIOKafkaAdminClient(**kafka_client.connection(settings))
    await admin.start()
    try:
        await admin.create_topics([NewTopic(settings.topic(name), settings.article_partitions, 1) for name in names])
    finally:
        await admin.close()
    await asyncio.sleep(1)


if __name__ == "__main__":
    main()
