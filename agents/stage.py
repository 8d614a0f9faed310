"""What a stage is: a pure function, and what every stage does around it, from bytes to records to publish.

A stage without a table is a `Step`, one that keeps state a `table_stage.TableStep`. `agents/worker/` carries both on
Kafka.
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
from streams.traces import Header, joined
from streams.version import __version__

T = TypeVar("T")
R = TypeVar("R")

log = logging.getLogger(__name__)
KEPT_BYTES = 512_000
"""Bytes of a rejected value that go into its rejection; of a larger one the hash tells which it was."""
KEPT_KEY_BYTES = 8_000
"""Bytes of its key that do."""
KEPT_HEADER_BYTES = 32_000
"""Bytes of its headers that do, the names counted with the values."""
HEADER_BYTES = 16
"""What each of them costs beside these, however short it is."""
AROUND_BYTES = 2_000
"""What key, headers and Kafka's own fields may add to the value of a record that is published."""
LEAST_TIME, LATEST_TIME = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)
"""What a producer's own timestamps are held to: Kafka takes any number for one."""


class Incoming(NamedTuple):
    """A record as Kafka gave it."""

    topic: str
    partition: int
    offset: int
    timestamp_ms: int
    key: bytes | None
    value: bytes | None
    headers: Sequence[tuple[str, bytes]] = ()
    traces: tuple[Header, ...] = ()
    """What records that come of it carry of its traces."""

    @property
    def origin(self) -> Origin:
        """Where the record itself stands in Kafka."""
        return Origin(topic=self.topic, partition=self.partition, offset=self.offset)

    @property
    def time(self) -> str:
        """The Kafka timestamp, RFC 3339 in UTC with milliseconds."""
        seconds = min(max(self.timestamp_ms / 1000, LEAST_TIME.timestamp()), LATEST_TIME.timestamp())
        moment = datetime.fromtimestamp(seconds, UTC)
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
    rejections: list[Reject]


def run(step: Step[T, R], batch: Sequence[Incoming]) -> Processed:
    """Take a batch through a stage's function.

    When the function fails on the batch, each of its records is tried alone, so that one page cannot take its
    neighbours along; the one that fails alone is rejected with STAGE_FAILED.
    """
    outs: list[Out] = []
    rejections: list[Reject] = []
    decoded: list[tuple[Incoming, T]] = []

    def refuse(incoming: Incoming, reject: Reject, origin: Origin | None) -> None:
        outs.append(rejection(step.name, incoming, reject, origin))
        rejections.append(reject)

    for incoming in batch:
        try:
            decoded.append((incoming, step.decode(incoming)))
        except Reject as reject:
            refuse(incoming, reject, None)
        except Exception as error:  # noqa: BLE001 - whatever a page does to the decoder, it is the page that goes
            refuse(incoming, failed(error), None)
    accepted: list[R] = []
    handed_on: list[tuple[Header, ...]] = []
    results = attempt(step.name, step.process, [value for _, value in decoded])
    for (incoming, value), result in zip(decoded, results, strict=True):
        try:
            if isinstance(result, Reject):
                raise result
            outs.extend(traced(step.emit(incoming, result), incoming.traces))
            accepted.append(result)
            handed_on.append(incoming.traces)
        except Reject as reject:
            refuse(incoming, reject, step.origin(value))
    outs.extend(traced(step.emit_batch(accepted), joined(handed_on)))
    return Processed(outs, rejections)


def traced(outs: Sequence[Out], headers: tuple[Header, ...], reads: str = "") -> Sequence[Out]:
    """Return records with the headers of the traces that they belong to.

    Those on the topic that the stage reads have none: what its partitions tell each other could go round for ever.
    """
    if not headers:
        return outs
    return [out if out.topic == reads else out._replace(headers=(*out.headers, *headers)) for out in outs]


def attempt(
    stage: str, process: Callable[[Sequence[T]], Sequence[R | Reject]], values: Sequence[T]
) -> list[R | Reject]:
    """Return a function's results for some records; where it fails on all of them, each is tried alone.

    Parameters
    ----------
    stage
        Whose function it is, for the log.
    process
        As in `Step`.
    values
        The records.
    """
    if not values:
        return []
    try:
        return list(process(values))
    except Exception as error:
        if len(values) == 1:
            log.exception("%s failed on a record", stage, extra=_log_fields(stage, values[0]))
            return [failed(error)]
        return [result for value in values for result in attempt(stage, process, [value])]


def _log_fields(stage: str, value: object) -> dict[str, object]:
    """Return what the log says of a record, as far as it tells it: where its raw page stands, and its id."""
    origin, article = getattr(value, "origin", None), getattr(value, "id", None)
    place = {"topic": origin.topic, "partition": origin.partition, "offset": origin.offset} if origin else {}
    return {"stage": stage, **place, **({"article": article} if article else {})}


def failed(error: Exception) -> Reject:
    """Return the rejection of a record on which a stage's function raised."""
    return Reject(Reason.STAGE_FAILED, f"{type(error).__name__}: {error}")


def rejection(stage: str, incoming: Incoming, reject: Reject, origin: Origin | None = None) -> Out:
    """Return what publishes the rejection of a record."""
    key = None if incoming.key is None else incoming.key[:KEPT_KEY_BYTES]
    return Out("rejected", encode(rejected(stage, incoming, reject, origin)), key, headers=incoming.traces)


def rejected(stage: str, incoming: Incoming, reject: Reject, origin: Origin | None = None) -> Rejected:
    """Return the rejected record of a record, the same whenever it is tried.

    It is smaller than the least `max_request_bytes`, whatever is refused.

    Parameters
    ----------
    stage
        Who refuses it.
    incoming
        What is refused.
    reject
        Why.
    origin
        The raw page that it comes from; None: it is the raw page, or that is not known.
    """
    key, value = incoming.key or b"", incoming.value or b""
    kept = value[:KEPT_BYTES]
    headers = _kept_headers(incoming)
    return Rejected(
        id=f"{incoming.topic}-{incoming.partition}-{incoming.offset}",
        origin=origin or incoming.origin,
        stage=stage,
        reason=reject.reason,
        detail=reject.detail,
        original=Original(
            topic=incoming.topic,
            partition=incoming.partition,
            offset=incoming.offset,
            key=None if incoming.key is None else base64.b64encode(key[:KEPT_KEY_BYTES]).decode(),
            headers=[(name, base64.b64encode(content).decode()) for name, content in headers],
            value_base64=base64.b64encode(kept).decode(),
            cut=len(kept) < len(value) or len(key) > KEPT_KEY_BYTES or len(headers) < len(incoming.headers),
            sha256=hashlib.sha256(value).hexdigest(),
            size=len(value),
        ),
        version=__version__,
        at=incoming.time,
    )


def _kept_headers(incoming: Incoming) -> list[tuple[str, bytes]]:
    """Return the first headers of a record, as many as a rejection keeps."""
    headers: list[tuple[str, bytes]] = []
    left = KEPT_HEADER_BYTES
    for name, content in incoming.headers:
        left -= len(name.encode()) + len(content or b"") + HEADER_BYTES
        if left < 0:
            break
        headers.append((name, content or b""))
    return headers


def publishable(value: bytes, limit: int) -> bytes:
    """Return an encoded record as it is, when Kafka will take it.

    Raises
    ------
    Reject
        With TOO_LARGE, when with what comes around it it is larger than `limit` bytes.
    """
    if len(value) + AROUND_BYTES > limit:
        raise Reject(Reason.TOO_LARGE, f"the derived record has {len(value)} bytes, the limit is {limit}")
    return value
