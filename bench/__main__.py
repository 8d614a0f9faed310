"""`make bench`: what a page costs, in each stage alone, in a row, and through Kafka; and a naive Faust chain beside it.

Run as `python -m bench [--pages N] [--only pure|kafka]`, or with `--against COMMIT [--rounds N]` to see what changed
since a commit. It reads ../shared/data/news where that is, else makes pages.
"""

import os
import platform
import signal
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click

from bench import again, against, data, pure
from bench.table import Figure, show
from bench.through_kafka import measure
from bench.turns import WARM_PAGES
from streams.local_kafka import broker
from streams.settings import Settings


@click.command(help=__doc__)
@click.option("--pages", "count", type=click.IntRange(1), help="How many pages; default: 5000, or 1000 with --against.")
@click.option("--only", type=click.Choice(["pure", "kafka"]), help="Leave the rest out.")
@click.option(
    "--against", "commit", metavar="COMMIT", help="Only the functions, of a commit and of this tree in turns."
)
@click.option("--rounds", default=5, show_default=True, type=click.IntRange(1), help="How often, with --against.")
def main(count: int | None, only: str | None, commit: str | None, rounds: int) -> None:
    """Measure and print."""
    if commit is not None:
        _compare(commit, count or 1000, rounds)
        return
    pages, source = data.pages(count or 5000)
    figures: list[Figure] = []
    if only != "kafka":
        figures += pure.measure(pages[:2000])
        figures += again.measure(pages[:1000])
    if only != "pure":
        with tempfile.TemporaryDirectory(prefix="rasid-bench-") as folder:
            address = broker.start(Path(folder)).address
            try:
                figures += measure(Settings(broker=address or "", prefix="bench."), pages, Path(folder))
            finally:
                broker.stop(Path(folder))
    print(_heading(len(pages), source))
    show(figures)


def _compare(commit: str, count: int, rounds: int) -> None:
    """Measure a commit beside the working tree."""
    # Also who is ended by SIGTERM removes the work tree.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    pages, source = data.pages(count + WARM_PAGES)
    found = against.measure(commit, pages, rounds)
    print(_heading(count, source, f"{commit} against the working tree, {rounds} rounds"))
    against.show(found)


def _heading(count: int, source: str, *more: str) -> str:
    return ", ".join([f"{datetime.now(UTC):%Y-%m-%d}", _machine(), f"{count} pages from {source}", *more]) + "\n"


def _machine() -> str:
    names = [line.split(":", 1)[1].strip() for line in _cpuinfo() if line.startswith("model name")]
    return f"{os.cpu_count()} cores ({names[0] if names else platform.machine()}), Python {platform.python_version()}"


def _cpuinfo() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


if __name__ == "__main__":
    main()
