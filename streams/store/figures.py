"""What the metrics say of the table partitions that a worker has open."""

from collections.abc import Callable

from streams import metrics
from streams.store.store import Store


def show(topic: str, partition: int, store: Store) -> None:
    """Show how large a table partition is, whenever the metrics are asked for."""
    metrics.TABLE_KEYS.labels(topic, partition).set_function(_of(store.count))
    metrics.TABLE_BYTES.labels(topic, partition).set_function(_of(store.size))


def hide(topic: str, partition: int) -> None:
    """Show a table partition no more: its store is about to be closed."""
    for gauge in (metrics.TABLE_KEYS, metrics.TABLE_BYTES, metrics.RESTORE_LEFT):
        gauge.remove(topic, partition)


def _of(ask: Callable[[], int]) -> Callable[[], float]:
    return lambda: float(ask())
