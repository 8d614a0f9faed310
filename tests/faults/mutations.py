"""Guards taken away one by one: with each, the suite must find wrong just what the guard is for."""

import asyncio
import os
import random
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import msgspec
from aiokafka import AIOKafkaProducer
from aiokafka.producer.producer import TransactionContext
from aiokafka.structs import RecordMetadata
from faust.transport.drivers import aiokafka as driver

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
from tests.faults.cases.listed import CASES
from tests.faults.scene import Case


@dataclass(frozen=True, kw_only=True)
class Mutation:
    """A guard taken away."""

    name: str
    guard: str
    case: str
    """The case that must be wrong with it."""
    shows: str
    """What then stands in what is wrong."""
    settings: Mapping[str, object] = field(default_factory=dict)
    """Settings that take the guard away."""
    patch: Callable[[], None] | None = None
    """What takes it away in the worker's process, where no setting does."""
    always: bool = False
    """Whether `make test` runs it too."""

    def play_as(self) -> Case:
        """Return its case, with the guard taken away."""
        case = CASES[self.case]
        patched = self.name if self.patch else None
        return replace(case, name=f"without-{self.name}", changes={**case.changes, **self.settings}, mutation=patched)


def seen_in(wrong: Mapping[str, str], mutation: Mutation) -> bool:
    """Whether what is wrong shows that the guard is away."""
    return any(mutation.shows in f"{what}: {how}" for what, how in wrong.items())


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
    HandedOut.finish = lambda *_: None


def read_before_tables_open() -> None:
    """Let records flow while stages open what they were assigned, slowly, and what is dropped be passed over."""
    assigned = Stateful.assigned

    async def assign_slowly(stateful_: Stateful, partitions: set[int]) -> None:
        await asyncio.sleep(1)
        await assigned(stateful_, partitions)

    Stateful.assigned = assign_slowly
    transport.Consumer.perform_seek = driver.Consumer.perform_seek
    transport.Consumer.resume_flow = driver.Consumer.resume_flow
    HandedOut.finish = lambda *_: None


LISTED = (
    Mutation(
        name="seen",
        guard="records applied again are told by `seen`",
        case="kill",
        shows="counts of",
        settings={"unsafe_no_seen": True, "offset_interval_ms": 5000},
        always=True,
    ),
    Mutation(
        name="seen-set-back",
        guard="records that come again long after are told by `seen`",
        case="rewind",
        shows="counts of",
        settings={"unsafe_no_seen": True},
    ),
    Mutation(
        name="determinism",
        guard="the same page gives the same bytes",
        case="roll",
        shows="articles ",
        patch=clean_by_chance,
    ),
    Mutation(
        name="revisions",
        guard="an article counts once, however often it is visited",
        case="roll",
        shows="counts of",
        settings={"revisions": "off"},
    ),
    Mutation(
        name="take-back",
        guard="a revision takes back what the one before it gave to the counts",
        case="roll",
        shows="counts of",
        patch=keep_what_was_replaced,
        always=True,
    ),
    Mutation(
        name="meeting",
        guard="all visits to an article meet in one partition",
        case="roll",
        shows="counts of",
        patch=spread_visits,
    ),
    Mutation(
        name="transactions",
        guard="state, outputs and `seen` are written in one transaction",
        case="kill",
        shows="counts of",
        settings={"unsafe_no_fencing": True},
        patch=commit_in_parts,
    ),
    Mutation(
        name="rejections",
        guard="what is refused goes to `rejected`",
        case="roll",
        shows="in 0 places",
        patch=drop_what_is_refused,
    ),
    Mutation(
        name="rejection-limit",
        guard="a limit on rejections stops a worker that refuses every page",
        case="refuse-all",
        shows="refuses every page",
        settings={"reject_run": 0, "reject_ratio": 1.0},
    ),
    Mutation(
        name="acks-after-commits",
        guard="records are acked behind the commit of what was made of them",
        case="kill",
        shows="in 0 places",
        settings={"offset_interval_ms": 100, "commit_interval_ms": 2000},
        patch=ack_at_once,
    ),
    Mutation(
        name="failing-commits",
        guard="a failed commit stops the worker",
        case="refuse-enriched",
        shows="no worker ended",
        patch=pass_over_failures,
    ),
    Mutation(
        name="stopping",
        guard="a worker in which something failed ends",
        case="refuse-enriched",
        shows="no worker ended",
        patch=go_on_after_failures,
    ),
    Mutation(
        name="read-committed",
        guard="what was rolled back is not read",
        case="refuse-enriched",
        shows="counts of",
        patch=read_uncommitted,
    ),
    Mutation(
        name="identities",
        guard="a store that is foreign or too far is filled anew",
        case="harm-stores",
        shows="the case ended",
        patch=trust_every_store,
    ),
    Mutation(
        name="flow-stopped",
        guard="nothing flows until every partition stands at its offset",
        case="stand-by",
        shows="in 0 places",
        patch=read_while_seeking,
    ),
    Mutation(
        name="taken-over",
        guard="nothing flows until every stage has opened what it was assigned",
        case="stand-by",
        shows="counts of",
        patch=read_before_tables_open,
    ),
    Mutation(
        name="watch",
        guard="a worker that makes no progress ends",
        case="stall",
        shows="makes no progress",
        settings={"stuck_seconds": 100_000},
    ),
)
MUTATIONS = {mutation.name: mutation for mutation in LISTED}
PATCHES: dict[str, Callable[[], None]] = {
    "clock-ahead": partial(shift_clock, 3600.0),
    "clock-behind": partial(shift_clock, -3600.0),
    "dying": die_in_a_commit,
    "seeing-topics": see_topics_at_once,
    "stalling": stall,
    **{mutation.name: mutation.patch for mutation in LISTED if mutation.patch is not None},
}
"""What is changed in a worker's process, by its name."""
