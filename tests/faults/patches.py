"""What takes a guard away in a worker's process, or has one do what it must not."""

import asyncio
import itertools
import os
import random
import signal
import time
from collections.abc import Sequence
from typing import Any

import msgspec
from aiokafka import AIOKafkaProducer
from aiokafka.producer.producer import TransactionContext
from aiokafka.structs import RecordMetadata
from faust.transport.drivers import aiokafka as driver
from faust.types import Message

from agents.clean import step as clean_step
from agents.stage import Processed
from agents.table_stage import Asking, apply
from agents.tag_topics import step as topics_step
from agents.worker import app, stateful, transport
from agents.worker.app import Rasid
from agents.worker.handed_out import HandedOut
from agents.worker.stateful import Stateful, _Owned
from streams.outgoing import Out
from streams.records.articles import Article
from streams.records.enriched import EnrichedArticle
from streams.settings import Settings
from streams.store import filling
from streams.table import Table


def ack_at_once() -> None:
    """Ack records when they are applied, not when what was made of them is committed."""
    add = _Owned.add

    async def add_and_ack(owned: _Owned, events: list[Any]) -> None:
        for event in events:
            event.ack()
        await add(owned, events)

    _Owned.add = add_and_ack


def pass_over_failures() -> None:
    """Take a failed commit for one that succeeded."""
    commit = Table.commit

    async def commit_or_not(table: Table[Any], *gathered: Any) -> None:
        try:
            await commit(table, *gathered)
        except Exception:  # noqa: BLE001 - that is the mutation
            return

    Table.commit = commit_or_not


def go_on_after_failures() -> None:
    """Do not stop when something failed."""

    async def go_on(_: Rasid, __: BaseException) -> None:
        return

    Rasid.crash = go_on


def read_uncommitted() -> None:
    """Read what was rolled back, too."""
    transport.ConsumerThread._create_worker_consumer = driver.AIOKafkaConsumerThread._create_worker_consumer


def trust_every_store() -> None:
    """Read on from a store whatever it is of."""
    filling.unusable = lambda *_, **__: None


def stall() -> None:
    """Let fifty commits through, and have the others hang."""
    commit, left = Table.commit, iter(range(50))

    async def commit_or_hang(table: Table[Any], *gathered: Any) -> None:
        if next(left, None) is None:
            await asyncio.Event().wait()
        await commit(table, *gathered)

    Table.commit = commit_or_hang


def die_in_a_commit() -> None:
    """Kill this process in one of its commits: in the transaction, behind it, or behind the write to the store."""
    send, end, commit = Table._send, TransactionContext.__aexit__, Table.commit
    chance = random.SystemRandom()
    moment, left = chance.choice(("sent", "committed", "stored")), iter(range(chance.randint(3, 60)))

    def die_at(now: str) -> None:
        if now == moment and next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    async def send_and_die(table: Table[Any], *arguments: Any) -> Any:
        sent = await send(table, *arguments)
        die_at("sent")
        return sent

    async def end_and_die(context: TransactionContext, *arguments: Any) -> None:
        await end(context, *arguments)
        die_at("committed")

    async def commit_and_die(table: Table[Any]) -> None:
        await commit(table)
        die_at("stored")

    Table._send, TransactionContext.__aexit__, Table.commit = send_and_die, end_and_die, commit_and_die


def see_topics_at_once() -> None:
    """Look every second whether topics are what they were, for tests that make them anew."""
    app.METADATA_SECONDS = 1


def shift_clock(seconds: float) -> None:
    """Have this process read another time of day."""
    real = time.time
    time.time = lambda: real() + seconds


def clean_by_chance() -> None:
    """Have an article's section be one or another, whenever it is cleaned."""
    clean, chance = clean_step.clean, random.SystemRandom()

    def clean_or_so(*arguments: Any) -> Article:
        return msgspec.structs.replace(clean(*arguments), section=chance.choice(("أخبار", "تقارير")))

    clean_step.clean = clean_or_so


def spread_visits() -> None:
    """Have the visits to an article go to any partition."""
    chance = random.SystemRandom()
    clean_step.partition_of = lambda _, count: chance.randrange(count)


def commit_in_parts() -> None:
    """Write the first half of a commit, and the other half a moment later."""
    send = Table._send

    async def send_in_parts(table: Table[Any], producer: AIOKafkaProducer, outs: list[Out]) -> list[RecordMetadata]:
        half = len(outs) // 2
        first = await send(table, producer, outs[:half])
        await asyncio.sleep(0.5)
        return first + await send(table, producer, outs[half:])

    Table._send = send_in_parts


def drop_what_is_refused() -> None:
    """Publish no rejection."""

    def apply_and_drop(*arguments: Any) -> Asking[Processed]:
        processed = yield from apply(*arguments)
        return Processed([out for out in processed.outs if out.topic != "rejected"], processed.rejections)

    stateful.apply = apply_and_drop


def keep_what_was_replaced() -> None:
    """Have no revision take back what the one before it gave to the counts."""
    encode = topics_step.encode_mentions

    def encode_new(enriched: Sequence[tuple[EnrichedArticle, object]], settings: Settings) -> list[tuple[int, bytes]]:
        return encode([(article, None) for article, _ in enriched], settings)

    topics_step.encode_mentions = encode_new


def read_while_seeking() -> None:
    """Have Faust say when records flow, where seeking lasts until some came, and let what is dropped be passed over."""
    seek = driver.Consumer.perform_seek

    async def seek_slowly(consumer: driver.Consumer) -> None:
        await seek(consumer)
        for _ in range(1000):
            if consumer.flow_active and any(queue.qsize() for queue in consumer.app.flow_control._queues):
                return
            await asyncio.sleep(0.005)

    transport.Consumer.perform_seek = seek_slowly
    transport.Consumer.resume_flow = driver.Consumer.resume_flow
    transport.Consumer.on_partitions_revoked = driver.Consumer.on_partitions_revoked
    HandedOut.take = HandedOut.finish = lambda *_: None


def read_before_tables_open() -> None:
    """Let records flow while stages open what they were assigned, slowly, and what is dropped be passed over."""
    assigned = Stateful.assigned

    async def assign_slowly(stateful_: Stateful, partitions: set[int]) -> None:
        await asyncio.sleep(1)
        await assigned(stateful_, partitions)

    Stateful.assigned = assign_slowly
    transport.Consumer.perform_seek = driver.Consumer.perform_seek
    transport.Consumer.resume_flow = driver.Consumer.resume_flow
    HandedOut.take = HandedOut.finish = lambda *_: None


def drop_a_record() -> None:
    """Drop one record on its way to a stage, once some hundred have come."""
    begin, count = transport.Consumer.__init__, itertools.count(1)
    at = random.SystemRandom().randint(100, 300)

    def begin_to_drop(consumer: transport.Consumer, *arguments: Any, **named: Any) -> None:
        begin(consumer, *arguments, **named)
        pass_on = consumer.callback

        async def pass_on_or_drop(message: Message) -> None:
            if next(count) != at:
                await pass_on(message)

        consumer.callback = pass_on_or_drop

    transport.Consumer.__init__ = begin_to_drop


def pass_over_what_is_dropped() -> None:
    """Drop a record, and commit behind it."""
    drop_a_record()
    HandedOut.take = HandedOut.finish = lambda *_: None
