"""How the whole stands, by what the broker says: topics, workers, lag, rates, tables, the oldest page in work."""

import asyncio
import time
from typing import Any

import msgspec
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.coordinator.protocol import ConsumerProtocolMemberAssignment

from streams import kafka_client
from streams.lag import coordinator, group
from streams.records.codec import Codec
from streams.records.rejected import Rejected
from streams.settings import Settings
from streams.topic_admin import describe
from streams.topic_reader import fetch
from streams.topics import TOPICS

RATE_SECONDS = 2.0
"""Between the two looks that rates are taken from."""


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A worker in the consumer group."""

    host: str
    partitions: dict[str, list[int]]
    """The partitions that it reads, by topic without the prefix."""


class StageStatus(msgspec.Struct, frozen=True, kw_only=True):
    """What a topic that stages read holds for them."""

    topic: str
    """Without the prefix."""
    read_by: list[str]
    lag: int
    """Offsets that are not finished; markers of transactions count too."""
    written_per_second: float
    """Offsets that were added."""
    finished_per_second: float
    """Offsets that were finished."""
    oldest_unfinished: str | None
    """Kafka timestamp of the first record that is not finished, RFC 3339; None when all are."""


class TableStatus(msgspec.Struct, frozen=True, kw_only=True):
    """A table's topic."""

    topic: str
    """Without the prefix."""
    records: int
    """Offsets between its beginning and its end: its keys, what compaction has not yet taken, and markers."""


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """How the whole stands."""

    brokers: list[str]
    """host:port of each broker of the cluster."""
    prefix: str
    topics: int
    """Topics that are there, of those that are declared."""
    missing: list[str]
    """Declared topics that are not there."""
    group: str
    group_state: str
    """As Kafka calls it: Stable, PreparingRebalance, Empty, Dead (it never was), …"""
    members: list[Member]
    stages: list[StageStatus]
    tables: list[TableStatus]
    rejected: int
    """Records on rejected."""
    last_rejection: Rejected | None
    """The newest of them."""


async def look(settings: Settings, rate_seconds: float = RATE_SECONDS) -> Status:
    """Ask the broker how everything stands; takes a little longer than the time over which rates are taken."""
    found = await describe(settings)
    there = [topic for name, topic in TOPICS.items() if name in found]
    admin = AIOKafkaAdminClient(**kafka_client.connection(settings))
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings) | {"isolation_level": "read_uncommitted"})
    try:
        await admin.start()
        await consumer.start()
        cluster = await admin.describe_cluster()
        state, members = await _members(admin, settings)
        streamed = [topic.name for topic in there if topic.streamed]
        first = await _offsets(admin, consumer, settings, {name: found[name] for name in streamed})
        began = time.monotonic()
        await asyncio.sleep(rate_seconds)
        second = await _offsets(admin, consumer, settings, {name: found[name] for name in streamed})
        passed = time.monotonic() - began
        stages = [
            StageStatus(
                topic=name,
                read_by=[stage for stage in TOPICS[name].read_by if stage not in {"users", "serve"}],
                lag=sum(max(0, end - done) for done, end in second[name].values()),
                written_per_second=round((_total(second[name], 1) - _total(first[name], 1)) / passed, 1),
                finished_per_second=round((_total(second[name], 0) - _total(first[name], 0)) / passed, 1),
                oldest_unfinished=await _oldest(consumer, settings.topic(name), second[name]),
            )
            for name in streamed
        ]
        tables = [
            TableStatus(
                topic=topic.name, records=await _records(consumer, settings.topic(topic.name), found[topic.name])
            )
            for topic in there
            if topic.cleanup == "compact"
        ]
        rejected, last = 0, None
        if "rejected" in found:
            rejected = await _records(consumer, settings.topic("rejected"), found["rejected"])
            last = await _newest_rejection(consumer, settings.topic("rejected"), found["rejected"])
    finally:
        await admin.close()
        await consumer.stop()
    return Status(
        brokers=[f"{broker['host']}:{broker['port']}" for broker in cluster["brokers"]],
        prefix=settings.prefix,
        topics=len(there),
        missing=[name for name in TOPICS if name not in found],
        group=group(settings),
        group_state=state,
        members=members,
        stages=stages,
        tables=tables,
        rejected=rejected,
        last_rejection=last,
    )


