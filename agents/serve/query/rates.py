"""How much comes in: articles and rejections of the last minutes, and what the store holds."""

import sqlite3
from typing import Any

from agents.serve.query.window import newest
from agents.serve.times import slot_text

MINUTE_SECONDS = 60
SHOWN_MINUTES = 60


def rates(db: sqlite3.Connection, now: int) -> dict[str, Any]:
    """Return articles received in each of the last 60 minutes, the latest last, and the sizes of the store."""
    first = now // MINUTE_SECONDS - SHOWN_MINUTES + 1
    received = dict(
        db.execute(
            "SELECT received / 60 AS minute, count(*) FROM articles WHERE received >= ? GROUP BY minute",
            (first * MINUTE_SECONDS,),
        ).fetchall()
    )
    held = {
        table.replace("_", "-"): db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("articles", "entities", "stories", "outlets", "trends", "alerts", "rejected")
    }
    return {
        "articles_per_minute": [received.get(first + n, 0) for n in range(SHOWN_MINUTES)],
        "held": held,
        "newest_hour": slot_text("h", newest(db, "h", now)) if held["articles"] else None,
    }
