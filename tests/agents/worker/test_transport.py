"""Which offset is committed: behind the latest ack, and past the holes that transactions leave."""

import asyncio
from types import SimpleNamespace
from typing import cast

import pytest
from aiokafka.errors import GroupAuthorizationFailedError, IllegalStateError, KafkaError
from faust.transport.drivers import aiokafka as driver
from faust.types import TP
from mode.utils.queues import FlowControlEvent

from agents.worker.handed_out import HandedOut, PassedOverError
from agents.worker.transport import Consumer, ConsumerThread, Delivered

PAGES = TP("rasid.pages", 0)


@pytest.fixture
def consumer() -> Consumer:
    """Return a consumer in generation 3, as far as choosing offsets is concerned."""
    made = Consumer.__new__(Consumer)
    made.app = cast("object", SimpleNamespace(consumer_generation_id=3))  # type: ignore[assignment]
    made.delivered, made.finished, made.handed_out = {}, {}, HandedOut()
    made._rebalances, made._sought = 0, -1
    made._unacked_messages = set()
    return made


class Record:
    """What a message is to the consumer."""

    def __init__(self, offset: int, generation: int = 3, *, tracked: bool = True) -> None:
        self.tp, self.offset, self.generation_id, self.tracked, self.acked = PAGES, offset, generation, tracked, False


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


def test_what_faust_skips_is_not_finished(consumer: Consumer):
    """Faust acks records that it drops while nothing flows; no stage has taken them."""
    assert (consumer.ack(Record(7, tracked=False)), consumer.finished) == (False, {})


def test_no_ack_passes_over_a_record_that_was_dropped(consumer: Consumer):
    """The offset stays in front of what was handed out and never finished, and the worker ends."""
    for offset in (6, 7, 9):
        consumer.handed_out.give(PAGES, offset)
    consumer.ack(Record(6))
    with pytest.raises(PassedOverError, match=r"the record at 7 was dropped before that at 9"):
        consumer.ack(Record(9))
    assert consumer.finished == {PAGES: 6}


def test_no_partition_is_waited_for(consumer: Consumer):
    """Faust's own look at each partition, a turn of the loop apiece, is left out: the watch sees all of them."""
    look = consumer.verify_all_partitions_active()
    with pytest.raises(StopIteration):
        look.send(None)
    assert consumer.finished == {}


class Faust:
    """What Faust does in a rebalance and to seek, as far as it is waited for."""

    def __init__(self, consumer: Consumer, monkeypatch: pytest.MonkeyPatch) -> None:
        self.crashed: list[BaseException] = []
        self.seeks = asyncio.Event()
        self.seeks.set()
        self.seeking = asyncio.Event()
        self.fails: BaseException | None = None
        self.flow = FlowControlEvent(initially_suspended=False)
        consumer.app = cast("object", SimpleNamespace(flow_control=self.flow, crash=self.crash))  # type: ignore[assignment]
        consumer.can_resume_flow, consumer.suspend_flow = asyncio.Event(), asyncio.Event()
        consumer.taken_over = asyncio.Event()
        for name in ("on_partitions_revoked", "on_partitions_assigned"):
            monkeypatch.setattr(driver.Consumer, name, self.call_back)
        monkeypatch.setattr(driver.Consumer, "perform_seek", self.seek)

    async def crash(self, error: BaseException) -> None:
        """Note with what the worker is to end."""
        self.crashed.append(error)

    async def call_back(self, *_: object) -> None:
        """Tell the app, which has nothing to do."""

    async def seek(self, *_: object) -> None:
        """Seek once that is let."""
        self.seeking.set()
        await self.seeks.wait()
        if self.fails is not None:
            raise self.fails


def test_nothing_flows_from_a_rebalance_on_until_reading_begins(consumer: Consumer, monkeypatch: pytest.MonkeyPatch):
    """A consumer that had no partition stops its flow, too: what it read too early would be taken out of its queues."""

    async def test() -> list[bool]:
        faust = Faust(consumer, monkeypatch)
        await consumer.on_partitions_revoked(set())
        flows = [consumer.flow_active, faust.flow.is_active()]
        consumer.resume_flow()
        flows.append(consumer.flow_active)
        await consumer.on_partitions_assigned({PAGES})
        await consumer.perform_seek()
        consumer.resume_flow()
        return [*flows, consumer.flow_active]

    assert asyncio.run(test()) == [False, False, False, True]


