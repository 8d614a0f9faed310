"""The one place where a worker is put together: `create_app(settings)` returns the Faust app with its stages."""

import asyncio
import importlib
import logging
import os
import threading
from collections.abc import Collection, Sequence
from typing import Any, Protocol, cast

import faust
from aiokafka.errors import KafkaError
from faust.streams import Stream
from faust.types import TP, StreamT
from faust.types.auth import CredentialsT
from faust.types.transports import TransportT

from agents.stage import Step
from agents.table_stage import TableStep
from agents.worker import beside, health, logs, minutes
from agents.worker.answering import Answerer, Inside, Outside
from agents.worker.beside import Beside
from agents.worker.lost_records import AnotherTopicError, ids_of, see_ids, see_topics
from agents.worker.publisher import Publisher
from agents.worker.stateful import Stateful
from agents.worker.stateless import Stateless
from agents.worker.transport import Consumer, Transport
from agents.worker.turns import Turn, Turns
from streams import kafka_client, metrics, topic_admin
from streams.lag import APART, group_of
from streams.settings import Settings, load
from streams.store.stores import Stores
from streams.trace_export import Exporter

log = logging.getLogger(__name__)

STAGES = ("clean", "tag_entities", "tag_topics", "count", "group", "trend")
"""Every stage, in the order of the flow; `agents/<stage>/agent.py` registers it."""
FETCH_BYTES = 262_144
"""A partition's part in one fetch, compressed; the broker gives a single larger record all the same."""
METADATA_SECONDS = 30
"""How long it may take until a topic that was deleted or made anew is noticed."""
FETCH_RECORDS = 256
"""Records that are unpacked at once."""
DRAIN_SHARE = 0.5
"""Part of the session timeout that finishing what is in flight may take when partitions are revoked."""
DRAIN_SECONDS = 15
"""How long finishing what is in flight may take when the worker stops."""
EXIT_SECONDS = 10
"""How long a worker that failed may take to stop by itself before it is ended."""
EXIT_CODE = 70


class Carrier(Protocol):
    """What carries a stage: `Stateless`, or `Stateful` for one with a table."""

    name: str

    async def run(self, stream: Stream[Any]) -> None:
        """Consume the stream until the worker stops."""

    async def drain(self) -> None:
        """Finish and ack everything that was taken."""

    async def assigned(self, partitions: set[int]) -> None:
        """Open what belongs to the partitions that it reads now, and let go of what belongs to others."""

    async def close(self) -> None:
        """Let go of what is open, everything being finished."""


