"""What every stage does around its pure function."""

from collections.abc import Sequence

from agents.stage import Incoming, Step, rejection, run
from streams.outgoing import Out
from streams.records.codec import Codec
from streams.records.origin import Origin
from streams.records.rejected import Rejected
from streams.rejection import Reason, Reject


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
