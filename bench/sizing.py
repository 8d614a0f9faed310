"""How many partitions, workers, bytes of disk and of network so many pages a day take, by what sample pages take.

Run as `python -m bench.sizing [--rate PAGES_A_SECOND] [--pages N]`; the rate is what one worker keeps up with on your
machines (`rasid status --json` says it while there is lag). Entities are spread over partitions as on a stream: by
their ids' hash, each as often as the sample names it, so that the hottest entity makes its partition the fullest.
"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import click
import orjson
import zstandard

from agents.clean import step as clean
from agents.tag_entities import step as tag_entities
from agents.tag_topics import step as tag_topics
from bench import data
from bench.again import Chain
from streams.partition import partition_of
from streams.settings import Settings
from streams.topics import TOPICS

PAGES_A_DAY = (10_000, 1_000_000, 100_000_000, 1_000_000_000)
DAY_SECONDS = 86_400
PEAK = 2.5
"""Pages a second in the busiest hour of a day, to those of the day as a whole."""
SPARE = 1.5
"""Workers, to those that just keep up: a backlog shrinks, and one may be away."""
COPIES = 3
BATCH_RECORDS = 4
"""Records that are compressed together, as small batches of a stream are."""
MIN_PARTITIONS = 8
UPDATES_A_SECOND = 4_000
"""Entities' counts that one core changes in a second, with all that goes with it: a fifth of what `bench` shows."""


class Sample(NamedTuple):
    """What sample pages take."""

    pages: int
    bytes_of: dict[str, float]
    """Compressed bytes a page, by topic."""
    named: Counter[str]
    """In how many pages each entity is."""


def measure(pages: Sequence[bytes]) -> Sample:
    """Take pages through the stages, and weigh what they publish."""
    settings = Settings(article_partitions=1)
    steps = [clean.make_step(settings), tag_entities.make_step(settings), tag_topics.make_step(settings)]
    values: dict[str, list[bytes]] = {"pages": list(pages)}
    named: Counter[str] = Counter()
    for out in Chain(steps, settings).outs(pages):
        values.setdefault(out.topic, []).append(out.value or b"")
        if out.topic == "enriched" and out.value is not None:
            named.update(entity["id"] for entity in orjson.loads(out.value)["entities"])
    sizes = {topic: sum(map(len, _compressed(records))) / len(pages) for topic, records in values.items()}
    return Sample(len(pages), sizes, named)


def _compressed(records: Sequence[bytes]) -> list[bytes]:
    compress = zstandard.ZstdCompressor().compress
    return [compress(b"".join(records[at : at + BATCH_RECORDS])) for at in range(0, len(records), BATCH_RECORDS)]


class Size(NamedTuple):
    """What so many pages a day need."""

    pages: int
    peak: float
    """Pages a second in the busiest hour."""
    partitions: int
    workers: int
    network: float
    """Bytes a second into the brokers in the busiest hour, copies left out."""
    disk: float
    """Bytes on all brokers, copies included, of topics that are kept for some days."""
    hottest: float
    """Updates a second of the hottest entity in the busiest hour."""
    fullest: float
    """Entities' updates in the fullest partition, to the mean."""


def size(sample: Sample, pages_a_day: int, rate: float) -> Size:
    """Return what a day's pages need.

    Parameters
    ----------
    sample
        What a page takes.
    pages_a_day
        How many there are.
    rate
        Pages a second that one worker keeps up with.
    """
    peak = pages_a_day / DAY_SECONDS * PEAK
    workers = max(2, math.ceil(peak / rate * SPARE))
    updates = sum(sample.named.values()) / sample.pages * peak
    # As many as there are workers, a power of two, and so many that one partition's counting is within a core.
    wanted = max(MIN_PARTITIONS, workers, updates / UPDATES_A_SECOND * 2)
    partitions = 2 ** math.ceil(math.log2(wanted))
    share: Counter[int] = Counter()
    for entity, times in sample.named.items():
        share[partition_of(entity, partitions)] += times
    hottest = max(sample.named.values()) / sample.pages
    kept = sum(
        bytes_ * retention.total_seconds() / DAY_SECONDS
        for topic, bytes_ in sample.bytes_of.items()
        if (retention := TOPICS[topic].retention) is not None
    )
    return Size(
        pages=pages_a_day,
        peak=peak,
        partitions=partitions,
        workers=workers,
        network=sum(sample.bytes_of.values()) * peak,
        disk=kept * pages_a_day * COPIES,
        hottest=hottest * peak,
        fullest=max(share.values()) * partitions / sum(share.values()),
    )


@click.command(help=__doc__)
@click.option("--rate", default=25.0, show_default=True, help="Pages a second that one worker keeps up with.")
@click.option("--pages", "count", default=1000, show_default=True, type=click.IntRange(10), help="Sample pages.")
def main(rate: float, count: int) -> None:
    """Measure and print."""
    pages, source = data.pages(count)
    sample = measure(pages)
    print(f"{count} pages from {source}; one worker at {rate:g} pages/s\n")
    print("| topic | bytes a page, compressed | kept |")
    print("|---|---:|---:|")
    for topic, bytes_ in sample.bytes_of.items():
        retention = TOPICS[topic].retention
        print(f"| {topic} | {bytes_:,.0f} | {'compacted' if retention is None else f'{retention.days} days'} |")
    print(
        "\n| pages a day | busiest hour | partitions | workers | network | disk | hottest entity | fullest partition |"
    )
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    for pages_a_day in PAGES_A_DAY:
        found = size(sample, pages_a_day, rate)
        print(
            f"| {found.pages:,} | {found.peak:,.1f} /s | {found.partitions:,} | {found.workers:,} "
            f"| {_bytes(found.network)}/s | {_bytes(found.disk)} | {found.hottest:,.1f} /s "
            f"| {found.fullest:.1f} times the mean |"
        )


def _bytes(count: float) -> str:
    for unit in ("kB", "MB", "GB"):
        count /= 1000
        if count < 1000:  # noqa: PLR2004 - the step from one unit to the next
            return f"{count:,.1f} {unit}"
    return f"{count / 1000:,.1f} TB"


if __name__ == "__main__":
    main()