class Rasid(faust.App):
    """A Faust app that finishes what it has taken before it gives partitions back or stops."""

    settings: Settings
    stages: tuple[str, ...]
    publisher: Publisher
    stores: Stores
    turns: Turns
    exporter: Exporter | None
    """What sends traces; None: nothing does."""
    carriers: list[tuple[Carrier, str]]
    """What carries each stage, and the topic that it reads."""
    beside: list[Beside]
    """The processes beside this one."""
    begins_at_end: bool = False
    """Whether a group that is new leaves out what stands on its topics already."""
    failed: bool = False
    stops: str = ""
    """With which error the worker is stopping."""
    _ready: bool = False
    _seeing: "asyncio.Task[None] | None" = None

    def _new_transport(self) -> TransportT:
        return Transport(self.conf.broker_consumer, self)

    def _create_directories(self) -> None:
        """Make none of Faust's: tables' stores make their own."""

    def carry(self, step: Step[Any, Any] | TableStep[Any, Any, Any, Any]) -> None:
        """Have a stage consume the topic that it reads."""
        turn = self.turns.turn(len(self.carriers))
        carrier: Carrier = (
            Stateful(self, step, self._answerer(step, turn), self.stores, turn, self.settings, self.exporter)
            if isinstance(step, TableStep)
            else Stateless(self, step, self.publisher, turn, self.settings, self.exporter)
        )
        name = self.settings.topic(step.reads)
        self.carriers.append((carrier, name))
        topic = self.topic(
            name,
            key_type=bytes,
            value_type=bytes,
            key_serializer="raw",
            value_serializer="raw",
        )

        async def consume(stream: StreamT[Any]) -> None:
            try:
                await carrier.run(cast("Stream[Any]", stream))
            except Exception as error:
                await self.crash(error)
                raise

        self.agent(topic, name=carrier.name, concurrency=1)(consume)

    def _answerer(self, step: TableStep[Any, Any, Any, Any], turn: Turn) -> Answerer | None:
        """Return what answers a stage's questions, with all that it needs loaded."""
        if step.answering is None:
            return None
        if not beside.pays(self.settings):
            return Inside(step.answering(self.settings), turn)
        process = beside.Beside(step.answering, self.settings)
        self.beside.append(process)
        return Outside(process, turn, self.settings.batch_size)

    async def on_start(self) -> None:
        """Make the topics and connect, before anything is consumed."""
        made = await topic_admin.apply(self.settings)
        await self.publisher.start()
        self.on_partitions_revoked.connect(self._finish_revoked)
        self.on_partitions_assigned.connect(self._take_over)
        self.on_rebalance_complete.connect(self._wait_for_stages)
        log.info("broker %s, prefix %s", kafka_client.bootstrap(self.settings), self.settings.prefix)
        log.info("stages: %s", ", ".join(self.stages))
        if made:
            log.info("topics made: %s", ", ".join(made))
        self.add_future(self._watch_ids())
        await super().on_start()

    async def _watch_ids(self) -> None:
        """Stop when a topic that is read was made anew: offsets of the old one can be valid in it."""
        names, known = {topic for _, topic in self.carriers}, dict[str, str]()
        while not self.should_stop:
            try:
                known = see_ids(known, await ids_of(self.settings, names))
            except AnotherTopicError as error:
                await self.crash(error)
                raise
            except (KafkaError, OSError) as error:
                log.debug("ids of topics: %s", error)
            await self.sleep(METADATA_SECONDS)

    async def _finish_revoked(self, *arguments: Any, **_: Any) -> None:
        try:
            async with asyncio.timeout(self.settings.session_timeout_ms / 1000 * DRAIN_SHARE):
                await self._drain()
                await self.consumer.commit()
        except TimeoutError:
            log.warning("not all of %s partitions was finished in time; it will be done again", len(arguments[-1]))

    async def _take_over(self, *arguments: Any, **_: Any) -> None:
        assigned: set[TP] = arguments[-1]
        for topic in sorted({tp.topic for tp in assigned}):
            partitions = sorted(tp.partition for tp in assigned if tp.topic == topic)
            log.info("assigned %s: partitions %s", topic, ", ".join(map(str, partitions)))
        for carrier, topic in self.carriers:
            await carrier.assigned({tp.partition for tp in assigned if tp.topic == topic})
        metrics.REBALANCES.inc()
        if not self._ready:
            self._ready = True
            log.info("ready: %d partitions%s", len(assigned), _pages(self.settings))
        if idle := {topic for _, topic in self.carriers} - {tp.topic for tp in assigned}:
            # Other workers have them all, or they are not there any more.
            self._seeing = asyncio.create_task(self._see_topics(idle))

    async def _wait_for_stages(self, *_: Any, **__: Any) -> None:
        """Seek no partition before stages have their tables: what takes Faust long there it gives up for good."""
        await cast("Consumer", self.consumer).taken_over.wait()

    async def _see_topics(self, names: Collection[str]) -> None:
        try:
            await see_topics(self.settings, names)
        except Exception as error:
            await self.crash(error)
            raise

    async def _drain(self) -> None:
        self.turns.finishing = True
        try:
            await asyncio.gather(*(carrier.drain() for carrier, _ in self.carriers))
        finally:
            self.turns.finishing = False

    async def on_stop(self) -> None:
        """Finish what was taken, commit its offsets, and take nothing more."""
        if not self.failed:
            self.consumer.stop_flow()
            self.flow_control.suspend()
            self.flow_control.clear()
            try:
                async with asyncio.timeout(DRAIN_SECONDS):
                    await self._drain()
                    await self.consumer.commit()
                    await asyncio.gather(*(carrier.close() for carrier, _ in self.carriers))
            except TimeoutError:
                log.warning("not everything was finished in %s s; the next worker will do it again", DRAIN_SECONDS)
        await super().on_stop()
        await self.publisher.stop()
        for process in self.beside:
            process.close()
        if self.exporter is not None:
            await asyncio.to_thread(self.exporter.close)

    async def crash(self, reason: BaseException) -> None:
        """Stop the worker with an error: offsets behind a failed send or commit are never committed."""
        if not self.failed:
            self.failed = True
            self.stops = f"{type(reason).__name__}: {reason}"
            metrics.STOPPED.labels(type(reason).__name__).inc()
            log.critical("the worker stops: %s", self.stops)
            ender = threading.Timer(EXIT_SECONDS, os._exit, (EXIT_CODE,))
            ender.daemon = True
            ender.start()
        await super().crash(reason)


