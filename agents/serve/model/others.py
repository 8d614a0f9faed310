"""Trends, alerts, rejections and repeats."""

import sqlite3

import orjson

from agents.serve.answers.rejected import rejected_item
from agents.serve.model.batch import Batch
from agents.serve.model.records import Event, Incoming, as_line
from agents.serve.store.packing import pack
from agents.serve.times import seconds_of
from streams.records.alerts import Alert
from streams.records.codec import Codec
from streams.records.rejected import Rejected
from streams.records.repeats import Repeat
from streams.records.trends import Trend

_TREND, _ALERT, _REPEAT, _REJECTED = Codec(Trend), Codec(Alert), Codec(Repeat), Codec(Rejected)


def parse_trend(incoming: Incoming) -> tuple[Trend, int]:
    """Read a trend, and when its window begins."""
    trend = _TREND.decode(incoming.value)
    return trend, seconds_of(trend.window.start)


def write_trend(batch: Batch, incoming: Incoming, parsed: tuple[Trend, int]) -> Event:
    """Write a trend in place of what was known of it; one that a late article took back goes."""
    trend, at = parsed
    row = (trend.id, trend.subject.kind, trend.subject.id, at, trend.surprise, trend.direction)
    outlets = frozenset(trend.outlets)
    value = incoming.value or b""
    if trend.standing:
        batch.db.execute(
            "INSERT OR REPLACE INTO trends VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, _written(outlets), incoming.partition, incoming.offset, pack(value)),
        )
    else:
        batch.db.execute("DELETE FROM trends WHERE id = ?", (trend.id,))
    ids = frozenset([trend.subject.id, *trend.subject.ids])
    place = (incoming.topic, incoming.partition, incoming.offset)
    return Event("trend", *place, as_line(value), ids, "", outlets, countries_of(batch.db, outlets))


def parse_alert(incoming: Incoming) -> tuple[Alert, int]:
    """Read an alert, and when it was."""
    alert = _ALERT.decode(incoming.value)
    return alert, seconds_of(alert.at)


def write_alert(batch: Batch, incoming: Incoming, parsed: tuple[Alert, int]) -> Event:
    """Write an alert."""
    alert, at = parsed
    value = incoming.value or b""
    outlets = _outlets(alert)
    row = (alert.id, alert.rule, at, _written(outlets), incoming.partition, incoming.offset, pack(value))
    batch.db.execute("INSERT OR REPLACE INTO alerts VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    place = (incoming.topic, incoming.partition, incoming.offset)
    return Event("alert", *place, as_line(value), frozenset(), "", outlets, countries_of(batch.db, outlets))


def countries_of(db: sqlite3.Connection, outlets: frozenset[str]) -> frozenset[str]:
    """Return the countries of some outlets, where they are known."""
    query = "SELECT country FROM outlets WHERE country IS NOT NULL AND id IN (SELECT value FROM json_each(?))"
    return frozenset(country for (country,) in db.execute(query, (_written(outlets),)))


def _written(outlets: frozenset[str]) -> str:
    return orjson.dumps(sorted(outlets)).decode()


def _outlets(alert: Alert) -> frozenset[str]:
    """Return the outlets of an alert's evidence: whose articles made it, or which is silent."""
    found = {article.source for article in alert.evidence.articles}
    if alert.evidence.silence is not None:
        found.add(alert.evidence.silence.outlet)
    return frozenset(found)


def parse_rejected(incoming: Incoming) -> tuple[Rejected, int]:
    """Read a rejection, and when it was."""
    rejected = _REJECTED.decode(incoming.value)
    return rejected, seconds_of(rejected.at)


def write_rejected(batch: Batch, incoming: Incoming, parsed: tuple[Rejected, int]) -> Event:
    """Write what is known of a rejection, without its original."""
    rejected, at = parsed
    original = rejected.original
    stood = (original.topic, original.partition, original.offset)
    row = (
        rejected.id,
        rejected.stage,
        str(rejected.reason),
        rejected.detail,
        at,
        *stood,
        original.size,
        rejected.version,
    )
    batch.db.execute(
        "INSERT OR REPLACE INTO rejected VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, incoming.partition, incoming.offset),
    )
    return Event("rejected", incoming.topic, incoming.partition, incoming.offset, orjson.dumps(rejected_item(row)))


def parse_repeat(incoming: Incoming) -> tuple[Repeat, int]:
    """Read a visit that found nothing new, and when it was."""
    repeat = _REPEAT.decode(incoming.value)
    return repeat, seconds_of(repeat.received_at)


def write_repeat(batch: Batch, _: Incoming, parsed: tuple[Repeat, int]) -> None:
    """Count the visit."""
    repeat, at = parsed
    batch.db.execute(
        "INSERT INTO visits VALUES (?, 1, ?) ON CONFLICT DO UPDATE SET repeats = repeats + 1, "
        "last = max(last, excluded.last)",
        (repeat.id, at),
    )
