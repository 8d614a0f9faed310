"""What tables and outputs would be had nothing ever happened: each stage's pure function over its topic, in one go."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from aiokafka import ConsumerRecord

from agents.clean.step import make_step as make_clean_step
from agents.count.step import make_step as make_count_step
from agents.group.step import make_story_step
from agents.stage import Incoming
from agents.table_stage import TableStep, apply, finish
from agents.tag_topics.step import make_step as make_topics_step
from agents.trend.step import make_step as make_trend_step
from streams import topics
from streams.outgoing import Out
from streams.records.origin import Origin
from streams.seen import Seen
from streams.settings import Settings
from tests.faults.topic_records import Place, place, read_records, refused_places

STEPS = (make_clean_step, make_topics_step, make_count_step, make_story_step, make_trend_step)
"""Those whose topic says all that they know, and whose function is quick."""
BY_BATCH = {"mentions", "trend-mentions"}
"""What is put together of whatever a batch holds."""
BY_SEVERAL = {"articles"}
"""Where a key's records come from several partitions, in whatever order these are read."""

SHOWN_BYTES = 200
"""Of a value that is wrong, in the message."""


class Rows(dict[str, Any]):
    """A table partition in memory, with what was applied to it."""

    def __init__(self) -> None:
        super().__init__()
        self._seen = Seen()

    def put(self, key: str, state: Any, /) -> None:
        """Change a key's state; None takes it out."""
        if state is None:
            self.pop(key, None)
        else:
            self[key] = state

    def keys(self) -> list[str]:
        """Return the keys that have a state."""
        return list(super().keys())

    def next_keys(self, limit: int, /) -> list[str]:  # noqa: ARG002 - as a table's
        """Return no keys: none is so old that it would be forgotten."""
        return []

    def holds(self, origin: Origin, /) -> bool:
        """Whether a record of this origin was applied before."""
        return self._seen.holds(origin)

    def mark(self, origin: Origin, /) -> None:
        """Remember a record of this origin as applied."""
        self._seen.add(origin)


async def unlike_one_go(settings: Settings, but: Collection[str] = ()) -> dict[str, str]:
    """Return in what the tables, stories and trends differ from those of one go; `settings` are the workers'.

    `but` names stages that are not looked at.
    """
    wrong: dict[str, str] = {}
    refused = await refused_places(settings)
    for make in STEPS:
        step: TableStep[Any, Any, Any, Any] = make(settings)
        if step.stage in but:
            continue
        read = await read_records(settings, step.reads, topics.TOPICS[step.reads].count(settings))
        table = await read_records(settings, step.table, topics.TOPICS[step.table].count(settings))
        published: defaultdict[str, list[Out]] = defaultdict(list)
        for partition, records in read.items():
            rows = Rows()
            incoming = [_incoming(record) for record in records]
            for out in finish(apply(step, rows, step.open(rows, partition), incoming)).outs:
                published[out.topic].append(out)
            expected = {key: step.dump(state) for key, state in rows.items()}
            wrong |= differences(f"{step.table}[{partition}]", expected, latest(table[partition]))
        for topic, outs in published.items():
            if topic in {
                step.reads,
                "rejected",
                *BY_BATCH,
            }:  # the relations that it sends itself; and others write there too
                continue
            wrong |= await _outputs(settings, topic, outs, refused)
    return wrong


async def _outputs(settings: Settings, topic: str, outs: list[Out], refused: set[Place]) -> dict[str, str]:
    """Compare the latest record of each key; of trends, which are written one by one, every record of each."""
    found = await read_records(settings, topic, topics.TOPICS[topic].count(settings))
    records = [record for partition in found.values() for record in partition if place(record) not in refused]
    if topics.TOPICS[topic].cleanup == "compact":
        last = {(out.key or b"").decode(errors="replace"): out.value for out in outs}
        return differences(topic, {key: value for key, value in last.items() if value is not None}, latest(records))
    sort = topic in BY_SEVERAL
    return differences(topic, every_record(outs, sort=sort), every_record(records, sort=sort))


def every_record(records: Iterable[Out | ConsumerRecord], *, sort: bool) -> dict[str, bytes]:
    """Return all values of each key, in their order or sorted."""
    values = defaultdict[str, list[bytes]](list)
    for record in records:
        values[(record.key or b"").decode(errors="replace")].append(record.value or b"")
    return {key: b"\n".join(sorted(found) if sort else found) for key, found in values.items()}


def latest(records: list[ConsumerRecord]) -> dict[str, bytes]:
    """Return what compaction leaves: the last value of each key that is not gone."""
    values = {(record.key or b"").decode(errors="replace"): record.value for record in records}
    return {key: value for key, value in values.items() if value is not None}


def differences(where: str, expected: dict[str, bytes], got: dict[str, bytes]) -> dict[str, str]:
    """Return the keys whose values differ, with both."""
    return {
        f"{where} {key}": f"{_shown(got.get(key))} instead of {_shown(expected.get(key))}"
        for key in sorted(expected.keys() | got.keys())
        if expected.get(key) != got.get(key)
    }


def _shown(value: bytes | None) -> str:
    return "nothing" if value is None else f"{value[:SHOWN_BYTES]!r} ({len(value)} bytes)"


def _incoming(record: ConsumerRecord) -> Incoming:
    return Incoming(record.topic, record.partition, record.offset, record.timestamp, record.key, record.value)