def create_app(settings: Settings, stages: Sequence[str] = STAGES) -> Rasid:
    """Put a worker's app together.

    Parameters
    ----------
    settings
        Where the broker is, and everything else.
    stages
        Names of the stages that this worker runs.

    Raises
    ------
    ValueError
        When a stage has no such name.
    streams.kafka_client.NoBrokerError
        When no broker is set and no local one runs.
    """
    unknown = sorted(set(stages) - {*STAGES, *APART})
    if unknown:
        raise ValueError(f"no such stage: {', '.join(unknown)}; there are {', '.join((*STAGES, *sorted(APART)))}")
    if set(stages) & APART and not set(stages) <= APART:
        raise ValueError(f"{', '.join(sorted(set(stages) & APART))} runs in a worker of its own: rasid worker alert")
    session = settings.session_timeout_ms / 1000
    app = Rasid(
        group_of(settings, stages),
        broker=[f"kafka://{server.strip()}" for server in kafka_client.bootstrap(settings).split(",")],
        broker_credentials=_credentials(settings),
        broker_session_timeout=session,
        broker_heartbeat_interval=session / 4,
        broker_request_timeout=max(40.0, session * 2),
        broker_rebalance_timeout=max(30.0, session * 2),
        broker_commit_interval=settings.offset_interval_ms / 1000,
        consumer_auto_offset_reset="none",
        consumer_max_fetch_size=FETCH_BYTES,
        consumer_metadata_max_age_ms=METADATA_SECONDS * 1000,
        broker_max_poll_records=FETCH_RECORDS,
        stream_buffer_maxsize=settings.batch_size * 8,
        stream_wait_empty=False,
        topic_allow_declare=False,
        topic_disable_leader=True,
        store="memory://",
        web_enabled=bool(settings.web_port),
        web_bind=settings.web_host,
        web_port=settings.web_port or 6066,
        logging_config=logs.config(settings),
        worker_redirect_stdouts=False,
    )
    app.settings = settings
    app.publisher = Publisher(settings)
    app.turns = Turns()
    app.exporter = Exporter(settings) if settings.traces_to else None
    app.stores = Stores(settings)
    app.stages = tuple(stages)
    app.begins_at_end = set(stages) <= APART  # what was before is for `rasid alerts check`
    app.carriers = []
    app.beside = []
    for stage in stages:
        importlib.import_module(f"agents.{stage}.agent").register(app)
    health.register(app, settings.stuck_seconds, lambda: app.stops, lambda: app.stores.records_read)
    minutes.register(app, stages)
    return app


def _pages(settings: Settings) -> str:
    """Return where the worker's own pages are, as its log says it."""
    if not settings.web_port:
        return ""
    return f"; http://{settings.web_host}:{settings.web_port}/healthz and /metrics"


def _credentials(settings: Settings) -> CredentialsT | None:
    context = kafka_client.ssl_context(settings)
    if settings.security_protocol.startswith("SASL"):
        return faust.SASLCredentials(
            username=settings.sasl_username,
            password=settings.sasl_password,
            ssl_context=context,
            mechanism=settings.sasl_mechanism,
        )
    return faust.SSLCredentials(context) if context is not None else None


def __getattr__(name: str) -> Rasid:
    """Make the app that `faust -A agents.worker.app worker` asks for, with the settings of environment and `.env`."""
    if name == "app":
        return create_app(load())
    raise AttributeError(name)
