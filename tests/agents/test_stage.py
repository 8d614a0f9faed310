"""What every stage does around its pure function."""

from collections.abc import Sequence
from datetime import datetime

import pytest

from agents.stage import AROUND_BYTES, KEPT_KEY_BYTES, Incoming, Step, publishable, rejection, run
from streams.kafka_client import producing
from streams.outgoing import Out
from streams.records.codec import Codec
from streams.records.origin import Origin
from streams.records.rejected import Rejected
from streams.rejection import Reason, Reject
from streams.settings import LEAST_REQUEST_BYTES, Settings


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


@pytest.mark.parametrize(
    ("key", "headers"),
    [
        (b"k" * 15_000_000, ()),
        (b"k", (("h" * 12_000_000, b"v"),)),
        (b"k", (("h", b"v" * 12_000_000),)),
        (b"k", (("", b""),) * 1_000_000),
        (b"k", (("h", None),) * 1_000_000),
    ],
    ids=["key", "a header's name", "a header's value", "headers", "headers without a value"],
)
def test_rejection_cuts_large_keys_and_headers(key: bytes, headers: tuple[tuple[str, bytes], ...]):
    """A record that Kafka has taken can be rejected, whatever in it is large, and says that there was more."""
    out = rejection("shout", Incoming("rasid.pages", 1, 7, 0, key, b"bad", headers), Reject(Reason.NOT_JSON, "bad"))
    assert (len(out.value or b"") + len(out.key or b"") < 1_000_000) is True
    assert Codec(Rejected).decode(out.value).original.cut is True


def test_every_rejection_can_be_published():
    """Whatever is refused, and however much longer its headers' names are as JSON, it fits the least limit."""
    odd = "\x01" * 3000
    headers = [("a", b"1"), ("", b""), *[(odd, b"\xff" * 900)] * 3000, ("last", b"")]
    incoming = Incoming("t" * 249, 1, 2**62, 0, b"k" * 15_000_000, b"\xff" * 15_000_000, headers)
    out = rejection("shout", incoming, Reject(Reason.NOT_JSON, odd), Origin(topic="t" * 249, partition=1, offset=2**62))
    kept = [name for name, _ in Codec(Rejected).decode(out.value).original.headers]
    assert len(out.value or b"") + AROUND_BYTES + KEPT_KEY_BYTES < LEAST_REQUEST_BYTES
    assert kept == ["a", "", *[odd] * 8]


@pytest.mark.parametrize("timestamp", [-(2**63), -1, 0, 2**63 - 1])
def test_any_timestamp_can_be_told(timestamp: int):
    """A topic that the operator made can take the producers' own, which are any number."""
    moment = datetime.fromisoformat(record(7, b"bad")._replace(timestamp_ms=timestamp).time)
    assert moment.tzinfo is not None


def test_what_comes_around_a_value_is_counted():
    """A record whose value alone would just fit is refused here, and not by the producer, which ends the worker."""
    limit = producing(Settings(broker="127.0.0.1:1"))["max_request_size"]
    assert len(publishable(b"x" * (limit - AROUND_BYTES), limit)) == limit - AROUND_BYTES
    with pytest.raises(Reject, match="too_large"):
        publishable(b"x" * (limit - AROUND_BYTES + 1), limit)


def test_what_comes_of_a_record_belongs_to_its_traces():
    """Outputs and rejections carry what their record hands on, what a batch publishes together what all of it do."""
    first, second = ("traceparent", b"1"), ("traceparent", b"2")
    batch = [
        record(0, b"a")._replace(traces=(first,)),
        record(1, b"bad")._replace(traces=(second,)),
        record(2, b"b"),
        record(3, b"c")._replace(traces=(second,)),
    ]
    assert [(out.topic, out.headers) for out in run(STEP, batch).outs] == [
        ("rejected", (second,)),
        ("articles", (first,)),
        ("articles", ()),
        ("articles", (second,)),
        ("mentions", (first, second)),
    ]


def test_same_record_same_rejection():
    """The same record gives the same bytes."""
    outs = {rejection("shout", record(7, b"bad"), Reject(Reason.NOT_JSON, "bad")) for _ in range(2)}
    assert len(outs) == 1