async def _members(admin: AIOKafkaAdminClient, settings: Settings) -> tuple[str, list[Member]]:
    broker = await coordinator(admin, settings)
    answer = (await admin.describe_consumer_groups([group(settings)], broker))[0]
    _, _, state, _, _, members, *_ = answer.groups[0]
    return str(state), [_member(settings.prefix, member) for member in members]


def _member(prefix: str, described: Any) -> Member:
    _, _, host, _, assignment, *_ = described
    by_topic: dict[str, list[int]] = {}
    if assignment:
        for topic, partitions in ConsumerProtocolMemberAssignment.decode(assignment).assignment:
            by_topic[topic.removeprefix(prefix)] = sorted(partitions)
    return Member(host=host.removeprefix("/"), partitions=dict(sorted(by_topic.items())))


async def _offsets(
    admin: AIOKafkaAdminClient, consumer: AIOKafkaConsumer, settings: Settings, counts: dict[str, int]
) -> dict[str, dict[int, tuple[int, int]]]:
    """Return, by topic and partition, the committed offset and the end."""
    tps = [TopicPartition(settings.topic(name), number) for name, count in counts.items() for number in range(count)]
    committed = await admin.list_consumer_group_offsets(group(settings))
    starts = await consumer.beginning_offsets(tps)
    ends = await consumer.end_offsets(tps)
    found: dict[str, dict[int, tuple[int, int]]] = {name: {} for name in counts}
    for tp in tps:
        done = max(committed[tp].offset if tp in committed else 0, starts[tp])
        found[tp.topic.removeprefix(settings.prefix)][tp.partition] = (done, ends[tp])
    return found


def _total(offsets: dict[int, tuple[int, int]], which: int) -> int:
    return sum(pair[which] for pair in offsets.values())


async def _oldest(consumer: AIOKafkaConsumer, topic: str, offsets: dict[int, tuple[int, int]]) -> str | None:
    """Return the time of the oldest record that is not finished; where only markers are left there is none."""
    times = []
    for number, (done, end) in offsets.items():
        if done < end and (record := await _first_from(consumer, TopicPartition(topic, number), done, end)) is not None:
            times.append(record.timestamp)
    return _moment(min(times)) if times else None


async def _first_from(consumer: AIOKafkaConsumer, tp: TopicPartition, offset: int, end: int) -> Any | None:
    consumer.assign([tp])
    consumer.seek(tp, offset)
    while await consumer.position(tp) < end:
        for records in (await consumer.getmany(tp, timeout_ms=200, max_records=1)).values():
            return records[0]
    return None


async def _records(consumer: AIOKafkaConsumer, topic: str, count: int) -> int:
    tps = [TopicPartition(topic, number) for number in range(count)]
    starts, ends = await consumer.beginning_offsets(tps), await consumer.end_offsets(tps)
    return sum(ends[tp] - starts[tp] for tp in tps)


async def _newest_rejection(consumer: AIOKafkaConsumer, topic: str, count: int) -> Rejected | None:
    """Return the newest of the last rejections of each partition."""
    newest: Any = None
    for number in range(count):
        tp = TopicPartition(topic, number)
        end = (await consumer.end_offsets([tp]))[tp]
        # The last offset may be a transaction's marker, behind the records that it commits.
        for offset in range(end - 1, max(-1, end - 4), -1):
            record = await fetch(consumer, tp, offset)
            if record is not None:
                newest = record if newest is None or record.timestamp > newest.timestamp else newest
                break
    return None if newest is None else Codec(Rejected).decode(newest.value)


def _moment(timestamp_ms: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(timestamp_ms / 1000))
