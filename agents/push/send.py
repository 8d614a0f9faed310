"""Pushing pages: an idempotent producer, back-pressure, and a count of what went and what did not."""

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError, KafkaTimeoutError, MessageSizeTooLargeError

from agents.push.feed import Feed
from agents.push.pages import Failure, Page
from streams import topics
from streams.client import producing
from streams.settings import Settings

READ_AHEAD = 64
"""Pages that are read before they can be sent."""
RUN = 32
"""Pages that go to one partition before the next one's turn: enough for a batch to compress well."""
WAITING = 5_000
"""Pages that the broker has not acknowledged, at most."""
KEPT = 20
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
        if len(self.failures) < KEPT:
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
    streams.topics.TopicError
        When the topics cannot be made.
    """
    started = time.monotonic()
    if "pages" not in await topics.describe(settings):
        await topics.apply(settings)
    summary = Summary()
    async with AIOKafkaProducer(**producing(settings)) as producer:
        pusher = _Pusher(producer, settings.topic("pages"), summary)
        feed = Feed(source, READ_AHEAD)
        try:
            while not summary.gave_up and (items := await feed.take()):
                for item in items:
                    if isinstance(item, Failure):
                        summary.fail(item)
                    else:
                        await pusher.send(item)
                if report:
                    report(summary)
        finally:
            feed.close()
        await producer.flush()
        await pusher.settle()
    summary.seconds = time.monotonic() - started
    if report:
        report(summary)
    return summary


class _Pusher:
    """Sends pages to the partitions in turn, and counts what the broker says."""

    def __init__(self, producer: AIOKafkaProducer, topic: str, summary: Summary) -> None:
        self._producer = producer
        self._topic = topic
        self._summary = summary
        self._room = asyncio.Semaphore(WAITING)
        self._partitions: list[int] = []
        self._sent = 0

    async def send(self, page: Page) -> None:
        """Hand a page to the producer, waiting while too many are under way."""
        if not self._partitions:
            self._partitions = sorted(await self._producer.partitions_for(self._topic))
        partition = self._partitions[self._sent // RUN % len(self._partitions)]
        self._sent += 1
        await self._room.acquire()
        try:
            future = await self._producer.send(self._topic, page.value, partition=partition)
        except (KafkaError, ValueError) as error:
            self._failed(page, error)
            self._room.release()
        else:
            future.add_done_callback(partial(self._done, page.where, len(page.value)))

    async def settle(self) -> None:
        """Wait until the broker has said something of each page."""
        for _ in range(WAITING):
            await self._room.acquire()

    def _done(self, where: str, size: int, future: "asyncio.Future[object]") -> None:
        self._room.release()
        error = future.exception() if not future.cancelled() else asyncio.CancelledError("not sent")
        if error is None:
            self._summary.pushed += 1
            self._summary.pushed_bytes += size
        else:
            self._failed(Page(b"", where), error)

    def _failed(self, page: Page, error: BaseException) -> None:
        if isinstance(error, KafkaTimeoutError):
            self._summary.gave_up = True
        said = "larger than max_request_bytes" if isinstance(error, MessageSizeTooLargeError) else str(error)
        self._summary.fail(Failure(page.where, said or type(error).__name__))
