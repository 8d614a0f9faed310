"""What a table partition sends in a commit; what comes of it is tested with a Kafka, in tests/kafka/test_table.py."""

import asyncio
from typing import Any

import pytest
from aiokafka.errors import IllegalOperation, ProducerFenced

from streams.outgoing import Out
from streams.settings import Settings
from streams.table import Table


class Fenced:
    """A producer whose transaction another one ends, behind the first record that it sends."""

    def __init__(self, error: Exception | None) -> None:
        self._error = error
        self._sent: list[asyncio.Future[Any]] = []

    async def send(self, *_: object, **__: object) -> "asyncio.Future[Any]":
        """Take a record, or say that there is no transaction, as aiokafka does."""
        if self._sent:
            if self._error is not None:
                self._sent[0].set_exception(self._error)
            raise IllegalOperation("Can't send messages while not in transaction")
        self._sent.append(asyncio.get_running_loop().create_future())
        return self._sent[0]


@pytest.mark.parametrize("error", [ProducerFenced(), None], ids=["fenced", "unknown"])
def test_a_commit_that_is_fenced_amid_its_records_says_so(error: Exception | None):
    """It is told from a fault: who lost the partition goes on, and who sends out of a transaction ends."""

    async def send() -> None:
        table = Table[int](Settings(), "count", "entity-counts", 0, decode=int, encode=lambda state: b"%d" % state)
        producer: Any = Fenced(error)
        await table._send(producer, [Out("entity-counts", b"1"), Out("progress", b"2")])

    with pytest.raises((ProducerFenced, IllegalOperation)) as raised:
        asyncio.run(send())
    assert raised.type is (ProducerFenced if error else IllegalOperation)
