"""Pushing pages: an idempotent producer, back-pressure, and a count of what went and what did not."""

import asyncio
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaTimeoutError, MessageSizeTooLargeError

from agents.push.feed import Feed
from agents.push.outlet_key import outlet_key
from agents.push.page import Failure, Page
from agents.push.spans import Spans
from streams import topic_admin
from streams.kafka_client import producing
from streams.settings import Settings
from streams.trace_export import Span

READ_AHEAD_PAGES = 64
"""Pages that are read before they can be sent."""
PAGES_A_TURN = 32
"""Pages of no outlet that go to one partition before the next one's turn: enough for a batch to compress well."""
MAX_WAITING_PAGES = 5_000
"""Pages that the broker has not acknowledged, at most."""
PATIENCE_SECONDS = 60.0
"""How long the broker may acknowledge nothing: longer than a restart takes."""
STOP_SECONDS = 5.0
MAX_NAMED_FAILURES = 20
"""Failures that the summary names; the others are counted."""


@dataclass(slots=True)
class Summary:
    """What became of the pages."""

    pushed: int = 0
    pushed_bytes: int = 0
    failed: int = 0
    failures: list[Failure] = field(default_factory=list)
    """The first ones."""
    gave_up: bool = False
    """Whether the rest was left unread, because the broker no longer answered."""
    seconds: float = 0.0

    def fail(self, failure: Failure) -> None:
        """Count a page that did not go."""
        self.failed += 1
        if len(self.failures) < MAX_NAMED_FAILURES:
            self.failures.append(failure)


async def push(
    source: Iterable[Page | Failure], settings: Settings, report: Callable[[Summary], None] | None = None
) -> Summary:
    """Push pages to the topic `pages`, which is made with the others when it is missing.

    Parameters
    ----------
    source
        Read in a thread of its own.
    settings
        Where to.
    report
        Called again and again with how far it is.

    Raises
    ------
    aiokafka.errors.KafkaError
        When the broker cannot be reached at the start.
    streams.topic_admin.TopicError
        When the topics cannot be made.
    """
    started = time.monotonic()
    if "pages" not in await topic_admin.describe(settings):
        await topic_admin.apply(settings)
    summary = Summary()
    spans = Spans(settings)
    producer = AIOKafkaProducer(**producing(settings))
    await producer.start()
    pusher = _Pusher(producer, settings.topic("pages"), summary, spans)
    feed = Feed(source, READ_AHEAD_PAGES)
    try:
        while items := await feed.take():
            for item in items:
                if isinstance(item, Failure):
                    summary.fail(item)
                else:
                    await pusher.send(item)
            if report:
                report(summary)
        await pusher.settle()
    except _GaveUpError:
        summary.gave_up = True
        pusher.abandon()
    finally:
        feed.close()
        # An idempotent producer tries for ever, and stopping it waits for that.
        with suppress(TimeoutError):
            await asyncio.wait_for(producer.stop(), STOP_SECONDS if summary.gave_up else None)
    await asyncio.to_thread(spans.close)
    summary.seconds = time.monotonic() - started
    if report:
        report(summary)
    return summary


class _GaveUpError(Exception):
    """The broker has acknowledged nothing for too long."""


class _Pusher:
    """Sends pages to the partitions of their outlets, those of none in turn, and counts what the broker says."""

    def __init__(self, producer: AIOKafkaProducer, topic: str, summary: Summary, spans: Spans) -> None:
        self._producer = producer
        self._topic = topic
        self._summary = summary
        self._spans = spans
        self._partitions: list[int] = []
        self._keyless = 0
        self._waiting = 0
        self._room = asyncio.Event()
        self._answered = time.monotonic()
        self._abandoned = False

    async def send(self, page: Page) -> None:
        """Hand a page to the producer, waiting while too many are under way.

        Raises
        ------
        _GaveUpError
            When the broker has acknowledged nothing for too long.
        """
        key = outlet_key(page.value)
        partition = await self._next_turn() if key is None else None
        await self._wait_for(MAX_WAITING_PAGES - 1)
        if not self._waiting:
            self._answered = time.monotonic()
        span = self._spans.begin()
        headers = [span.own.header] if span else None
        while True:
            try:
                future = await self._producer.send(self._topic, page.value, key, partition, headers=headers)
            except KafkaTimeoutError:
                self._check()
                continue
            except MessageSizeTooLargeError:
                self._summary.fail(Failure(page.where, "larger than max_request_bytes"))
                return
            self._waiting += 1
            future.add_done_callback(partial(self._done, page.where, len(page.value), span))
            return

    async def _next_turn(self) -> int:
        """Return the partition of a page that names no outlet."""
        if not self._partitions:
            self._partitions = sorted(await self._producer.partitions_for(self._topic))
        self._keyless += 1
        return self._partitions[(self._keyless - 1) // PAGES_A_TURN % len(self._partitions)]

    async def settle(self) -> None:
        """Wait until the broker has said something of each page.

        Raises
        ------
        _GaveUpError
            When it has acknowledged nothing for too long.
        """
        await self._wait_for(0)

    def abandon(self) -> None:
        """Count what is under way as failed."""
        self._abandoned = True
        if self._waiting:
            why = f"{self._waiting:,} pages were sent and not acknowledged; some of them may have arrived"
            self._summary.fail(Failure("-", why))
            self._summary.failed += self._waiting - 1

    async def _wait_for(self, pages: int) -> None:
        while self._waiting > pages:
            self._room.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._room.wait(), 1)
            self._check()

    def _check(self) -> None:
        if time.monotonic() - self._answered > PATIENCE_SECONDS:
            raise _GaveUpError

    def _done(self, where: str, size: int, span: Span | None, future: "asyncio.Future[object]") -> None:
        error = asyncio.CancelledError("not sent") if future.cancelled() else future.exception()
        self._spans.end(span, failed=error is not None)
        if self._abandoned:
            return
        self._waiting -= 1
        self._room.set()
        self._answered = time.monotonic()
        if error is None:
            self._summary.pushed += 1
            self._summary.pushed_bytes += size
        else:
            self._summary.fail(Failure(where, str(error) or type(error).__name__))
