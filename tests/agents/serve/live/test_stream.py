"""The live stream as it goes over the wire."""

import asyncio
import contextlib

import pytest
from prometheus_client import REGISTRY

from agents.serve.live.hub import Hub
from agents.serve.live.wanted import Wanted
from agents.serve.query.filters import StreamFilter
from agents.serve.web import event_stream
from agents.serve.web.app import create_app
from agents.serve.web.event_stream import EventStream
from tests.agents.serve.filled import Filled, alert, article, rejected

SCOPE = {
    "type": "http",
    "method": "GET",
    "path": "/api/v1/stream",
    "raw_path": b"/api/v1/stream",
    "scheme": "http",
    "http_version": "1.1",
    "root_path": "",
    "client": ("127.0.0.1", 1),
    "server": ("127.0.0.1", 2),
}


def dropped():
    """Return how many clients were let go so far, as Prometheus is told."""
    return REGISTRY.get_sample_value("rasid_dashboard_stream_dropped_total")


async def listen(filled, frames, *, query=b"", headers=(), between=lambda: None):
    """Return what a client gets until there are so many frames; then it leaves."""
    sent, enough, leaving = [], asyncio.Event(), asyncio.Event()

    async def receive():
        await leaving.wait()
        return {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)
        if sum(len(one.get("body", b"").split(b"\n\n")) - 1 for one in sent) >= frames:
            enough.set()

    scope = SCOPE | {"query_string": query, "headers": [(b"host", b"localhost"), *headers]}
    task = asyncio.create_task(create_app(filled.context)(scope, receive, send))
    while not sent:
        await asyncio.sleep(0.01)
    between()
    await asyncio.wait_for(enough.wait(), 20)
    leaving.set()
    await asyncio.wait_for(task, 20)
    return sent[0], b"".join(one.get("body", b"") for one in sent)


def test_what_is_applied_is_told_at_once():
    """With the headers of a stream that no proxy is to keep."""
    filled = Filled(article("before"))
    start, body = asyncio.run(listen(filled, 2, between=lambda: filled.add(article("live"))))
    headers = dict(start["headers"])

    assert headers[b"content-type"].startswith(b"text/event-stream")
    assert headers[b"cache-control"] == b"no-store"
    assert b"content-length" not in headers
    assert b'"id":"live"' in body
    assert b'"id":"before"' not in body


@pytest.mark.parametrize("way", ["header", "parameter"])
def test_what_was_missed_is_told_first(way):
    """From where the last event's id says, of every topic, then what comes."""
    filled = Filled(article("seen"), article("missed"), alert("1", "rule"), rejected("r"))
    id_ = b'{"alerts":[0],"enriched":[1]}'
    given = {"headers": [(b"last-event-id", id_)]} if way == "header" else {"query": b"last_event_id=" + id_}
    _, body = asyncio.run(listen(filled, 4, between=lambda: filled.add(article("live")), **given))
    kinds = [line for line in body.decode().splitlines() if line.startswith("event: ")]

    assert kinds == ["event: alert", "event: article", "event: article"]
    assert b'"id":"seen"' not in body
    assert body.index(b'"id":"missed"') < body.index(b'"id":"live"')


def test_more_than_is_told_again_is_called_a_gap(monkeypatch):
    """A view that must be whole asks the lists then."""
    monkeypatch.setattr("agents.serve.live.replay.MAX_EVENTS", 2)
    filled = Filled(*[article(f"a{n}") for n in range(5)])
    _, body = asyncio.run(listen(filled, 4, headers=[(b"last-event-id", b'{"enriched":[0]}')]))

    assert body.count(b"event: article") == 2
    assert body.index(b"event: gap") < body.index(b"event: article")


def test_an_id_that_is_none_is_refused():
    """With a problem that says what to do."""
    answer = Filled().get("/api/v1/stream?last_event_id=x")

    assert (answer.status_code, "Last-Event-ID" in answer.json()["detail"]) == (400, True)


def test_a_sign_of_life_comes_where_nothing_happens():
    """So that a proxy does not close the connection, and a client knows that it stands."""

    async def run():
        sent, leaving = [], asyncio.Event()

        async def receive():
            await leaving.wait()
            return {"type": "http.disconnect"}

        async def send(message):
            sent.append(message.get("body", b""))
            if len(sent) == 4:
                leaving.set()

        with Hub({}).client(Wanted(StreamFilter())) as client:
            await EventStream(client, heartbeat=0.01)(dict(SCOPE), receive, send)
        return sent

    sent = asyncio.run(run())

    assert sent[1:4] == [b"retry: 3000\n\n", b": alive\n\n", b": alive\n\n"]


def test_a_client_that_takes_nothing_is_let_go(monkeypatch):
    """Its connection is given up after a while, whatever waits for it."""
    monkeypatch.setattr(event_stream, "SEND_SECONDS", 0.05)
    before = dropped()

    async def run():
        async def never(*_):
            await asyncio.Event().wait()

        with Hub({}).client(Wanted(StreamFilter())) as client:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(EventStream(client)(dict(SCOPE), never, never), 20)
            return client.is_dropped

    assert asyncio.run(run()) is True
    assert dropped() == before + 1
