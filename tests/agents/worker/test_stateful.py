"""What carries a stage with a table: a commit takes a batch whole or not at all."""

import asyncio
from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any, cast

import pytest
from aiokafka.errors import ProducerFenced
from faust.types import TP, AppT, EventT

from agents.stage import Incoming
from agents.table_stage import Applier, Arrival, Asking, TableRows, TableStep
from agents.worker.stateful import Stateful, _Owned
from agents.worker.turns import Turns
from streams.outgoing import Out
from streams.rejection import Reject
from streams.settings import Settings
from streams.store.stores import Stores
from streams.table import Table


class Gathering(Table[int]):
    """A table partition whose commits note what they would write."""

    def __init__(self, settings: Settings, partition: int) -> None:
        super().__init__(settings, "echo", "profiles", partition, decode=int, encode=lambda state: b"%d" % state)
        self.written: list[tuple[list[str], list[bytes | None]]] = []

    async def commit(self) -> None:
        """Note the keys that have changed, and what is published."""
        gathered = self._gather()
        published = [out.value for out in gathered.outs if out.topic == "tagged"]
        self.written.append((sorted(gathered.written), published))


def open_partition(rows: TableRows[int], _: int) -> Applier[Incoming, Incoming, Out]:
    def apply(arrivals: Sequence[Arrival[Incoming, Incoming]]) -> Asking[list[Out | Reject]]:
        rows.put("begun", 1)
        answers = yield [arrival.incoming.value or b"" for arrival in arrivals]
        rows.put("done", 1)
        return [Out("tagged", answer) for answer in answers if isinstance(answer, bytes)]

    return apply


ECHO: TableStep[Incoming, Incoming, int, Out] = TableStep(
    name="echo",
    stage="echo",
    reads="articles",
    table="profiles",
    load=int,
    dump=lambda state: b"%d" % state,
    decode=lambda incoming: incoming,
    open=open_partition,
    emit=lambda out: [out],
)


class Slow:
    """Answers when it is let."""

    batch_seconds = None

    def __init__(self) -> None:
        self.asked: list[bytes] = []
        self.let = asyncio.Event()

    async def answer(self, questions: Sequence[bytes]) -> list[bytes | Reject]:
        """Return the questions, once it is let."""
        self.asked += questions
        await self.let.wait()
        return list(questions)


class _Message:
    topic, offset, timestamp, key, headers = "rasid.articles", 5, 0.0, b"k", None

    def __init__(self, partition: int, value: bytes) -> None:
        self.partition, self.value = partition, value


class _Event:
    def __init__(self, partition: int, value: bytes) -> None:
        self.message = _Message(partition, value)
        self.acked = False

    def ack(self) -> None:
        """Note that it is finished."""
        self.acked = True


def test_a_batch_that_waits_for_an_answer_is_not_committed():
    """Marks and changes that were made before the answer are committed with what comes of it; partitions ask as one."""

    async def test() -> tuple[list[bytes], list[Any], list[Any]]:
        settings = Settings(commit_interval_ms=1)
        slow, turn = Slow(), Turns().turn(0)
        stateful = Stateful(cast("AppT", None), ECHO, slow, Stores(settings), turn, settings)
        tables = [Gathering(settings, 0), Gathering(settings, 1)]
        owned = [_Owned(table, ECHO, asyncio.Event(), turn, settings) for table in tables]
        committing = [asyncio.create_task(each.commit_regularly()) for each in owned]
        first = {each: [cast("EventT[Any]", _Event(n, b"page %d" % n))] for n, each in enumerate(owned)}
        working = asyncio.create_task(stateful._take(cast("Mapping[_Owned, list[EventT[Any]]]", first)))
        await asyncio.sleep(0.02)
        owned[0].events.append(cast("EventT[Any]", _Event(0, b"an earlier one")))
        async with owned[0]._changed:
            owned[0]._changed.notify_all()
        await asyncio.sleep(0.05)
        before = [list(table.written) for table in tables]
        slow.let.set()
        await working
        for each in owned:
            await each.drain()
            await each.close()
        await asyncio.gather(*committing)
        return slow.asked, before, [table.written for table in tables]

    asked, before, after = asyncio.run(test())
    assert (asked, before) == ([b"page 0", b"page 1"], [[], []])
    assert after == [[(["begun", "done"], [b"page 0"])], [(["begun", "done"], [b"page 1"])]]


class Fenced(Gathering):
    """A table partition that another worker has opened meanwhile."""

    async def commit(self) -> None:
        """Fail as Kafka has it."""
        raise ProducerFenced


@pytest.mark.parametrize(("assigned", "crashes"), [(set(), 0), ({TP("rasid.articles", 0)}, 1)])
def test_a_partition_that_went_to_another_worker_ends_nobody(assigned, crashes):
    """A last commit that comes too late is dropped with what it held and its spans; one that is still ours crashes."""
    forgotten: list[Any] = []
    spans = SimpleNamespace(given_up=forgotten.extend)

    async def test() -> tuple[int, list[Any], bool]:
        settings = Settings(commit_interval_ms=1)
        crashed = []

        async def crash(error: BaseException) -> None:
            crashed.append(error)

        app = SimpleNamespace(consumer=SimpleNamespace(assignment=lambda: assigned), crash=crash)
        turn = Turns().turn(0)
        stateful = Stateful(cast("AppT", app), ECHO, Slow(), Stores(settings), turn, settings)
        owned = _Owned(Fenced(settings, 0), ECHO, asyncio.Event(), turn, settings, cast("Any", spans))
        event = _Event(0, b"page")
        committing = asyncio.create_task(stateful._commit_regularly(owned))
        await owned.add([cast("EventT[Any]", event)])
        await asyncio.wait([committing])
        if not crashed:
            await owned.drain()
        return len(crashed), owned.events, event.acked

    assert (*asyncio.run(test()), len(forgotten)) == (crashes, [], False, 1 - crashes)
