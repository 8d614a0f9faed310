"""`make bench`: what a page costs, in each stage alone, in a row, and through Kafka; and a naive Faust chain beside it.

Run as `python -m bench [--pages N] [--only pure|kafka]`. It reads ../shared/data/news where that is, else makes pages.
"""

import os
import platform
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click

from bench import data, pure
from bench.table import Figure, show
from bench.through_kafka import measure
from streams.local_kafka import broker
from streams.settings import Settings


@click.command(help=__doc__)
@click.option("--pages", "count", default=5000, show_default=True, help="How many pages go through Kafka.")
@click.option("--only", type=click.Choice(["pure", "kafka"]), help="Leave the rest out.")
def main(count: int, only: str | None) -> None:
    """Measure and print."""
    pages, source = data.pages(count)
    figures: list[Figure] = []
    if only != "kafka":
        figures += pure.measure(pages[: min(2000, count)])
    if only != "pure":
        with tempfile.TemporaryDirectory(prefix="rasid-bench-") as folder:
            address = broker.start(Path(folder)).address
            try:
                figures += measure(Settings(broker=address or "", prefix="bench."), pages, Path(folder))
            finally:
                broker.stop(Path(folder))
    print(f"{datetime.now(UTC):%Y-%m-%d}, {_machine()}, {len(pages)} pages from {source}\n")
    show(figures)


def _machine() -> str:
    names = [line.split(":", 1)[1].strip() for line in _cpuinfo() if line.startswith("model name")]
    return f"{os.cpu_count()} cores ({names[0] if names else platform.machine()}), Python {platform.python_version()}"


def _cpuinfo() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


if __name__ == "__main__":
    main()
