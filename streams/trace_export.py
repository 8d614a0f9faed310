"""Sending spans to an OpenTelemetry collector, by OTLP over HTTP."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from streams import traces
from streams.settings import Settings, SettingsError
from streams.version import __version__

EXPORT_SECONDS = 5
"""How long the collector may take for one request."""


class Span(NamedTuple):
    """What became of one record, in one trace."""

    name: str
    kind: Literal["PRODUCER", "CONSUMER"]
    own: traces.Parent
    """As records that come of it name it."""
    parent: traces.Parent | None
    """The span that it comes of; None: the trace begins here."""
    begun_ns: int
    """Since 1970, as its end."""


class Exporter:
    """Sends spans in a thread of its own; what the collector cannot take in time is left out.

    Parameters
    ----------
    settings
        Where to.

    Raises
    ------
    SettingsError
        When the packages that it needs are not installed, or the address is none.
    """

    def __init__(self, settings: Settings) -> None:
        if not settings.traces_to.startswith(("http://", "https://")):
            raise SettingsError(f"traces_to: {settings.traces_to} is no address as http://localhost:4318/v1/traces")
        try:
            # Only those who ask for traces need these.
            from opentelemetry import trace  # noqa: PLC0415
            from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415
            from opentelemetry.sdk import trace as sdk  # noqa: PLC0415
            from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
            from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415
        except ImportError as error:
            raise SettingsError(
                f"traces_to is set, and what sends traces is not installed: pip install 'rasid[traces]' ({error})"
            ) from error
        self._trace, self._sdk = trace, sdk
        self._resource = Resource.create({"service.name": "rasid", "service.version": __version__})
        self._processor = BatchSpanProcessor(OTLPSpanExporter(settings.traces_to, timeout=EXPORT_SECONDS))

    def send(self, span: Span, ended_ns: int, attributes: Mapping[str, str | int], *, failed: bool = False) -> None:
        """Send a span that has ended."""
        status = self._trace.StatusCode.ERROR if failed else self._trace.StatusCode.UNSET
        self._processor.on_end(
            self._sdk.ReadableSpan(
                span.name,
                context=self._context(span.own),
                parent=self._context(span.parent) if span.parent else None,
                resource=self._resource,
                attributes={"messaging.system": "kafka", **attributes},
                kind=self._trace.SpanKind[span.kind],
                status=self._trace.Status(status),
                start_time=span.begun_ns,
                end_time=ended_ns,
            )
        )

    def _context(self, span: traces.Parent) -> Any:
        flags = self._trace.TraceFlags(traces.SAMPLED)
        return self._trace.SpanContext(int(span.trace, 16), int(span.span, 16), is_remote=True, trace_flags=flags)

    def close(self) -> None:
        """Send what is left."""
        self._processor.shutdown()
