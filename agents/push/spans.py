"""The traces that begin with a push: a span for a page, from when it is sent until it is acknowledged."""

import secrets
import time

from streams import traces
from streams.settings import Settings
from streams.trace_export import Exporter, Span


class Spans:
    """Begins traces in a share of the pages, where the settings name a collector.

    Parameters
    ----------
    settings
        The collector, and the share.
    """

    def __init__(self, settings: Settings) -> None:
        self._exporter = Exporter(settings) if settings.traces_to else None
        self._share = settings.traces_share
        self._topic = settings.topic("pages")

    def begin(self) -> Span | None:
        """Return the span of a page that is sent now; None: it has none."""
        if self._exporter is None or secrets.SystemRandom().random() >= self._share:
            return None
        own = traces.Parent(secrets.token_hex(16), secrets.token_hex(8), sampled=True)
        return Span("push", "PRODUCER", own, None, time.time_ns())

    def end(self, span: Span | None, *, failed: bool) -> None:
        """Send the span of a page of which the broker has said something."""
        if self._exporter is not None and span is not None:
            attributes = {"messaging.operation.type": "send", "messaging.destination.name": self._topic}
            self._exporter.send(span, time.time_ns(), attributes, failed=failed)

    def close(self) -> None:
        """Send what is left."""
        if self._exporter is not None:
            self._exporter.close()
