"""How much comes in: articles and rejections of the last minutes, and what the store holds."""

import sqlite3
from typing import Any

from agents.serve.query.window import newest
from agents.serve.times import slot_text

MINUTE_SECONDS = 60
SHOWN_MINUTES = 60


def rates(db: sqlite3.Connection, now: int) -> dict[str, Any]:
    """Return articles and rejections of each of the last 60 minutes, the latest last, and the sizes of the store."""
    held = {
        table.replace("_", "-"): db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("articles", "entities", "stories", "outlets", "trends", "alerts", "rejected")
    }
    return {
        "articles_per_minute": _by_minute(db, "articles", "received", now),
        "rejections_per_minute": _by_minute(db, "rejected", "at", now),
        "held": held,
        "newest_hour": slot_text("h", newest(db, "h", now)) if held["articles"] else None,
    }


def _by_minute(db: sqlite3.Connection, table: str, column: str, now: int) -> list[int]:
    first = now // MINUTE_SECONDS - SHOWN_MINUTES + 1
    rows = db.execute(
        f"SELECT {column} / ? AS minute, count(*) FROM {table} WHERE {column} >= ? GROUP BY minute",
        (MINUTE_SECONDS, first * MINUTE_SECONDS),
    )
    found = dict(rows.fetchall())
    return [found.get(first + n, 0) for n in range(SHOWN_MINUTES)]
