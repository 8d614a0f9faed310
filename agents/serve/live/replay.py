"""What a client of the live stream missed, from the store."""

import sqlite3
from collections.abc import Mapping
from typing import Any

import orjson

from agents.serve.answers.articles import article_item
from agents.serve.answers.rejected import REJECTED_COLUMNS, rejected_item
from agents.serve.model.articles import article_event
from agents.serve.model.others import countries_of
from agents.serve.model.records import Event
from agents.serve.search_words import folded
from agents.serve.store.packing import unpack

TABLES = {
    "enriched": ("article", "articles"),
    "stories": ("story", "stories"),
    "trends": ("trend", "trends"),
    "alerts": ("alert", "alerts"),
    "rejected": ("rejected", "rejected"),
}
"""What an event is called and where its record stands, by topic."""
COLUMNS = {"rejected": REJECTED_COLUMNS, "trends": "record, outlets", "alerts": "record, outlets"}
MAX_EVENTS = 500
"""Of one partition that are told again; of more, the latest."""


def missed(
    db: sqlite3.Connection, since: Mapping[tuple[str, int], int], until: Mapping[tuple[str, int], int]
) -> tuple[list[Event], bool]:
    """Return the events between two positions, topic by topic, and whether they are all.

    What was replaced since is told in its latest form, and only if that lies between the positions.
    """
    events: list[Event] = []
    is_whole = True
    for (topic, partition), end in sorted(until.items()):
        start = since.get((topic, partition))
        if topic not in TABLES or start is None or start >= end:
            continue
        kind, table = TABLES[topic]
        columns = COLUMNS.get(table, "record")
        rows = db.execute(
            f"SELECT offset, {columns} FROM {table} WHERE partition = ? AND offset >= ? AND offset < ? "  # noqa: S608 - ours
            "ORDER BY offset DESC LIMIT ?",
            (partition, start, end, MAX_EVENTS + 1),
        ).fetchall()
        is_whole = is_whole and len(rows) <= MAX_EVENTS
        events += [_event(db, kind, topic, partition, row) for row in reversed(rows[:MAX_EVENTS])]
    return events, is_whole


def _event(db: sqlite3.Connection, kind: str, topic: str, partition: int, row: tuple[Any, ...]) -> Event:
    if kind == "rejected":
        return Event(kind, topic, partition, row[0], orjson.dumps(rejected_item(row[1:])))
    record: dict[str, Any] = unpack(row[1])
    if kind == "article":
        text = f"{folded(record['title'])}\n{folded(record['text'])}"
        return article_event(record, topic, partition, row[0], orjson.dumps(article_item(record)), text)
    subject = record.get("subject") or {}
    ids = frozenset([subject["id"], *subject.get("ids", ())]) if kind == "trend" else frozenset()
    if kind == "story":
        return Event(kind, topic, partition, row[0], orjson.dumps(record), outlets=frozenset(record["sources"]))
    outlets = frozenset(orjson.loads(row[2]))
    return Event(kind, topic, partition, row[0], orjson.dumps(record), ids, "", outlets, countries_of(db, outlets))
