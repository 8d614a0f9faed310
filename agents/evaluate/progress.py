"""A bar on the standard error while a measurement runs."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import track

BATCH_ARTICLES = 64
"""As many a stage may get at a time."""

Item = TypeVar("Item")


def shown(items: Sequence[Item], what: str) -> Iterator[Item]:
    """Yield items while a bar shows how many are done; without a terminal there is none."""
    console = Console(stderr=True)
    bar: Iterable[Item] = track(items, what, console=console, transient=True, disable=not console.is_terminal)
    yield from bar


def batches(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """Return items in lots of a size, the last of them smaller."""
    return [items[start : start + size] for start in range(0, len(items), size)]
