"""What was rejected, by stage and reason."""

import sqlite3
from typing import Any

from agents.serve.answers.rejected import REJECTED_COLUMNS, rejected_item
from agents.serve.query import cursor
from agents.serve.query.cursor import Page
from agents.serve.query.filters import RejectedFilter
from agents.serve.times import as_text


def rejected(db: sqlite3.Connection, wanted: RejectedFilter) -> Page:
    """Return a page of rejections, the latest first."""
    conditions, values = list[str](), list[Any]()
    for column, value in (("stage", wanted.stage), ("reason", wanted.reason)):
        if value is not None:
            conditions.append(f"{column} = ?")
            values.append(value)
    after = cursor.decode(wanted.cursor, int, str)
    if after is not None:
        conditions.append("(at, id) < (?, ?)")
        values += after
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = db.execute(
        f"SELECT {REJECTED_COLUMNS} FROM rejected {where} ORDER BY at DESC, id DESC LIMIT ?",
        (*values, wanted.limit + 1),
    ).fetchall()
    more = rows[wanted.limit - 1] if len(rows) > wanted.limit else None
    return Page(
        [rejected_item(row) for row in rows[: wanted.limit]],
        None if more is None else cursor.encode(more[4], more[0]),
    )


def reasons(db: sqlite3.Connection) -> list[dict[str, Any]]:
    """Return how many rejections each stage has for each reason, the most first."""
    rows = db.execute(
        "SELECT stage, reason, count(*) AS total, max(at) FROM rejected GROUP BY stage, reason "
        "ORDER BY total DESC, stage, reason"
    )
    return [
        {"stage": stage, "reason": reason, "count": total, "last": as_text(last)} for stage, reason, total, last in rows
    ]
