"""Which offset is committed: behind the latest ack, and past the holes that transactions leave."""

import asyncio
from types import SimpleNamespace
from typing import cast

import pytest
from faust.transport.drivers import aiokafka as driver
from faust.types import TP
from mode.utils.queues import FlowControlEvent

from agents.worker.transport import Consumer, Delivered

PAGES = TP("rasid.pages", 0)


@pytest.fixture
def consumer() -> Consumer:
    """Return a consumer in generation 3, as far as choosing offsets is concerned."""
    made = Consumer.__new__(Consumer)
    made.app = cast("object", SimpleNamespace(consumer_generation_id=3))  # type: ignore[assignment]
    made.delivered, made.finished = {}, {}
    made._unacked_messages = set()
    return made


class Record:
    """What a message is to the consumer."""

    def __init__(self, offset: int, generation: int = 3) -> None:
        self.tp, self.offset, self.generation_id, self.acked = PAGES, offset, generation, False


def test_behind_the_latest_ack(consumer: Consumer):
    """While later records are not acked, the offset behind the latest ack is committed."""
    consumer.delivered[PAGES] = Delivered(3, last=9, position=12)
    consumer.ack(Record(7))
    assert consumer._new_offset(PAGES) == 8


def test_over_markers_once_all_is_acked(consumer: Consumer):
    """When the last record that was handed out is acked, the position behind the markers is committed."""
    consumer.delivered[PAGES] = Delivered(3, last=9, position=12)
    consumer.ack(Record(9))
    assert consumer._new_offset(PAGES) == 12


def test_over_markers_alone(consumer: Consumer):
    """Where only aborted records and markers stand, the position is committed with no ack at all."""
    consumer.delivered[PAGES] = Delivered(3, last=None, position=5)
    assert consumer._new_offset(PAGES) == 5


def test_not_over_records_of_another_generation(consumer: Consumer):
    """What was handed out before a rebalance does not count."""
    consumer.delivered[PAGES] = Delivered(2, last=None, position=5)
    assert consumer._new_offset(PAGES) is None


def test_late_acks_of_an_earlier_generation_are_left(consumer: Consumer):
    """A record of an earlier generation belongs to whoever owns the partition now."""
    assert (consumer.ack(Record(7, generation=2)), consumer.finished) == (False, {})


def test_no_partition_is_waited_for(consumer: Consumer):
    """Faust's own look at each partition, a turn of the loop apiece, is left out: the watch sees all of them."""
    look = consumer.verify_all_partitions_active()
    with pytest.raises(StopIteration):
        look.send(None)
    assert consumer.finished == {}


def test_nothing_flows_from_a_rebalance_on_until_reading_begins(consumer: Consumer, monkeypatch: pytest.MonkeyPatch):
    """A consumer that had no partition stops its flow, too: what it read too early would be taken out of its queues."""

    async def faust_with_nothing_assigned(*_: object) -> None:
        pass

    async def test() -> tuple[bool, bool]:
        flow = FlowControlEvent(initially_suspended=False)
        consumer.app = cast("object", SimpleNamespace(flow_control=flow))  # type: ignore[assignment]
        consumer.can_resume_flow, consumer.suspend_flow = asyncio.Event(), asyncio.Event()
        consumer.resume_flow()
        await consumer.on_partitions_revoked(set())
        return consumer.flow_active, flow.is_active()

    monkeypatch.setattr(driver.Consumer, "on_partitions_revoked", faust_with_nothing_assigned)
    assert asyncio.run(test()) == (False, False)
