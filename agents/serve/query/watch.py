"""Trends and alerts."""

import sqlite3
from typing import Any

from agents.serve.query import cursor
from agents.serve.query.cursor import BadRequestError, Page
from agents.serve.query.filters import AlertFilter, TrendFilter
from agents.serve.query.window import bounds, window_of
from agents.serve.store.packing import unpack


def trends(db: sqlite3.Connection, wanted: TrendFilter, now: int) -> Page:
    """Return a page of trends, the most surprising or the latest first."""
    conditions, values = list[str](), list[Any]()
    window = window_of(db, wanted.window, now)
    if window is not None:
        start, end = window.seconds
        conditions.append("at BETWEEN ? AND ?")
        values += [start, end - 1]
    for column, value in (("kind", wanted.kind), ("subject", wanted.subject), ("direction", wanted.direction)):
        if value is not None:
            conditions.append(f"{column} = ?")
            values.append(value)
    _of_outlets("trends", wanted, conditions, values)
    after = cursor.decode(wanted.cursor, float if wanted.sort == "surprise" else int, str)
    return _page(db, "trends", wanted.sort, conditions, values, after, wanted.limit)


def alerts(db: sqlite3.Connection, wanted: AlertFilter) -> Page:
    """Return a page of alerts, the latest first."""
    conditions, values = list[str](), list[Any]()
    if wanted.rule is not None:
        conditions.append("rule = ?")
        values.append(wanted.rule)
    try:
        start, end = bounds(wanted.from_, wanted.to)
    except ValueError as error:
        raise BadRequestError(
            "from, to: write a day (2026-01-28) or an RFC 3339 time (2026-01-28T14:00:00Z)"
        ) from error
    for sign, second in ((">=", start), ("<", end)):
        if second is not None:
            conditions.append(f"at {sign} ?")
            values.append(second)
    _of_outlets("alerts", wanted, conditions, values)
    return _page(db, "alerts", "at", conditions, values, cursor.decode(wanted.cursor, int, str), wanted.limit)


def _of_outlets(table: str, wanted: TrendFilter | AlertFilter, conditions: list[str], values: list[Any]) -> None:
    """Add that an outlet, or one of a country, stands in the evidence."""
    inside = f"EXISTS (SELECT 1 FROM json_each({table}.outlets) found"
    if wanted.outlet is not None:
        conditions.append(f"{inside} WHERE found.value = ?)")
        values.append(wanted.outlet)
    if wanted.country is not None:
        conditions.append(f"{inside} JOIN outlets o ON o.id = found.value WHERE o.country = ?)")
        values.append(wanted.country)


def _page(  # noqa: PLR0913, PLR0917 - the parts of a query
    db: sqlite3.Connection,
    table: str,
    column: str,
    conditions: list[str],
    values: list[Any],
    after: tuple[Any, ...] | None,
    limit: int,
) -> Page:
    if after is not None:
        conditions.append(f"({column}, id) < (?, ?)")
        values += after
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = db.execute(
        f"SELECT {column}, id, record FROM {table} {where} ORDER BY {column} DESC, id DESC LIMIT ?",
        (*values, limit + 1),
    ).fetchall()
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(
        [unpack(blob) for _, _, blob in rows[:limit]], None if more is None else cursor.encode(more[0], more[1])
    )
