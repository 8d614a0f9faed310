"""A table's partition on a real Kafka."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import msgspec
import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import ProducerFenced

from streams import kafka_client, topic_admin
from streams.outgoing import Out
from streams.records.origin import Origin
from streams.settings import Settings
from streams.table import Table

pytestmark = pytest.mark.kafka


@pytest.fixture(params=["rocksdb", "memory"])
def settings(request: pytest.FixtureRequest, kafka_settings: Settings) -> Settings:
    """Return settings with each kind of store."""
    return msgspec.structs.replace(kafka_settings, store=request.param)


def make(settings: Settings, stage: str = "count") -> Table[int]:
    """Return a table as another process would make it: it shares no store with others."""
    return Table(settings, stage, "entity-counts", 0, decode=msgspec.json.decode, encode=msgspec.json.encode)


def at(offset: int) -> Origin:
    return Origin(topic="pages", partition=0, offset=offset)


def go(settings: Settings, test: Callable[[], Coroutine[Any, Any, None]]) -> None:
    async def run() -> None:
        await topic_admin.apply(settings)
        await test()

    asyncio.run(run())


async def committed(settings: Settings, topic: str) -> list[tuple[bytes | None, bytes | None]]:
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings))
    await consumer.start()
    try:
        tp = TopicPartition(settings.topic(topic), 0)
        consumer.assign([tp])
        end = (await consumer.end_offsets([tp]))[tp]
        records: list[tuple[bytes | None, bytes | None]] = []
        await consumer.seek_to_beginning(tp)
        while await consumer.position(tp) < end:
            for fetched in (await consumer.getmany(timeout_ms=100)).values():
                records += [(record.key, record.value) for record in fetched]
        return records
    finally:
        await consumer.stop()


def test_state_outputs_and_progress_come_back(settings: Settings):
    """What one owner committed, the next one reads: states, removals, and which origins were applied."""

    async def test() -> None:
        first = make(settings)
        await first.open()
        first.put("a", 1)
        first.put("b", 2)
        first.publish(Out("alerts", b"out", b"k", 0))
        first.mark(at(7))
        await first.commit()
        first.put("b", None)
        first.put("a", 3)
        await first.commit()
        await first.close()
        second = make(settings)
        await second.open()
        assert (second.get("a"), second.get("b"), second.keys()) == (3, None, ["a"])
        assert (second.holds(at(7)), second.holds(at(8))) == (True, False)
        await second.close()
        assert await committed(settings, "alerts") == [(b"k", b"out")]

    go(settings, test)


def test_uncommitted_changes_are_read_and_dropped(settings: Settings):
    """An owner reads its own open changes; when it goes without a commit nobody else ever sees them."""

    async def test() -> None:
        first = make(settings)
        await first.open()
        first.put("a", 1)
        assert first.get("a") == 1
        await first.close()
        second = make(settings)
        await second.open()
        assert second.get("a") is None
        await second.close()

    go(settings, test)


def test_previous_owner_is_fenced(settings: Settings):
    """An owner whose partition another one opened cannot commit any more, and the topic holds nothing of it."""

    async def test() -> None:
        first = make(settings)
        await first.open()
        first.put("a", 1)
        await first.commit()
        second = make(settings)
        await second.open()
        first.put("a", 100)
        with pytest.raises(ProducerFenced):
            await first.commit()
        second.put("a", 2)
        await second.commit()
        assert await committed(settings, "entity-counts") == [(b"a", b"1"), (b"a", b"2")]
        await first.close()
        await second.close()

    go(settings, test)


def test_another_stages_progress_is_its_own(settings: Settings):
    """Two stages share the progress topic and do not take each other's progress, open transactions included."""

    async def test() -> None:
        count = make(settings)
        await count.open()
        other = make(settings, stage="other")
        await other.open()
        producer = other._producer
        assert producer is not None
        await producer.begin_transaction()
        await producer.send_and_wait(settings.topic("progress"), b"{}", b"other", partition=0)
        count.put("a", 1)
        count.mark(at(9))
        await count.commit()
        await count.close()
        again = make(settings)
        opening = asyncio.create_task(again.open())
        await asyncio.sleep(0.5)
        assert not opening.done()
        await producer.abort_transaction()
        await opening
        assert (again.holds(at(9)), again.get("a")) == (True, 1)
        await again.close()
        await other.close()

    go(settings, test)


def test_empty_table_opens_at_once(settings: Settings):
    """A partition that holds nothing opens in well under the time of a fetch that waits."""

    async def test() -> None:
        table = make(settings)
        async with asyncio.timeout(5):
            await table.open()
        assert table.keys() == []
        await table.close()

    go(settings, test)
