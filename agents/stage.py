"""What every stage does around its pure function: decode, process, encode, and turn what fails into rejections.

All of it is pure: bytes of a batch in, records to publish out. What carries it is in flow.py and tabled.py.
"""

import base64
import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Generic, NamedTuple, TypeVar

from streams.outgoing import Out
from streams.records.codec import encode
from streams.records.origin import Origin
from streams.records.rejected import Original, Rejected
from streams.rejection import Reason, Reject
from streams.version import __version__

T = TypeVar("T")
R = TypeVar("R")

log = logging.getLogger(__name__)
KEPT_BYTES = 512_000
"""Bytes of a rejected value that go into its rejection; of a larger one the hash tells which it was."""


class Incoming(NamedTuple):
    """A record as Kafka gave it."""

    topic: str
    partition: int
    offset: int
    timestamp_ms: int
    key: bytes | None
    value: bytes | None
    headers: Sequence[tuple[str, bytes]] = ()

    @property
    def origin(self) -> Origin:
        """Give the record's own coordinates."""
        return Origin(topic=self.topic, partition=self.partition, offset=self.offset)

    @property
    def time(self) -> str:
        """Give the Kafka timestamp, RFC 3339 in UTC with milliseconds."""
        moment = datetime.fromtimestamp(self.timestamp_ms / 1000, UTC)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True)
class Step(Generic[T, R]):
    """The pure part of a stage without a table."""

    name: str
    reads: str
    """Short name of the topic it reads."""
    decode: Callable[[Incoming], T]
    """May raise Reject."""
    process: Callable[[Sequence[T]], Sequence[R | Reject]]
    """A result for each record, whatever the batch they come in."""
    emit: Callable[[Incoming, R], Sequence[Out]]
    """What one result publishes; may raise Reject, when it is too large."""
    emit_batch: Callable[[Sequence[R]], Sequence[Out]] = field(default=lambda _: ())
    """What the accepted results of a batch publish together."""
    origin: Callable[[T], Origin | None] = field(default=lambda _: None)
    """The raw page that a decoded record comes from; none: the record is the raw page."""


class Processed(NamedTuple):
    """What became of a batch."""

    outs: list[Out]
    rejections: list[tuple[Incoming, Reject]]


def run(step: Step[T, R], batch: Sequence[Incoming]) -> Processed:
    """Take a batch through a stage's function.

    When the function fails on the batch, each of its records is tried alone, so that one page cannot take its
    neighbours along; the one that fails alone is rejected with STAGE_FAILED.
    """
    outs: list[Out] = []
    rejections: list[tuple[Incoming, Reject]] = []
    decoded: list[tuple[Incoming, T]] = []

    def refuse(incoming: Incoming, reject: Reject, origin: Origin | None) -> None:
        outs.append(rejection(step.name, incoming, reject, origin))
        rejections.append((incoming, reject))

    for incoming in batch:
        try:
            decoded.append((incoming, step.decode(incoming)))
        except Reject as reject:
            refuse(incoming, reject, None)
        except Exception as error:  # noqa: BLE001 - whatever a page does to the decoder, it is the page that goes
            refuse(incoming, failed(error), None)
    accepted: list[R] = []
    results = _process(step, [value for _, value in decoded])
    for (incoming, value), result in zip(decoded, results, strict=True):
        try:
            if isinstance(result, Reject):
                raise result
            outs.extend(step.emit(incoming, result))
            accepted.append(result)
        except Reject as reject:
            refuse(incoming, reject, step.origin(value))
    outs.extend(step.emit_batch(accepted))
    return Processed(outs, rejections)


def _process(step: Step[T, R], values: Sequence[T]) -> Sequence[R | Reject]:
    if not values:
        return []
    try:
        return step.process(values)
    except Exception as error:
        if len(values) == 1:
            log.exception("%s failed on a record", step.name)
            return [failed(error)]
        return [result for value in values for result in _process(step, [value])]


def failed(error: Exception) -> Reject:
    """Give the rejection of a record on which a stage's function raised."""
    return Reject(Reason.STAGE_FAILED, f"{type(error).__name__}: {error}")


def rejection(stage: str, incoming: Incoming, reject: Reject, origin: Origin | None = None) -> Out:
    """Give the rejected record of a record; the same record gives the same bytes."""
    value = incoming.value or b""
    kept = value[:KEPT_BYTES]
    record = Rejected(
        id=f"{incoming.topic}-{incoming.partition}-{incoming.offset}",
        origin=origin or incoming.origin,
        stage=stage,
        reason=reject.reason,
        detail=reject.detail,
        original=Original(
            topic=incoming.topic,
            partition=incoming.partition,
            offset=incoming.offset,
            key=None if incoming.key is None else base64.b64encode(incoming.key[:KEPT_BYTES]).decode(),
            headers=[(name, base64.b64encode(content or b"").decode()) for name, content in incoming.headers],
            value_base64=base64.b64encode(kept).decode(),
            cut=len(kept) < len(value),
            sha256=hashlib.sha256(value).hexdigest(),
            size=len(value),
        ),
        version=__version__,
        at=incoming.time,
    )
    return Out("rejected", encode(record), incoming.key)


def publishable(value: bytes, limit: int) -> bytes:
    """Give back an encoded record that Kafka will take.

    Raises
    ------
    Reject
        With TOO_LARGE, when it is larger than `limit` bytes.
    """
    if len(value) > limit:
        raise Reject(Reason.TOO_LARGE, f"the derived record has {len(value)} bytes, the limit is {limit}")
    return value
