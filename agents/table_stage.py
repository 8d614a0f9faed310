"""What a stage with a table is: a pure function on one partition, and how several partitions ask for work together."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, NamedTuple, Protocol, TypeVar

from agents.stage import Incoming, Processed, rejection, traced
from streams.outgoing import Out
from streams.records.origin import Origin
from streams.rejection import Reject
from streams.settings import Settings
from streams.traces import Header, joined

T = TypeVar("T")
R = TypeVar("R")
S = TypeVar("S")


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


Asking = Generator[Sequence[bytes], Sequence[bytes | Reject], R]
"""Work that comes to a result, and may ask on the way: it yields questions, and gets an answer to each."""
Answer = Callable[[Sequence[bytes]], Sequence[bytes | Reject]]
"""Answers questions, each as if it were alone."""
Applier = Callable[[Sequence[Arrival[T, P]]], Asking[Sequence[R | Reject]]]
"""Applies arrivals, in their order, to the state that it was opened with; a result or a rejection for each."""


def asking_nothing(apply_all: Callable[[Sequence[Arrival[T, P]]], Sequence[R | Reject]]) -> Applier[T, P, R]:
    """Return what applies a batch with a function that needs no answers."""

    def apply_batch(arrivals: Sequence[Arrival[T, P]]) -> Asking[Sequence[R | Reject]]:
        yield from ()
        return apply_all(arrivals)

    return apply_batch


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

    return asking_nothing(apply_each)


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
    answering: Callable[[Settings], Answer] | None = None
    """Makes what answers the appliers' questions: the costly function that needs no state. A module's own function, so
    that another process can call it; None: nothing is asked."""
    awaited: bool = False
    """Whether later stages wait for what it publishes: then it is committed as soon as no record is at hand that could
    join it. Other changes gather while any stage has something to do, so that a key in every page is written less
    often."""
    emit: Callable[[R], Sequence[Out]] = field(default=lambda _: ())
    """What one result publishes."""
    emit_batch: Callable[[Sequence[R]], Sequence[Out]] = field(default=lambda _: ())
    """What the results of a batch publish together."""


def apply(
    step: TableStep[T, P, S, R],
    table: TablePartition[S],
    applier: Applier[T, P, R],
    batch: Sequence[Incoming],
) -> Asking[Processed]:
    """Apply a batch to a table partition, but for what was applied to it before.

    While it waits for answers the partition is half changed, and must neither be committed nor given another batch.

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
    handed_on: list[tuple[Header, ...]] = []

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
    results = (yield from applier(arrivals)) if arrivals else []
    for arrival, result in zip(arrivals, results, strict=True):
        if isinstance(result, Reject):
            refuse(arrival.incoming, result, step.origin(arrival.record))
        else:
            outs.extend(traced(step.emit(result), arrival.incoming.traces, step.reads))
            accepted.append(result)
            handed_on.append(arrival.incoming.traces)
    outs.extend(traced(step.emit_batch(accepted), joined(handed_on), step.reads))
    return Processed(outs, rejections)


def _new(table: TablePartition[S], parts: Sequence[P]) -> list[P]:
    """Return the parts that were not applied before, and mark them."""
    new = []
    for part in parts:
        if not table.holds(part.origin):
            table.mark(part.origin)
            new.append(part)
    return new


def join(works: Sequence[Asking[R]]) -> Asking[list[R]]:
    """Do several works side by side, what they ask at a time being asked as one; return their results in order."""
    results: dict[int, R] = {}
    answers: dict[int, Sequence[bytes | Reject]] = {}
    going = list(range(len(works)))
    while going:
        asked: dict[int, Sequence[bytes]] = {}
        for number in going:
            try:
                asked[number] = works[number].send(answers[number]) if number in answers else next(works[number])
            except StopIteration as stop:
                results[number] = stop.value
        going = list(asked)
        if going:
            given = iter((yield [question for questions in asked.values() for question in questions]))
            answers = {number: list(islice(given, len(questions))) for number, questions in asked.items()}
    return [results[number] for number in range(len(works))]


class Work(Generic[R]):
    """Work that is done step by step, each from one answer to the next question.

    Parameters
    ----------
    asking
        What is to be done.
    """

    def __init__(self, asking: Asking[R]) -> None:
        self._asking = asking
        self._answers: Sequence[bytes | Reject] | None = None
        self.questions: Sequence[bytes] = ()
        """What is asked; none when the work is done, or not begun."""

    def answered(self, answers: Sequence[bytes | Reject]) -> None:
        """Take in an answer to each question."""
        self._answers = answers

    def go_on(self) -> list[R]:
        """Work until the next questions; return the result, or nothing when it is not there yet."""
        try:
            self.questions = next(self._asking) if self._answers is None else self._asking.send(self._answers)
        except StopIteration as stop:
            self.questions = ()
            return [stop.value]
        return []


def finish(asking: Asking[R], answer: Answer | None = None) -> R:
    """Do a work at once.

    Raises
    ------
    TypeError
        When it asks and there is nothing that answers.
    """
    work = Work(asking)
    while not (result := work.go_on()):
        if answer is None:
            raise TypeError(f"{len(work.questions)} questions, and nothing that answers them")
        work.answered(answer(work.questions))
    return result[0]
