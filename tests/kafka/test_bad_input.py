"""Bad input on a real Kafka: each kind is rejected with its reason or accepted with its repair; neighbours flow on."""

import asyncio
from pathlib import Path

import orjson
import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.record.default_records import _DefaultRecordBatchBuilderPy

from streams import topic_admin
from streams.kafka_client import producing
from streams.records.codec import Codec
from streams.records.enriched import EnrichedArticle
from streams.records.rejected import Rejected
from streams.settings import Settings
from tests.faults.topic_records import read_all
from tests.faults.truth import Page
from tests.faults.workers import Worker, push, through
from tests.streams.test_header_names import Name

pytestmark = pytest.mark.kafka

TEXT = "أعلنت الأمم المتحدة في القاهرة أن وفدا من اليابان يصل يوم الخميس لبحث التعاون في مجال المياه والزراعة."
GOOD = {"id": "good", "source": "صحيفة", "title": "وفد ياباني في القاهرة", "text": TEXT}
ENGLISH = "The delegation arrives on Thursday to discuss cooperation in water and agriculture with the ministry. " * 5
PERSIAN = (
    "رئیس جمهور ایران گفت که دولت برای حل مشکلات اقتصادی مردم برنامه‌های جدیدی تهیه کرده است و به زودی اجرا می‌شود. " * 4
)


def changed(**changes: object) -> bytes:
    return orjson.dumps({**GOOD, **changes})


REJECTED = {
    "not json": (b"not json", "not_json"),
    "cut": (changed()[:-9], "not_json"),
    "nan": (changed()[:-1] + b', "score": NaN}', "not_json"),
    "bad utf-8": (b'{"text": "\xff\xfe\xff"}', "not_utf8"),
    "null": (b"null", "not_an_object"),
    "a list": (b"[]", "not_an_object"),
    "empty": (b"", "not_an_object"),
    "tombstone": (None, "not_an_object"),
    "text is a number": (changed(text=5), "wrong_type"),
    "no text": (orjson.dumps({"id": "x"}), "no_text"),
    "empty text": (changed(text=" \n "), "no_text"),
    "too large": (changed(text="نص " * 1_700_000), "too_large"),
    "too deep": (changed()[:-1] + b', "x": ' + b"[" * 200 + b"]" * 200 + b"}", "too_deep"),
    "long id": (changed(id="x" * 10_000), "bad_id"),
    "control characters in the id": (changed(id="a\nb"), "bad_id"),
    "english": (changed(title="News", text=ENGLISH), "not_arabic"),
    "persian": (changed(title="خبر", text=PERSIAN), "not_arabic"),
}
ACCEPTED = {
    "byte order mark": b"\xef\xbb\xbf" + changed(id="bom"),
    "duplicate keys": b'{"id": "first", ' + changed(id="second")[1:],
    "control and bidi characters": changed(id="marks", text=TEXT.replace(" ", " \u202b\u0007", 1)),
    "a date in the far future": changed(id="future", published_at="2999-01-01T00:00:00Z"),
    "unknown fields": changed(id="extra", crawler={"depth": [1, 2]}),
}


async def push_odd(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Push what `push` does not make: headers that are huge, and one whose name is no UTF-8."""
    for module in ("producer", "message_accumulator"):
        monkeypatch.setattr(f"aiokafka.producer.{module}.DefaultRecordBatchBuilder", _DefaultRecordBatchBuilderPy)
    async with AIOKafkaProducer(**producing(settings)) as producer:
        topic, bad_name = settings.topic("pages"), [(Name("\xff\xfe"), b"v")]
        await producer.send_and_wait(topic, b"not json", key=b"huge headers", headers=[("h", b"v" * 12_500_000)])
        await producer.send_and_wait(topic, changed(id="name"), key=b"bad name", headers=bad_name)
        await producer.send_and_wait(topic, b"not json", key=b"bad name, bad page", headers=bad_name)


def test_odd_headers(kafka_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A page is enriched or rejected whatever stands in its headers, and the worker never ends."""

    async def run() -> tuple[list[tuple[bytes | None, Rejected]], list[str], int]:
        await topic_admin.apply(kafka_settings)
        await push_odd(kafka_settings, monkeypatch)
        worker = Worker(kafka_settings, tmp_path / "worker.log")
        try:
            await through(kafka_settings, [worker], 90)
        finally:
            starts = worker.starts
            worker.stop()
        rejected = [
            (key, Codec(Rejected).decode(value)) for key, value in await read_all(kafka_settings, "rejected", 2)
        ]
        enriched = [Codec(EnrichedArticle).decode(value) for _, value in await read_all(kafka_settings, "enriched", 2)]
        return rejected, [article.id for article in enriched], starts

    rejected, enriched, starts = asyncio.run(run())
    of_key = {key: record.original for key, record in rejected}
    assert (enriched, starts) == (["name"], 1)
    assert sorted((key, original.cut, original.headers) for key, original in of_key.items()) == [
        (b"bad name, bad page", False, [("??", "dg==")]),
        (b"huge headers", True, []),
    ]


def test_every_kind_of_bad_input(kafka_settings: Settings, tmp_path: Path):
    """Each kind gets its documented reason, or comes through repaired, and the worker never ends."""

    async def run() -> tuple[list[Rejected], dict[str, EnrichedArticle], int]:
        await topic_admin.apply(kafka_settings)
        worker = Worker(kafka_settings, tmp_path / "worker.log")
        try:
            cases = [value for value, _ in REJECTED.values()] + list(ACCEPTED.values())
            pages = [
                page
                for n, value in enumerate(cases)
                for page in (Page(value or b"", None), Page(changed(id=f"good{n}"), f"good{n}"))
            ]
            placed = await push(kafka_settings, pages)
            await through(kafka_settings, [worker], 90)
        finally:
            starts = worker.starts
            worker.stop()
        rejected = [Codec(Rejected).decode(value) for _, value in await read_all(kafka_settings, "rejected", 2)]
        enriched = [Codec(EnrichedArticle).decode(value) for _, value in await read_all(kafka_settings, "enriched", 2)]
        assert len(rejected) + len(enriched) == len(placed)
        assert sum(article.id.startswith("good") for article in enriched) == len(cases)
        return rejected, {article.id: article for article in enriched}, starts

    rejected, enriched, starts = asyncio.run(run())
    assert starts == 1
    assert sorted(record.reason for record in rejected) == sorted(reason for _, reason in REJECTED.values())
    assert {record.stage for record in rejected} == {"clean"}
    languages = [record.detail for record in rejected if record.reason == "not_arabic"]
    assert [any(name in detail for detail in languages) for name in ("English", "Persian")] == [True, True]
    assert {"bom", "second", "marks", "future", "extra"} <= set(enriched)
    assert enriched["future"].published_at is None
    assert enriched["extra"].extra == {"crawler": {"depth": [1, 2]}}
    assert "\u0007" not in enriched["marks"].text
