"""The figures of tables that a worker has open."""

from streams import metrics
from streams.store import figures
from streams.store.memory import MemoryStore


def shown(topic: str) -> list[tuple[str, float]]:
    gauges = (metrics.TABLE_KEYS, metrics.TABLE_BYTES)
    samples = [sample for gauge in gauges for metric in gauge.collect() for sample in metric.samples]
    return [(sample.name, sample.value) for sample in samples if sample.labels["topic"] == topic]


def test_a_table_is_shown_as_it_is_when_asked():
    """What was written after it was opened counts."""
    store = MemoryStore()
    figures.show("figures.profiles", 3, store)
    store.write({"a": b"12", "b": b"345"})
    found = shown("figures.profiles")
    figures.hide("figures.profiles", 3)

    assert found == [("rasid_table_keys", 2.0), ("rasid_table_bytes", 5.0)]


def test_a_table_that_is_closed_is_not_shown():
    """Another worker has it, and shows it there."""
    figures.show("figures.gone", 0, MemoryStore())
    figures.hide("figures.gone", 0)

    assert shown("figures.gone") == []
