"""Takes what a Faust stream has now as a batch, bounded in records and in bytes."""

from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any, Protocol, cast

from faust.streams import Stream
from faust.types import AppT, ChannelT, EventT

from agents.stage import Incoming
from agents.worker.handed_out import HandedOut

Event = EventT[Any]
FIRST_SIZE = 8
"""Records that a stage takes at once before it is known how long they take."""
MAX_BYTES = 1_000_000
"""Of a batch's records together; a larger one is taken alone, so that it holds up none but those behind it."""
SHORTEST_SECONDS = 1e-6
"""Of a batch: a clock that stood still says nothing of the rate."""


class HandsOut(Protocol):
    """A consumer that knows which records it has handed out."""

    handed_out: HandedOut


def incoming(event: Event) -> Incoming:
    """Return the record of an event."""
    message = event.message
    headers = message.headers or ()
    return Incoming(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        timestamp_ms=round((message.timestamp or 0) * 1000),
        key=message.key,
        value=message.value,
        headers=tuple(headers.items() if isinstance(headers, Mapping) else headers),
    )


class BatchSize:
    """How many records a stage takes at once: as many as its function gets through in the time that it may take.

    While a function works the other stages' functions wait for it.
    """

    def __init__(self, max_records: int, max_seconds: float) -> None:
        self._max_records = max_records
        self._max_seconds = max_seconds
        self._exact = float(min(max_records, FIRST_SIZE))

    @property
    def now(self) -> int:
        """The size at present, at least one."""
        return max(1, int(self._exact))

    def took(self, seconds: float, records: int) -> None:
        """Take in how long the function took for a batch; the size follows by a quarter of the way."""
        fitting = min(self._max_records, self._max_seconds * records / max(seconds, SHORTEST_SECONDS))
        self._exact = min(self._max_records, self._exact + (fitting - self._exact) / 4)


async def batches(app: AppT, stream: Stream[Any], size: BatchSize) -> AsyncIterator[list[Event]]:
    """Yield the stream's events in lists of at most `size.now`, without acking them.

    The first of a list comes by the stream, the rest straight from its channel's queue: going through the stream for
    each costs more than a stage's whole bookkeeping. What an earlier generation of the group left is passed over.

    Raises
    ------
    agents.worker.handed_out.PassedOverError
        When a record does not come that was handed out before one that does.
    """
    queue = cast("ChannelT[Any]", stream.channel).queue
    handed_out = cast("HandsOut", app.consumer).handed_out
    async for event in stream.noack().events():
        batch: list[Event] = []
        taken, following = 0, event
        while True:
            size_bytes = _bytes(following)
            if taken and taken + size_bytes > MAX_BYTES:
                yield batch
                batch, taken = [], 0
            if following.message.generation_id == app.consumer_generation_id:  # which another one may be by now
                handed_out.take(following.message.tp, following.message.offset)
                following.message.tracked = True
                batch.append(following)
                taken += size_bytes
            if len(batch) >= size.now or taken >= MAX_BYTES or queue.empty():
                break
            following = queue.get_nowait()
        if batch:
            yield batch


def waiting(stream: Stream[Any]) -> Callable[[], int]:
    """Return how to see the number of records that a stream has at hand."""
    size: Callable[[], int] = cast("ChannelT[Any]", stream.channel).queue.qsize
    return size


def _bytes(event: Event) -> int:
    return len(event.message.value or b"")
