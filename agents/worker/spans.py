"""A stage's spans: one for each record of a trace that it reads, from when it is taken until it is finished."""

import time
from collections.abc import Sequence

from agents.stage import Incoming
from agents.worker.batches import Event, incoming
from streams import traces
from streams.outgoing import Out
from streams.settings import Settings
from streams.trace_export import Exporter, Span

PAGES = "pages"
MAX_OPEN = 10_000
"""Records of which spans are open: more are of partitions that went to another worker amid their work."""
MAX_KEY_CHARACTERS = 200
Place = tuple[str, int, int]


class Spans:
    """One stage's spans, which it hands on with what it publishes; without an exporter it hands on what it got.

    Parameters
    ----------
    stage
        Its name.
    reads
        Short name of the topic that it reads: on `pages` traces begin.
    exporter
        What sends them; None: nothing does.
    settings
        In how many pages a trace begins.
    """

    def __init__(self, stage: str, reads: str, exporter: Exporter | None, settings: Settings) -> None:
        self._stage = stage
        self._exporter = exporter
        self._share = settings.traces_share if exporter is not None and reads == PAGES else 0.0
        self._open: dict[Place, list[Span]] = {}
        self._refused: set[traces.Header] = set()

    def taken(self, event: Event) -> Incoming:
        """Return the record of an event, with what is handed on of its traces; its spans begin."""
        record = incoming(event)
        if not (record.headers or self._share):
            return record
        parents = traces.parents(record.headers)
        if self._exporter is None:
            return record._replace(traces=tuple(parent.header for parent in parents)) if parents else record
        place = f"{record.topic} {record.partition} {record.offset}"
        spans: list[Span] = []
        handed_on: list[traces.Header] = []
        begun = None if parents else traces.begun(f"{place} {record.timestamp_ms}", self._share)
        for parent in [begun] if begun is not None else parents:
            own = parent.followed_by(self._stage, place) if parent.sampled else parent
            handed_on.append(own.header)
            if parent.sampled:
                spans.append(Span(self._stage, "CONSUMER", own, None if begun else parent, time.time_ns()))
        if spans:
            if len(self._open) >= MAX_OPEN:
                self._open.clear()
                self._refused.clear()
            self._open[record.topic, record.partition, record.offset] = spans
        return record._replace(traces=tuple(handed_on)) if handed_on else record

    def refused(self, outs: Sequence[Out]) -> None:
        """Note which of the spans that are open failed, by what is published."""
        if self._open:
            told = (traces.parents(out.headers) for out in outs if out.topic == "rejected")
            self._refused.update(own.header for owns in told for own in owns if own.sampled)

    def finished(self, events: Sequence[Event]) -> None:
        """Send the spans of events that are acked."""
        if not self._open or self._exporter is None:
            return
        ended = time.time_ns()
        for event in events:
            message = event.message
            for span in self._open.pop((message.topic, message.partition, message.offset), ()):
                attributes: dict[str, str | int] = {
                    "messaging.operation.type": "process",
                    "messaging.destination.name": message.topic,
                    "messaging.destination.partition.id": str(message.partition),
                    "messaging.kafka.offset": message.offset,
                }
                if message.key:
                    key = message.key.decode(errors="replace")[:MAX_KEY_CHARACTERS]
                    attributes["messaging.kafka.message.key"] = key
                failed = span.own.header in self._refused
                self._refused.discard(span.own.header)
                self._exporter.send(span, ended, attributes, failed=failed)

    def given_up(self, events: Sequence[Event]) -> None:
        """Forget the spans of events that another worker does again: it sends them, under the same ids."""
        for event in events:
            message = event.message
            for span in self._open.pop((message.topic, message.partition, message.offset), ()):
                self._refused.discard(span.own.header)
