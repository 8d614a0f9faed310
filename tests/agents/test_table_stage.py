"""What a stage with a table does around its pure function, and how several partitions ask together."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from agents.stage import Incoming
from agents.table_stage import Asking, Rows, TableStep, apply, finish, join, one_by_one
from streams.outgoing import Out
from streams.rejection import Reason, Reject
from streams.settings import Settings
from streams.table import Table


def record(offset: int, value: bytes) -> Incoming:
    return Incoming("rasid.pages", 1, offset, 1_700_000_000_123, b"k", value)


def add(rows: Rows[int], incoming: Incoming) -> int:
    if incoming.value == b"no":
        raise Reject(Reason.NOT_ARABIC, "no")
    rows.put("sum", (rows.get("sum") or 0) + int(incoming.value or b""))
    return rows.get("sum") or 0


SUM: TableStep[Incoming, Incoming, int, int] = TableStep(
    name="sum",
    stage="sum",
    reads="pages",
    table="profiles",
    load=int,
    dump=lambda state: b"%d" % state,
    decode=lambda incoming: incoming,
    open=lambda rows, _: one_by_one(lambda arrival: add(rows, arrival.incoming)),
    emit_batch=lambda sums: [Out("mentions", b"%d" % sums[-1])] if sums else [],
)


def open_table() -> Table[int]:
    """Return a table partition of the stage, as it is before anything was committed to it."""
    return Table(Settings(), SUM.stage, SUM.table, 1, decode=SUM.load, encode=SUM.dump)


def test_a_record_that_comes_again_is_not_applied_again():
    """What a partition holds is passed over, within a batch and in a later one."""
    table = open_table()
    batch = [record(1, b"2"), record(2, b"3"), record(1, b"2")]
    outs = [finish(apply(SUM, table, SUM.open(table, 1), part)).outs for part in (batch, batch)]
    assert (table.get("sum"), outs) == (5, [[Out("mentions", b"5")], []])


def test_a_rejected_record_is_marked_and_its_neighbours_applied():
    """A rejection is published once, however often its record comes."""
    table = open_table()
    batch = [record(1, b"2"), record(2, b"no"), record(3, b"4")]
    first, again = (finish(apply(SUM, table, SUM.open(table, 1), batch)) for _ in range(2))
    assert ([out.topic for out in first.outs], again.outs) == (["rejected", "mentions"], [])
    assert ([reject.reason for reject in first.rejections], again.rejections, table.get("sum")) == (
        [Reason.NOT_ARABIC],
        [],
        6,
    )


def test_what_comes_of_a_record_belongs_to_its_traces_but_for_what_goes_round():
    """What a stage writes to the topic that it reads carries none; all else carries those of what was applied."""
    first, second = ("traceparent", b"1"), ("traceparent", b"2")
    step = replace(SUM, emit_batch=lambda sums: [Out(topic, b"%d" % sums[-1]) for topic in ("mentions", "pages")])
    batch = [record(1, b"2")._replace(traces=(first,)), record(2, b"no")._replace(traces=(second,)), record(3, b"4")]
    table = open_table()
    assert [(out.topic, out.headers) for out in finish(apply(step, table, step.open(table, 1), batch)).outs] == [
        ("rejected", (second,)),
        ("mentions", (first,)),
        ("pages", ()),
    ]


def test_parts_that_come_in_another_record_are_not_applied_again():
    """Of a topic that can hold a thing twice, a stage says what it is that is applied once."""

    def split(incoming: Incoming) -> list[Incoming]:
        return [record(int(part), part) for part in (incoming.value or b"").split()]

    def add_parts(rows: Rows[int], parts: Sequence[Incoming]) -> int:
        return [add(rows, part) for part in parts][-1] if parts else 0

    step = replace(SUM, parts=split, open=lambda rows, _: one_by_one(lambda arrival: add_parts(rows, arrival.new)))
    table = open_table()
    finish(apply(step, table, step.open(table, 1), [record(101, b"1 2"), record(102, b"2 3"), record(103, b"1")]))
    assert table.get("sum") == 6


def asking(*rounds: Sequence[bytes]) -> Asking[list[bytes | Reject]]:
    """Ask in rounds, and return all answers."""
    answers: list[bytes | Reject] = []
    for questions in rounds:
        answers += yield questions
    return answers


def test_what_partitions_ask_at_a_time_is_asked_as_one():
    """Each gets the answers to its own questions, one that asks less than the others, or nothing, its result sooner."""
    asked: list[list[bytes]] = []

    def answer(questions: Sequence[bytes]) -> list[bytes | Reject]:
        asked.append(list(questions))
        return [question.upper() for question in questions]

    results = finish(join([asking([b"a", b"b"], [b"c"]), asking(), asking([], [b"d", b"e"])]), answer)
    assert (results, asked) == ([[b"A", b"B", b"C"], [], [b"D", b"E"]], [[b"a", b"b"], [b"c", b"d", b"e"]])


def test_a_question_without_anything_that_answers_is_an_error():
    """Work is never left undone without a word."""
    with pytest.raises(TypeError, match="1 questions"):
        finish(asking([b"a"]))
