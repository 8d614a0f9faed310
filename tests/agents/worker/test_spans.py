"""A stage's spans, with an exporter that keeps what it gets."""

from types import SimpleNamespace
from typing import Any

from agents.worker.spans import Spans
from streams.outgoing import Out
from streams.settings import Settings

TRACE, SPAN = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"


def event(offset: int, flags: str) -> Any:
    """Return a page's event, of a trace that is kept (01) or is not (00)."""
    headers = [("traceparent", f"00-{TRACE}-{SPAN}-{flags}".encode())]
    page = {"topic": "pages", "partition": 0, "offset": offset, "timestamp": 1.0, "key": None, "value": b"{"}
    return SimpleNamespace(message=SimpleNamespace(**page, headers=headers))


def test_a_refused_record_fails_its_span_and_leaves_nothing_behind() -> None:
    """Nor does one of a trace that is not kept, however many of them come while a span is open."""
    failed: list[bool] = []
    exporter: Any = SimpleNamespace(send=lambda *_, failed: sent(failed))
    sent = failed.append
    spans = Spans("clean", "pages", exporter, Settings(traces_to="http://127.0.0.1:4318"))
    events = [event(0, "01"), event(1, "00")]
    for one in events:
        spans.refused([Out("rejected", b"{}", headers=spans.taken(one).traces)])
    spans.finished(events)

    assert (failed, spans._refused, spans._open) == ([True], set(), {})


def test_what_is_given_up_leaves_no_span() -> None:
    """Another worker sends it, under the same id: here it takes no room, and is not said to have failed."""
    sent: list[Any] = []
    exporter: Any = SimpleNamespace(send=lambda *arguments, **_: sent.append(arguments))
    spans = Spans("clean", "pages", exporter, Settings(traces_to="http://127.0.0.1:4318"))
    spans.refused([Out("rejected", b"{}", headers=spans.taken(event(0, "01")).traces)])
    spans.given_up([event(0, "01")])
    assert (sent, spans._refused, spans._open) == ([], set(), {})
