"""Stories: who carries the same text, and in which order."""

import sqlite3
from typing import Any

from agents.serve.query import cursor, names
from agents.serve.query.cursor import Page
from agents.serve.query.filters import StoryFilter
from agents.serve.query.window import window_of
from agents.serve.store.packing import unpack

MAX_SHOWN_ARTICLES = 200
"""Of one story."""
MAX_SHOWN_ENTITIES = 30
FEW_ARTICLES = 500
"""That name an entity, and whose stories are looked up."""
_SORTED_BY = {"last_seen": "at", "articles": "articles", "outlets": "outlets"}


def stories(db: sqlite3.Connection, wanted: StoryFilter, now: int) -> Page:
    """Return a page of stories."""
    column, conditions, values = _SORTED_BY[wanted.sort], list[str](), list[Any]()
    window = window_of(db, wanted.window, now)
    if window is not None:
        start, end = window.seconds
        conditions.append("s.at BETWEEN ? AND ?")
        values += [start, end - 1]
    told = "SELECT 1 FROM story_articles x JOIN articles a ON a.id = x.article"
    if wanted.outlet is not None:
        conditions.append(f"EXISTS ({told} WHERE x.story = s.id AND a.source = ?)")
        values.append(wanted.outlet)
    if wanted.entity is not None:
        number = (db.execute("SELECT n FROM entities WHERE id = ?", (wanted.entity,)).fetchone() or (-1,))[0]
        conditions.append(
            "s.id IN (SELECT x.story FROM named d JOIN articles a ON a.n = d.article "
            "JOIN story_articles x ON x.article = a.id WHERE d.entity = ?)"
            if _is_rare(db, number)
            else "EXISTS (SELECT 1 FROM story_articles x CROSS JOIN articles a ON a.id = x.article "
            "CROSS JOIN named d ON d.article = a.n WHERE x.story = s.id AND d.entity = ?)"
        )
        values.append(number)
    after = cursor.decode(wanted.cursor, int, str)
    if after is not None:
        conditions.append(f"(s.{column}, s.id) < (?, ?)")
        values += after
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = db.execute(
        f"SELECT s.{column}, s.id, s.record FROM stories s {where} ORDER BY s.{column} DESC, s.id DESC LIMIT ?",
        (*values, wanted.limit + 1),
    ).fetchall()
    more = rows[wanted.limit - 1] if len(rows) > wanted.limit else None
    items = [_item(db, unpack(blob)) for _, _, blob in rows[: wanted.limit]]
    return Page(items, None if more is None else cursor.encode(more[0], more[1]))


def _is_rare(db: sqlite3.Connection, number: int) -> bool:
    """Whether few articles name an entity: their stories are looked up, while of many the latest stories are tried."""
    found = db.execute("SELECT count(*) FROM (SELECT 1 FROM named WHERE entity = ? LIMIT ?)", (number, FEW_ARTICLES))
    return bool(found.fetchone()[0] < FEW_ARTICLES)


def story(db: sqlite3.Connection, story_id: str) -> dict[str, Any] | None:
    """Return a story with its articles, by time of publication, and the entities that most of them name."""
    row = db.execute("SELECT record FROM stories WHERE id = ?", (story_id,)).fetchone()
    if row is None:
        return None
    record: dict[str, Any] = unpack(row[0])
    ids = record["articles"][:MAX_SHOWN_ARTICLES]
    told: list[dict[str, Any]] = []
    for article_id in ids:
        found = db.execute("SELECT item FROM articles WHERE id = ?", (article_id,)).fetchone()
        told.append({"id": article_id, "kept": False} if found is None else unpack(found[0]) | {"kept": True})
    entities = db.execute(
        "SELECT e.id, e.name_ar, e.name_en, e.type, count(*) AS articles FROM story_articles x "
        "JOIN articles a ON a.id = x.article JOIN named d ON d.article = a.n JOIN entities e ON e.n = d.entity "
        "WHERE x.story = ? GROUP BY e.n ORDER BY articles DESC, sum(d.count) DESC, e.id LIMIT ?",
        (story_id, MAX_SHOWN_ENTITIES),
    )
    columns = ("id", "name_ar", "name_en", "type", "articles")
    return _item(db, record) | {
        "told": told,
        "entities": [dict(zip(columns, entity, strict=True)) for entity in entities],
    }


def _item(db: sqlite3.Connection, record: dict[str, Any]) -> dict[str, Any]:
    known = names.outlets(db, record["sources"])
    return record | {
        "outlets": [known.get(id_, {"id": id_, "name": id_, "country": None}) for id_ in record["sources"]]
    }
