"""What every stage does around its pure function."""

from collections.abc import Sequence
from dataclasses import replace

from agents.stage import Incoming, Rows, Step, TableStep, apply, one_by_one, rejection, run
from streams.outgoing import Out
from streams.records.codec import Codec
from streams.records.origin import Origin
from streams.records.rejected import Rejected
from streams.rejection import Reason, Reject
from streams.settings import Settings
from streams.table import Table


def record(offset: int, value: bytes) -> Incoming:
    return Incoming("rasid.pages", 1, offset, 1_700_000_000_123, b"k", value, (("h", b"v"),))


def decode(incoming: Incoming) -> str:
    if incoming.value == b"bad":
        raise Reject(Reason.NOT_JSON, "bad")
    return (incoming.value or b"").decode()


def shout(values: Sequence[str]) -> list[str | Reject]:
    if "boom" in values:
        raise ValueError("boom")
    return [Reject(Reason.NOT_ARABIC, "no") if value == "no" else value.upper() for value in values]


STEP: Step[str, str] = Step(
    name="shout",
    reads="pages",
    decode=decode,
    process=shout,
    emit=lambda incoming, result: [Out("articles", result.encode(), incoming.key, incoming.partition)],
    emit_batch=lambda results: [Out("mentions", "+".join(results).encode())],
)


def test_each_record_is_published_or_rejected():
    """Neighbours of a record that cannot be decoded, is refused or makes the function fail flow on."""
    batch = [record(i, value) for i, value in enumerate([b"a", b"bad", b"no", b"boom", b"b"])]
    processed = run(STEP, batch)
    said = [Codec(Rejected).decode(out.value) for out in processed.outs if out.topic == "rejected"]
    assert [(rejected.original.offset, rejected.reason) for rejected in said] == [
        (1, Reason.NOT_JSON),
        (2, Reason.NOT_ARABIC),
        (3, Reason.STAGE_FAILED),
    ]
    assert [reject.reason for reject in processed.rejections] == [rejected.reason for rejected in said]
    assert [out.value for out in processed.outs if out.topic != "rejected"] == [b"A", b"B", b"A+B"]


def test_rejection_carries_the_original():
    """A rejected record names the stage, the reason, the original's coordinates and its bytes."""
    out = rejection("shout", record(7, b"bad"), Reject(Reason.NOT_JSON, "bad"))
    rejected = Codec(Rejected).decode(out.value)
    assert (out.topic, out.key, rejected.stage, rejected.reason) == ("rejected", b"k", "shout", Reason.NOT_JSON)
    assert (rejected.origin, rejected.at) == (
        Origin(topic="rasid.pages", partition=1, offset=7),
        "2023-11-14T22:13:20.123Z",
    )
    assert (rejected.original.value_base64, rejected.original.cut, rejected.original.size) == ("YmFk", False, 3)


def test_rejection_cuts_a_large_value():
    """Of a value that is too large the first bytes and the hash of all are kept."""
    rejected = Codec(Rejected).decode(
        rejection("shout", record(7, b"x" * 1_000_000), Reject(Reason.TOO_LARGE, "")).value
    )
    assert (rejected.original.cut, rejected.original.size, len(rejected.original.sha256)) == (True, 1_000_000, 64)


def test_same_record_same_rejection():
    """The same record gives the same bytes."""
    outs = {rejection("shout", record(7, b"bad"), Reject(Reason.NOT_JSON, "bad")) for _ in range(2)}
    assert len(outs) == 1


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
    outs = [apply(SUM, table, SUM.open(table, 1), part).outs for part in (batch, batch)]
    assert (table.get("sum"), outs) == (5, [[Out("mentions", b"5")], []])


def test_a_rejected_record_is_marked_and_its_neighbours_applied():
    """A rejection is published once, however often its record comes."""
    table = open_table()
    batch = [record(1, b"2"), record(2, b"no"), record(3, b"4")]
    first, again = (apply(SUM, table, SUM.open(table, 1), batch) for _ in range(2))
    assert ([out.topic for out in first.outs], again.outs) == (["rejected", "mentions"], [])
    assert ([reject.reason for reject in first.rejections], again.rejections, table.get("sum")) == (
        [Reason.NOT_ARABIC],
        [],
        6,
    )


def test_parts_that_come_in_another_record_are_not_applied_again():
    """Of a topic that can hold a thing twice, a stage says what it is that is applied once."""

    def split(incoming: Incoming) -> list[Incoming]:
        return [record(int(part), part) for part in (incoming.value or b"").split()]

    def add_parts(rows: Rows[int], parts: Sequence[Incoming]) -> int:
        return [add(rows, part) for part in parts][-1] if parts else 0

    step = replace(SUM, parts=split, open=lambda rows, _: one_by_one(lambda arrival: add_parts(rows, arrival.new)))
    table = open_table()
    apply(step, table, step.open(table, 1), [record(101, b"1 2"), record(102, b"2 3"), record(103, b"1")])
    assert table.get("sum") == 6
