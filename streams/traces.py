"""The header `traceparent` (W3C Trace Context): which traces a record belongs to, and how they go on.

A record that comes of several others may have several such headers, each of one trace. What a stage adds to a trace
follows from the record that it read, so that a record that is processed again gives the same headers.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

HEADER = "traceparent"
MAX_TRACES = 8
"""Traces that a record carries on; of more, the first ones."""
SAMPLED = 0x01
"""The flag of a trace whose spans are kept."""
_VALUE = re.compile(rb"00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})")
_NONE = {"0" * 32, "0" * 16}
"""Ids that are none."""

Header = tuple[str, bytes]


class Parent(NamedTuple):
    """A span, as a record that came of it names it; ids in hexadecimal."""

    trace: str
    span: str
    sampled: bool

    @property
    def header(self) -> Header:
        """What a record carries."""
        return HEADER, f"00-{self.trace}-{self.span}-{SAMPLED if self.sampled else 0:02x}".encode()

    def followed_by(self, stage: str, place: str) -> "Parent":
        """Return the span in which a stage reads the record at a place."""
        span = hashlib.sha256(f"{self.trace} {self.span} {stage} {place}".encode()).hexdigest()[:16]
        return self._replace(span=span)


def parents(headers: Iterable[tuple[str, bytes | None]]) -> list[Parent]:
    """Return the spans that a record comes of; a header that is none of this kind is passed over."""
    found: dict[Parent, None] = {}
    for name, value in headers:
        if name != HEADER or not (match := _VALUE.fullmatch(value or b"")) or len(found) >= MAX_TRACES:
            continue
        trace, span, flags = (part.decode() for part in match.groups())
        if not {trace, span} & _NONE:
            found[Parent(trace, span, bool(int(flags, 16) & SAMPLED))] = None
    return list(found)


def begun(place: str, share: float) -> Parent | None:
    """Return what a trace begins from that no producer began, for this share of all places; None for the others."""
    digest = hashlib.sha256(place.encode())
    if int.from_bytes(digest.digest()[-8:]) >= share * 2**64:
        return None
    return Parent(digest.hexdigest()[:32], "", sampled=True)


def joined(all_headers: Iterable[Sequence[Header]]) -> tuple[Header, ...]:
    """Return what a record carries that comes of several others, or of parts of them."""
    return tuple(dict.fromkeys(header for headers in all_headers for header in headers))[:MAX_TRACES]
