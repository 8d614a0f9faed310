"""When a store can be read on from where it stands."""

import msgspec
import pytest

from streams.store.filling import MAX_AGE_SECONDS, unusable
from streams.store.store import FORMAT
from tests.streams.store.standings import standing

HELD = standing(position=10, at=1000.0)


def verdict(first: int = 0, end: int = 50, age: float = 1.0, **identity: object) -> str | None:
    return unusable(HELD, msgspec.structs.replace(HELD.identity, **identity), HELD.at + age, first=first, end=end)


@pytest.mark.parametrize("end", [10, 11, 500])
def test_a_young_store_of_the_same_topic_is_used(end: int):
    """Whether much or nothing came since."""
    assert verdict(end=end) is None


@pytest.mark.parametrize(
    "identity",
    [
        {"cluster": "other"},
        {"table": "other.profiles"},
        {"table_id": "1b"},
        {"progress_id": "3c"},
        {"partition": 1},
        {"stage": "other"},
        {"format": FORMAT + 1},
    ],
)
def test_a_store_of_something_else_is_not(identity: dict[str, object]):
    """Another cluster, topic, partition, stage or format: what it holds is not what the topic holds."""
    assert verdict(**identity) == "it is of another cluster, topic, stage or format"


def test_a_store_outside_of_the_topic_is_not():
    """The topic was cut at its end, or what the store has not seen was deleted at its start."""
    assert (verdict(end=9), verdict(first=11)) == (
        "it reaches to 10, the topic goes from 0 to 9",
        "it reaches to 10, the topic goes from 11 to 50",
    )


def test_an_old_store_is_used_only_when_it_missed_nothing():
    """A key that was deleted since, and whose deletion is forgotten by now, would live on in it."""
    hours = round(MAX_AGE_SECONDS / 3600) + 1
    old = hours * 3600.0
    assert (verdict(end=11, age=old), verdict(end=12, age=old)) == (
        None,
        f"it is {hours} hours old, and Kafka may have forgotten what was deleted since",
    )


def test_a_store_from_the_future_is_not_used():
    """A clock was set back: how old the store is, nobody knows."""
    assert verdict(age=-60.0) is not None


def test_a_kafka_without_ids_is_never_trusted():
    """Where a topic that was made again looks like the one before, everything is read."""
    held = standing(identity=msgspec.structs.replace(HELD.identity, table_id="", progress_id=""))
    assert unusable(held, held.identity, held.at, first=0, end=10) is not None
