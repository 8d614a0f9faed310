"""What of the read model Prometheus watches: outlets and trends, as they are when it asks."""

import sqlite3

from agents.serve.times import DAY_SECONDS, HOUR_SECONDS
from streams import metrics

OUTLETS = 50
"""Outlets with gauges of their own, so that a crawler of the whole web makes no more."""


def show(db: sqlite3.Connection, now: int) -> None:
    """Set the gauges of outlets and trends.

    Parameters
    ----------
    db
        The read model.
    now
        Seconds since 1970.
    """
    metrics.DASHBOARD_OUTLET_ARTICLES.clear()
    metrics.DASHBOARD_OUTLET_AGE.clear()
    fresh = "SELECT source, COUNT(*) FROM articles WHERE received > ? GROUP BY source"
    of_hour = dict(db.execute(fresh, (now - HOUR_SECONDS,)).fetchall())
    rows = db.execute("SELECT id, received FROM outlets ORDER BY articles DESC, id LIMIT ?", (OUTLETS,))
    for outlet, received in rows:
        metrics.DASHBOARD_OUTLET_ARTICLES.labels(outlet).set(of_hour.get(outlet, 0))
        metrics.DASHBOARD_OUTLET_AGE.labels(outlet).set(max(0, now - received))
    metrics.DASHBOARD_TRENDS.clear()
    rows = db.execute(
        "SELECT kind, direction, COUNT(*) FROM trends WHERE at > ? GROUP BY kind, direction", (now - DAY_SECONDS,)
    )
    for kind, direction, count in rows:
        metrics.DASHBOARD_TRENDS.labels(kind, direction).set(count)