def test_nothing_is_sought_until_the_stages_have_their_tables(consumer: Consumer, monkeypatch: pytest.MonkeyPatch):
    """A stage drops records of a table partition that it has not opened."""

    async def test() -> tuple[bool, bool]:
        faust = Faust(consumer, monkeypatch)
        await consumer.on_partitions_revoked(set())
        seek = asyncio.create_task(consumer.perform_seek())
        await asyncio.sleep(0)
        before = faust.seeking.is_set()
        await consumer.on_partitions_assigned({PAGES})
        await seek
        return before, faust.seeking.is_set()

    assert asyncio.run(test()) == (False, True)


def test_what_was_sought_before_a_rebalance_resumes_nothing_in_it(consumer: Consumer, monkeypatch: pytest.MonkeyPatch):
    """Faust resumes the flow when it has sought, also where the next rebalance has begun by then."""

    async def test() -> bool:
        faust = Faust(consumer, monkeypatch)
        await consumer.on_partitions_assigned({PAGES})
        faust.seeks.clear()
        seek = asyncio.create_task(consumer.perform_seek())
        await faust.seeking.wait()
        await consumer.on_partitions_revoked({PAGES})
        faust.seeks.set()
        await seek
        consumer.resume_flow()
        return consumer.flow_active

    assert asyncio.run(test()) is False


@pytest.mark.parametrize("error", [GroupAuthorizationFailedError(), IllegalStateError()], ids=["refused", "revoked"])
def test_a_worker_ends_that_cannot_go_back(consumer: Consumer, monkeypatch: pytest.MonkeyPatch, error: KafkaError):
    """Faust only warns, and goes on behind what it dropped; a partition that went to another worker is that one's."""

    async def test() -> list[BaseException]:
        faust = Faust(consumer, monkeypatch)
        faust.fails = error
        await consumer.on_partitions_assigned({PAGES})
        with pytest.raises(KafkaError):
            await consumer.perform_seek()
        return faust.crashed

    assert asyncio.run(test()) == ([] if isinstance(error, IllegalStateError) else [error])


@pytest.mark.parametrize(
    ("begins_at_end", "beginning"), [(False, [TP("rasid.pages", 2), TP("rasid.pages", 3)]), (True, [])]
)
def test_partitions_that_are_new_are_sought_together(
    monkeypatch: pytest.MonkeyPatch, *, begins_at_end: bool, beginning: list[TP]
):
    """Each by itself takes half a second; and offset 0 is one, so that it is seen when it was deleted."""
    sought: list[object] = []

    async def seek_to_committed(_: object) -> dict[TP, int | None]:
        return {TP("rasid.pages", partition): offset for partition, offset in enumerate((7, 0, None, None))}

    async def seek(_: object, *partitions: object) -> None:
        sought.extend(partitions)

    monkeypatch.setattr(driver.AIOKafkaConsumerThread, "seek_to_committed", seek_to_committed)
    monkeypatch.setattr(driver.AIOKafkaConsumerThread, "seek_wait", seek)
    monkeypatch.setattr(driver.AIOKafkaConsumerThread, "seek_to_beginning", seek)
    thread = ConsumerThread.__new__(ConsumerThread)
    thread.consumer = cast("Consumer", SimpleNamespace(begins_at_end=begins_at_end))
    asyncio.run(thread.seek_to_committed())
    assert sought == [{TP("rasid.pages", 1): 0}, *beginning]


def test_a_consumer_that_has_not_started_has_no_connection(consumer: Consumer):
    """Whoever asks for a worker's health just as it starts gets an answer."""
    thread = ConsumerThread.__new__(ConsumerThread)
    thread._consumer = None
    consumer._thread = thread
    assert not consumer.connected()
