"""What a stage is: a pure function, and what every stage does around it, from bytes to records to publish.

A stage without a table is a `Step`, one that keeps state a `TableStep`. `agents/worker/` carries both on Kafka.
"""

import base64
import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Generic, NamedTuple, Protocol, TypeVar

from streams.outgoing import Out
from streams.records.codec import encode
from streams.records.origin import Origin
from streams.records.rejected import Original, Rejected
from streams.rejection import Reason, Reject
from streams.version import __version__

T = TypeVar("T")
R = TypeVar("R")
S = TypeVar("S")

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
        """Where the record itself stands in Kafka."""
        return Origin(topic=self.topic, partition=self.partition, offset=self.offset)

    @property
    def time(self) -> str:
        """The Kafka timestamp, RFC 3339 in UTC with milliseconds."""
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
    results = attempt(step.name, step.process, [value for _, value in decoded])
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


class Rows(Protocol[S]):
    """The state in one partition of a table: a `streams.table.Table`, or a dict in a test."""

    def get(self, key: str, /) -> S | None:
        """Return a key's state; None when it has none."""

    def put(self, key: str, state: S | None, /) -> None:
        """Change a key's state; None takes it out."""

    def keys(self) -> list[str]:
        """Return the keys that have a state."""


class TableRows(Rows[S], Protocol[S]):
    """Rows that may be many, and can be gone through a few at a time."""

    def next_keys(self, limit: int, /) -> list[str]:
        """Return up to so many keys that have a committed state, going round: each call goes on from the last."""


class TablePartition(TableRows[S], Protocol[S]):
    """One partition of a table, with what was applied to it before."""

    def holds(self, origin: Origin, /) -> bool:
        """Whether what stands there was applied before."""

    def mark(self, origin: Origin, /) -> None:
        """Remember what stands there as applied."""


class HasOrigin(Protocol):
    """A record, or a part of one."""

    @property
    def origin(self) -> Origin:
        """Where it stands, in a topic whose partitions come in order."""


P = TypeVar("P", bound=HasOrigin)


class Arrival(NamedTuple, Generic[T, P]):
    """A record that comes to a table partition."""

    incoming: Incoming
    record: T
    new: list[P]
    """Its parts that were not applied before; none of a record that is applied as a whole."""


Applier = Callable[[Sequence[Arrival[T, P]]], Sequence[R | Reject]]
"""Applies arrivals, in their order, to the state that it was opened with; a result or a rejection for each."""


def one_by_one(apply_one: Callable[[Arrival[T, P]], R]) -> Applier[T, P, R]:
    """Return what applies a batch with a function that applies one arrival, and may raise Reject."""

    def apply_each(arrivals: Sequence[Arrival[T, P]]) -> list[R | Reject]:
        results: list[R | Reject] = []
        for arrival in arrivals:
            try:
                results.append(apply_one(arrival))
            except Reject as reject:
                results.append(reject)
        return results

    return apply_each


@dataclass(frozen=True, kw_only=True)
class TableStep(Generic[T, P, S, R]):
    """The pure part of a stage with a table, whose partitions follow those of the topic that it reads."""

    name: str
    """As the worker's metrics call it."""
    stage: str
    """The stage that it is of: what rejections and the progress record say."""
    reads: str
    """Short name of the topic it reads."""
    table: str
    """Short name of the compacted topic that is the table."""
    load: Callable[[bytes], S]
    """From a value in the table to a state."""
    dump: Callable[[S], bytes]
    """From a state, which may be changed in place, to a value."""
    decode: Callable[[Incoming], T]
    """May raise Reject."""
    open: Callable[[TableRows[S], int], Applier[T, P, R]]
    """Given a partition's state and its number, what applies arrivals to it; `one_by_one` makes it of a function that
    takes one. A rejected arrival leaves no trace in the state."""
    parts: Callable[[T], Sequence[P]] | None = None
    """What of a record is applied once, where its topic can hold a thing twice, in different records. None: the record
    itself, known by its own offset; right for all topics that are written in transactions, or by users."""
    known_by: str = ""
    """Short name of the topic in which its parts, or it itself, have the place by which they are known; empty: the one
    that it reads."""
    origin: Callable[[T], Origin | None] = field(default=lambda _: None)
    """The raw page that a decoded record comes from; none: the record is the raw page, or is of several."""
    awaited: bool = False
    """Whether later stages wait for what it publishes: then it is committed as soon as no record is at hand that could
    join it. Other changes gather for longer, so that a key in every page is written less often."""
    emit: Callable[[R], Sequence[Out]] = field(default=lambda _: ())
    """What one result publishes."""
    emit_batch: Callable[[Sequence[R]], Sequence[Out]] = field(default=lambda _: ())
    """What the results of a batch publish together."""


def apply(
    step: TableStep[T, P, S, R],
    table: TablePartition[S],
    applier: Applier[T, P, R],
    batch: Sequence[Incoming],
) -> Processed:
    """Apply a batch to a table partition, but for what was applied to it before.

    Parameters
    ----------
    step
        The stage.
    table
        The partition that the records belong to.
    applier
        What `step.open` gave for it.
    batch
        Records of one partition, in their order.
    """
    outs: list[Out] = []
    rejections: list[Reject] = []
    accepted: list[R] = []

    def refuse(incoming: Incoming, reject: Reject, origin: Origin | None) -> None:
        outs.append(rejection(step.stage, incoming, reject, origin))
        rejections.append(reject)

    arrivals: list[Arrival[T, P]] = []
    for incoming in batch if step.parts else _new(table, batch):
        try:
            record = step.decode(incoming)
        except Reject as reject:
            refuse(incoming, reject, None)
        else:
            arrivals.append(Arrival(incoming, record, _new(table, step.parts(record)) if step.parts else []))
    for arrival, result in zip(arrivals, applier(arrivals) if arrivals else [], strict=True):
        if isinstance(result, Reject):
            refuse(arrival.incoming, result, step.origin(arrival.record))
        else:
            outs.extend(step.emit(result))
            accepted.append(result)
    outs.extend(step.emit_batch(accepted))
    return Processed(outs, rejections)


def _new(table: TablePartition[S], parts: Sequence[P]) -> list[P]:
    """Return the parts that were not applied before, and mark them."""
    new = []
    for part in parts:
        if not table.holds(part.origin):
            table.mark(part.origin)
            new.append(part)
    return new


def failed(error: Exception) -> Reject:
    """Return the rejection of a record on which a stage's function raised."""
    return Reject(Reason.STAGE_FAILED, f"{type(error).__name__}: {error}")


def rejection(stage: str, incoming: Incoming, reject: Reject, origin: Origin | None = None) -> Out:
    """Return what publishes the rejection of a record."""
    return Out("rejected", encode(rejected(stage, incoming, reject, origin)), incoming.key)


def rejected(stage: str, incoming: Incoming, reject: Reject, origin: Origin | None = None) -> Rejected:
    """Return the rejected record of a record, the same whenever it is tried.

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
    value = incoming.value or b""
    kept = value[:KEPT_BYTES]
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


def publishable(value: bytes, limit: int) -> bytes:
    """Return an encoded record as it is, when Kafka will take it.

    Raises
    ------
    Reject
        With TOO_LARGE, when it is larger than `limit` bytes.
    """
    if len(value) > limit:
        raise Reject(Reason.TOO_LARGE, f"the derived record has {len(value)} bytes, the limit is {limit}")
    return value
