"""How many articles there are over time: of each outlet, about each media topic."""

import sqlite3
from typing import Any

import orjson

from agents.serve.query import cursor
from agents.serve.query.cursor import Page
from agents.serve.query.filters import CountryFilter, MediaTopicFilter, OutletFilter
from agents.serve.query.window import Window, newest, window_of
from agents.serve.times import as_text, slot_text

MAX_CURVE_SLOTS = 200
"""Hours of a curve; a longer window has days."""


def outlets(db: sqlite3.Connection, wanted: OutletFilter, now: int) -> Page:
    """Return a page of outlets with their articles in a window by hour or day, and when each was last heard of."""
    window = window_of(db, wanted.window, now)
    inside, values = _sum("outlet", window)
    conditions = ["1"]
    if wanted.country is not None:
        conditions.append("country = ?")
        values.append(wanted.country)
    column, order = {
        "articles": ("inside", "DESC"),
        "last_seen": ("received", "DESC"),
        "silent": ("received", "ASC"),
    }[wanted.sort]
    after = cursor.decode(wanted.cursor, int, str)
    if after is not None:
        conditions.append(f"({column}, id) {'<' if order == 'DESC' else '>'} (?, ?)")
        values += after
    rows = db.execute(
        f"SELECT * FROM (SELECT id, name, country, articles, received, published, {inside} AS inside FROM outlets t) "
        f"WHERE {' AND '.join(conditions)} ORDER BY {column} {order}, id {order} LIMIT ?",
        (*values, wanted.limit + 1),
    ).fetchall()
    more = rows[wanted.limit - 1] if len(rows) > wanted.limit else None
    items = [
        {
            "id": id_,
            "name": name,
            "country": country,
            "articles": count,
            "articles_kept": articles,
            "last_seen": as_text(received),
            "last_published": as_text(published),
            **curve(db, "outlet", id_, window, now),
        }
        for id_, name, country, articles, received, published, count in rows[: wanted.limit]
    ]
    position = None if more is None else cursor.encode(more[6] if column == "inside" else more[4], more[0])
    return Page(items, position)


def media_topics(db: sqlite3.Connection, wanted: MediaTopicFilter, now: int) -> Page:
    """Return a page of media topics with their articles in a window by hour or day; those below count too."""
    window = window_of(db, wanted.window, now)
    inside, values = _sum("topic", window)
    conditions = ["inside > 0"]
    if wanted.broader is not None:
        conditions.append("coalesce(json_extract(broader, '$[0]'), '') = ?")
        values.append(wanted.broader)
    after = cursor.decode(wanted.cursor, int, str)
    if after is not None:
        conditions.append("(inside, id) < (?, ?)")
        values += after
    rows = db.execute(
        f"SELECT * FROM (SELECT id, name_ar, name_en, broader, {inside} AS inside FROM media_topics t) "
        f"WHERE {' AND '.join(conditions)} ORDER BY inside DESC, id DESC LIMIT ?",
        (*values, wanted.limit + 1),
    ).fetchall()
    more = rows[wanted.limit - 1] if len(rows) > wanted.limit else None
    items = [
        {
            "id": id_,
            "name_ar": name_ar,
            "name_en": name_en,
            "broader": orjson.loads(broader),
            "articles": count,
            **curve(db, "topic", id_, window, now),
        }
        for id_, name_ar, name_en, broader, count in rows[: wanted.limit]
    ]
    return Page(items, None if more is None else cursor.encode(more[4], more[0]))


def countries(db: sqlite3.Connection, wanted: CountryFilter, now: int) -> Page:
    """Return the articles of a window by country of their outlet, the most first."""
    window = window_of(db, wanted.window, now) or Window("d", 0, 2**40)
    rows = db.execute(
        "SELECT id, sum(articles) AS total FROM series WHERE kind = 'country' AND unit = ? AND slot BETWEEN ? AND ? "
        "GROUP BY id ORDER BY total DESC, id",
        (window.unit, window.first, window.last),
    )
    return Page([{"country": id_, "articles": total} for id_, total in rows])


def curve(db: sqlite3.Connection, kind: str, id_: str, window: Window | None, now: int) -> dict[str, dict[str, int]]:
    """Return the articles by hour or by day of a window, as `hours` or `days`; those without any are left out."""
    last = newest(db, "d", now)
    shown = window or Window("d", last - MAX_CURVE_SLOTS + 1, last)
    # One value, not rows: with each row Python gives way to other threads, and waits for its turn again.
    slots, counts = db.execute(
        "SELECT json_group_array(slot), json_group_array(articles) FROM (SELECT slot, articles FROM series "
        "WHERE kind = ? AND id = ? AND unit = ? AND slot BETWEEN ? AND ? ORDER BY slot DESC LIMIT ?)",
        (kind, id_, shown.unit, shown.first, shown.last, MAX_CURVE_SLOTS),
    ).fetchone()
    rows = sorted(zip(orjson.loads(slots), orjson.loads(counts), strict=True))
    name = "hours" if shown.unit == "h" else "days"
    return {name: {slot_text(shown.unit, slot): articles for slot, articles in rows}}


def _sum(kind: str, window: Window | None) -> tuple[str, list[Any]]:
    """Return the expression of how many articles of `t` are in a window, with its values."""
    if window is None:
        return "t.articles", []
    inside = (
        "(SELECT coalesce(sum(s.articles), 0) FROM series s WHERE s.kind = ? AND s.id = t.id AND s.unit = ? "
        "AND s.slot BETWEEN ? AND ?)"
    )
    return inside, [kind, window.unit, window.first, window.last]
