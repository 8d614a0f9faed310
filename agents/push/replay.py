"""Putting the originals of rejected records back on `pages`, once each."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.record.default_records import DefaultRecordBatchBuilder

from streams import topic_admin
from streams.kafka_client import producing, reading
from streams.records.codec import Codec, encode
from streams.records.rejected import REPLAY_HEADER, Rejected, Replayed
from streams.settings import Settings
from streams.topic_reader import fetch, scan

PAGES_A_TRANSACTION = 100
"""Pages and their marks that one transaction writes."""


class Put(NamedTuple):
    """A page to put back."""

    value: bytes
    key: bytes | None
    headers: list[tuple[str, bytes]]


class RefusedError(Exception):
    """An original cannot be put back; the message says why."""


@dataclass(slots=True)
class Outcome:
    """What became of the rejected records that were chosen."""

    replayed: list[str] = field(default_factory=list)
    already: list[str] = field(default_factory=list)
    """Put back by an earlier call."""
    refused: dict[str, str] = field(default_factory=dict)
    """Why, by id."""


async def replay(settings: Settings, chosen: Callable[[Rejected], bool]) -> Outcome:
    """Put the originals of the chosen rejected records back on `pages`.

    A page and the mark that it was put back are written in one transaction, and only one replay under a prefix can
    write at a time, so that none is put back twice, however often and wherever this is called.

    Raises
    ------
    aiokafka.errors.KafkaError
        When the broker does not take them, or another replay took over; what was committed before stays.
    streams.topic_admin.TopicError
        When a topic is not as declared.
    """
    await topic_admin.apply(settings)
    outcome = Outcome()
    # Started before the marks are read: this fences another replay, and ends its open transaction.
    options = producing(settings) | {"transactional_id": f"{settings.prefix}replay"}
    async with (
        AIOKafkaProducer(**options) as producer,
        AIOKafkaConsumer(**reading(settings)) as consumer,
    ):
        done = {record.key.decode() async for record in scan(settings, "replayed")}
        source = _Originals(settings, consumer)
        waiting: list[tuple[str, Put]] = []
        met: set[str] = set()
        codec = Codec(Rejected)
        async for record in scan(settings, "rejected"):
            rejected = codec.decode(record.value)
            # A rejection that was written twice is one.
            if rejected.id in met or not chosen(rejected):
                continue
            met.add(rejected.id)
            if rejected.id in done:
                outcome.already.append(rejected.id)
                continue
            try:
                waiting.append((rejected.id, await source.page_of(rejected)))
            except RefusedError as error:
                outcome.refused[rejected.id] = str(error)
            if len(waiting) >= PAGES_A_TRANSACTION:
                await _write(producer, settings, waiting, outcome)
        await _write(producer, settings, waiting, outcome)
    return outcome


async def _write(
    producer: AIOKafkaProducer, settings: Settings, waiting: list[tuple[str, Put]], outcome: Outcome
) -> None:
    if not waiting:
        return
    async with producer.transaction():
        for name, put in waiting:
            await producer.send(settings.topic("pages"), put.value, key=put.key, headers=put.headers)
            await producer.send(settings.topic("replayed"), encode(Replayed(id=name)), key=name.encode())
    outcome.replayed += [name for name, _ in waiting]
    waiting.clear()


class _Originals:
    """Finds the raw page of a rejected record: in the record itself, or on the topic that it came from."""

    def __init__(self, settings: Settings, consumer: AIOKafkaConsumer) -> None:
        self._settings = settings
        self._consumer = consumer
        self._pages = settings.topic("pages")

    async def page_of(self, rejected: Rejected) -> Put:
        original = rejected.original
        if original.topic == self._pages and not original.cut:
            key = base64.b64decode(original.key) if original.key is not None else None
            headers = [(name, base64.b64decode(value)) for name, value in original.headers]
            return self._put(rejected, base64.b64decode(original.value_base64), key, headers)
        # What a later stage refused is no raw page: the page that it comes from is.
        origin = rejected.origin
        if origin.topic != self._pages:
            raise RefusedError(f"the raw page is not known; what was refused came from {original.topic}")
        coordinates = f"{origin.topic}[{origin.partition}] at {origin.offset}"
        count = (await topic_admin.describe(self._settings))["pages"]
        if origin.partition >= count:
            raise RefusedError(f"its page stood at {coordinates}, and there is no such partition now")
        record = await fetch(self._consumer, TopicPartition(origin.topic, origin.partition), origin.offset)
        if record is None:
            raise RefusedError(f"its page is no longer at {coordinates}, and the rejection holds only a part of it")
        value = record.value or b""
        if original.topic == self._pages and hashlib.sha256(value).hexdigest() != original.sha256:
            raise RefusedError(f"another page stands at {coordinates} now")
        return self._put(rejected, value, record.key, list(record.headers))

    def _put(self, rejected: Rejected, value: bytes, key: bytes | None, headers: list[tuple[str, bytes]]) -> Put:
        kept = [(name, content) for name, content in headers if name != REPLAY_HEADER]
        put = Put(value, key, [*kept, (REPLAY_HEADER, rejected.id.encode())])
        size = DefaultRecordBatchBuilder.estimate_size_in_bytes(put.key, put.value, put.headers)
        if size > self._settings.max_request_bytes:
            raise RefusedError(f"it has {size} bytes with its key and headers, more than max_request_bytes")
        return put
