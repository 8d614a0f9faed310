"""What a page costs, and what a worker takes, as things grow.

Run as `python -m bench.growth [--only PART]... [--pages N] [--entities N] [--articles N] [--minutes N] [--plot FILE]`.
The functions run without a broker; all else on a Kafka that it starts.
"""

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click
import msgspec

from bench import data
from bench.growth import functions, plot, through_kafka
from streams.local_kafka import broker
from streams.settings import Settings

PARTS = ("lexicon", "length", "entities", "partitions", "soak")
FACTORS = (1, 3, 10)
ENTITY_SHARES = (100, 10, 1)
"""Of the entities, a hundredth and a tenth first."""
PARTITIONS = (8, 32)
SOAK_RATE = 12.0
Lines = dict[str, list[tuple[float, float]]]
"""By what factor something grows as something else does."""


class Asked(NamedTuple):
    """What is to be measured."""

    parts: Sequence[str]
    pages: Sequence[bytes]
    entities: int
    articles: int
    minutes: float
    rate: float
    folder: Path


@click.command(help=__doc__)
@click.option("--only", "parts", multiple=True, type=click.Choice(PARTS), help="Leave the rest out.")
@click.option("--pages", "count", default=600, show_default=True, type=click.IntRange(300), help="Pages in each case.")
@click.option("--entities", default=1_000_000, show_default=True, type=click.IntRange(100), help="The most of them.")
@click.option(
    "--articles",
    default=0,
    show_default=True,
    type=click.IntRange(0),
    help="Articles that stories already remember, beside entities.",
)
@click.option("--minutes", default=60.0, show_default=True, help="How long the soak is.")
@click.option("--rate", default=SOAK_RATE, show_default=True, help="Pages a second of the soak.")
@click.option("--plot", "drawn", type=click.Path(path_type=Path), help="Draw the factors into this file.")
def main(  # noqa: PLR0913, PLR0917 - each is an option
    parts: tuple[str, ...], count: int, entities: int, articles: int, minutes: float, rate: float, drawn: Path | None
) -> None:
    """Measure and print."""
    pages, source = data.pages(count)
    print(f"{count} pages from {source}")
    lines: Lines = {}
    with tempfile.TemporaryDirectory(prefix="rasid-bench-") as folder:
        asked = Asked(parts or PARTS, pages, entities, articles, minutes, rate, Path(folder))
        _functions(asked, lines)
        if set(asked.parts) & {"entities", "partitions", "soak"}:
            settings = Settings(broker=broker.start(asked.folder).address or "")
            try:
                asyncio.run(_through_kafka(settings, asked, lines))
            finally:
                broker.stop(asked.folder)
    if drawn is not None:
        drawn.write_text(plot.lines(lines, "cost and memory, to those without growth"), encoding="utf-8")


def _functions(asked: Asked, lines: Lines) -> None:
    for part, measured in (("lexicon", functions.with_lexicon), ("length", functions.with_length)):
        if part not in asked.parts:
            continue
        costs = [measured(factor, asked.pages) for factor in FACTORS]
        print(f"\n| {part} | a page | memory of the process | to load |\n|---:|---:|---:|---:|")
        for factor, cost in zip(FACTORS, costs, strict=True):
            print(
                f"| {factor} times | {cost.milliseconds:.1f} ms | {cost.megabytes:.0f} MB | {cost.seconds:.1f} s |",
                flush=True,
            )
        lines[f"{part}: a page"] = _relative(FACTORS, [cost.milliseconds for cost in costs])
        lines[f"{part}: memory"] = _relative(FACTORS, [cost.megabytes for cost in costs])


async def _through_kafka(settings: Settings, asked: Asked, lines: Lines) -> None:
    if "entities" in asked.parts:
        await _entities(settings, asked, lines)
    if "partitions" in asked.parts:
        await _partitions(settings, asked, lines)
    if "soak" in asked.parts:
        apart = _apart(settings, asked, "soak")
        pages, _ = data.pages(int(asked.rate * asked.minutes * 60))
        looks = await through_kafka.soak(apart, pages, asked.rate, asked.minutes, asked.folder)
        print(f"\n| {asked.rate:g} pages/s, after | memory | tables on disk | push to enriched, p50 | p99 |")
        print("|---:|---:|---:|---:|---:|")
        for look in looks:
            print(
                f"| {look.minutes:.1f} min | {look.megabytes:.0f} MB | {look.store_megabytes:.0f} MB "
                f"| {look.p50:.2f} s | {look.p99:.2f} s |",
                flush=True,
            )


async def _entities(settings: Settings, asked: Asked, lines: Lines) -> None:
    numbers = [asked.entities // share for share in ENTITY_SHARES]
    print(
        "\n| entities | pages/s | memory | tables on disk | into entity-counts, a page "
        "| counting again after a kill, with the store | without |\n|---:|---:|---:|---:|---:|---:|---:|"
    )
    loads = []
    for number in numbers:
        apart = _apart(settings, asked, f"entities{number}")
        apart = msgspec.structs.replace(apart, group_kept=max(apart.group_kept, asked.articles))
        load, restart = await through_kafka.with_rows(apart, asked.pages, number, asked.articles, asked.folder)
        loads.append(load)
        print(
            f"| {number:,} | {load.rate:.1f} | {load.megabytes:.0f} MB | {load.store_megabytes:.0f} MB "
            f"| {load.written['entity-counts'] / 1000:.1f} kB | {restart.with_store:.1f} s | {restart.without:.1f} s |",
            flush=True,
        )
    lines["entities: a page"] = _relative(numbers, [1 / load.rate for load in loads])
    lines["entities: memory"] = _relative(numbers, [load.megabytes for load in loads])


async def _partitions(settings: Settings, asked: Asked, lines: Lines) -> None:
    print("\n| partitions | pages/s | memory | bytes a page into each topic, compressed |\n|---:|---:|---:|---|")
    loads = []
    for number in PARTITIONS:
        apart = msgspec.structs.replace(
            _apart(settings, asked, f"partitions{number}"), article_partitions=number, entity_partitions=number
        )
        load = await through_kafka.with_partitions(apart, asked.pages, asked.folder)
        loads.append(load)
        written = ", ".join(f"{name} {size:,.0f}" for name, size in load.written.items() if size)
        print(f"| {number} | {load.rate:.1f} | {load.megabytes:.0f} MB | {written} |", flush=True)
    lines["partitions: a page"] = _relative(PARTITIONS, [1 / load.rate for load in loads])
    lines["partitions: memory"] = _relative(PARTITIONS, [load.megabytes for load in loads])


def _apart(settings: Settings, asked: Asked, name: str) -> Settings:
    """Return settings for topics and a data folder of a case's own."""
    return msgspec.structs.replace(settings, prefix=f"{name}.", data_dir=str(asked.folder / f"worker-{name}"))


def _relative(sizes: Sequence[int], values: Sequence[float]) -> list[tuple[float, float]]:
    return [(size / sizes[0], value / values[0]) for size, value in zip(sizes, values, strict=True)]


if __name__ == "__main__":
    main()
