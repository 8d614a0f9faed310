"""Traces as a collector gets them: one over all stages, begun by the producer, by a push or by the first stage."""

import asyncio
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from aiokafka import AIOKafkaProducer

from agents.push.page import Page
from agents.push.send import push
from streams import topic_admin
from streams.kafka_client import producing
from streams.lag import lag
from streams.settings import Settings
from tests.faults.topic_records import read_records
from tests.faults.truth import pages
from tests.faults.workers import Worker, through

TRACE, SPAN = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
BEGUN = ("traceparent", f"00-{TRACE}-{SPAN}-01".encode())
NOT_SAMPLED = ("traceparent", f"00-{TRACE[::-1]}-{SPAN}-00".encode())
STAGES = {"clean", "tag_entities", "tag_topics", "count", "group", "trend"}
FAILED = 2
"""OTLP's code of a span that failed."""
SECONDS = 60


class Told(NamedTuple):
    """A span as the collector got it."""

    trace: str
    span: str
    parent: str
    name: str
    failed: bool
    topic: str


class Collector:
    """Takes spans by OTLP over HTTP."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        collector = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                collector.take(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/v1/traces"
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def take(self, body: bytes) -> None:
        """Note the spans of a request."""
        from opentelemetry.proto.collector.trace.v1 import trace_service_pb2  # noqa: PLC0415 - an extra

        for resource in trace_service_pb2.ExportTraceServiceRequest.FromString(body).resource_spans:
            for span in (span for scope in resource.scope_spans for span in scope.spans):
                told = {item.key: item.value.string_value for item in span.attributes}
                ids = (part.hex() for part in (span.trace_id, span.span_id, span.parent_span_id))
                failed = span.status.code == FAILED
                self.told.append(Told(*ids, span.name, failed, told["messaging.destination.name"]))

    def of(self, trace: str, stages: set[str]) -> list[Told]:
        """Return the spans of a trace once those of all these stages are there."""
        deadline = time.monotonic() + SECONDS
        while not stages <= {told.name for told in self.told if told.trace == trace}:
            assert time.monotonic() < deadline, self.told
            time.sleep(0.1)
        return [told for told in self.told if told.trace == trace]

    def close(self) -> None:
        """Take no more."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def good_pages() -> list[bytes]:
    """Return three pages of different articles."""
    found = {page.id: page.value for page in pages(20, 1) if page.id is not None}
    return list(found.values())[:3]


@pytest.fixture
def collector() -> Iterator[Collector]:
    """Run a collector."""
    pytest.importorskip("opentelemetry.sdk", reason="needs rasid[traces]")
    running = Collector()
    yield running
    running.close()


@pytest.mark.kafka
def test_a_trace_goes_through_all_stages(kafka_settings: Settings, tmp_path: Path, collector: Collector):
    """Each stage has spans whose parents are those of the stage before; a rejection fails one; unsampled ones are none.

    The header stands on what comes out, so that a consumer goes on with the trace.
    """
    settings = msgspec.structs.replace(kafka_settings, traces_to=collector.address, traces_share=1.0)

    async def run() -> tuple[list[Any], list[Any]]:
        await topic_admin.apply(settings)
        page, other, third = good_pages()
        flags = {"traces_to": settings.traces_to, "traces_share": 0}
        parts = (("clean", "tag_entities", "tag_topics"), ("count", "group", "trend"))
        workers = [Worker(settings, tmp_path / f"{part[0]}.log", *part, **flags) for part in parts]
        try:
            async with AIOKafkaProducer(**producing(settings)) as producer:
                topic = settings.topic("pages")
                await producer.send_and_wait(topic, page, key=b"k", headers=[BEGUN])
                await producer.send_and_wait(topic, b"not json", key=b"k", headers=[BEGUN])
                await producer.send_and_wait(topic, other, key=b"k", headers=[NOT_SAMPLED])
            await push([Page(third, "third")], settings)
            await through(settings, workers, SECONDS)
        finally:
            for worker in workers:
                worker.stop()
        enriched, rejected = [await read_records(settings, name, 2) for name in ("enriched", "rejected")]
        return [r for part in enriched.values() for r in part], [r for part in rejected.values() for r in part]

    enriched, rejected = asyncio.run(run())
    told = collector.of(TRACE, STAGES)
    topic_of = {told.span: told.topic.removeprefix(settings.prefix) for told in told}
    assert {(told.name, topic_of.get(told.parent, "")) for told in told} >= {
        ("clean", ""),
        ("tag_entities", "pages"),
        ("tag_topics", "articles"),
        ("count", "tagged"),
        ("trend", "tagged"),
        ("group", "tagged"),
    }
    assert [told.parent for told in told if told.name == "clean"] == [SPAN, SPAN]
    failed = [told for told in told if told.failed]
    assert [(told.name, f"00-{TRACE}-{told.span}-01".encode()) for told in failed] == [
        ("clean", value) for record in rejected for _, value in record.headers
    ]
    pushed = next(told for told in collector.told if told.name == "push")
    of_stages = {told.name for told in collector.of(pushed.trace, STAGES)}
    assert (of_stages, pushed.parent) == (STAGES | {"push"}, "")
    assert sorted({told.trace for told in collector.told}) == sorted([TRACE, pushed.trace])
    assert sorted(value[:35] for record in enriched for _, value in record.headers) == sorted(
        f"00-{trace}".encode() for trace in (TRACE, TRACE[::-1], pushed.trace)
    )


@pytest.mark.kafka
def test_the_first_stage_begins_traces(kafka_settings: Settings, tmp_path: Path, collector: Collector):
    """Pages of producers that begin none get a trace each, as many as the share says: here all."""

    async def run() -> None:
        await topic_admin.apply(kafka_settings)
        worker = Worker(kafka_settings, tmp_path / "worker.log", "clean", traces_to=collector.address, traces_share=1)
        try:
            async with AIOKafkaProducer(**producing(kafka_settings)) as producer:
                for page in good_pages():
                    await producer.send_and_wait(kafka_settings.topic("pages"), page)
            async with asyncio.timeout(SECONDS):
                while any(behind for of, behind in (await lag(kafka_settings)).items() if of.startswith("pages[")):
                    await asyncio.sleep(0.2)
        finally:
            worker.stop()

    asyncio.run(run())
    assert [(told.name, told.parent) for told in collector.told] == [("clean", "")] * 3
    assert len({told.trace for told in collector.told}) == 3
