"""Articles: lists by what they are about, one with its text, and what is quoted in them."""

import sqlite3
from collections.abc import Sequence
from typing import Any

import orjson

from agents.serve.answers.articles import quote_item
from agents.serve.query import cursor
from agents.serve.query.conditions import Conditions
from agents.serve.query.cursor import BadRequestError, Page
from agents.serve.query.filters import ArticleFilter, QuoteFilter
from agents.serve.query.text_search import match
from agents.serve.store.packing import unpack
from agents.serve.times import as_text

FEW_MATCHES = 3_000
"""Articles with the words of a search that are sorted by date; where more have them the newest articles are tried."""


def articles(db: sqlite3.Connection, wanted: ArticleFilter) -> Page:
    """Return a page of articles, the newest first."""
    source, at, number, conditions = _conditions(db, wanted)
    conditions.below(f"{at}, {number}", cursor.decode(wanted.cursor, int, int))
    rows = db.execute(
        f"SELECT a.at, a.n, a.item FROM {source} {conditions.where} ORDER BY {at} DESC, {number} DESC LIMIT ?",
        (*conditions.values, wanted.limit + 1),
    ).fetchall()
    more = rows[wanted.limit - 1] if len(rows) > wanted.limit else None
    items = with_stories(db, [unpack(blob) for _, _, blob in rows[: wanted.limit]])
    return Page(items, None if more is None else cursor.encode(more[0], more[1]))


def article(db: sqlite3.Connection, article_id: str) -> dict[str, Any] | None:
    """Return an article with its text, entities, quotes, revisions and story, and how often it was met again."""
    row = db.execute("SELECT record FROM articles WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        return None
    record: dict[str, Any] = unpack(row[0])
    revisions = db.execute(
        "SELECT revision, received, title, published_at, topic, partition, offset FROM revisions WHERE article = ? "
        "ORDER BY revision",
        (article_id,),
    )
    visits = db.execute("SELECT repeats, last FROM visits WHERE article = ?", (article_id,)).fetchone()
    return with_stories(db, [record])[0] | {
        "revisions": [
            {
                "revision": revision,
                "received_at": as_text(received),
                "title": title,
                "published_at": published_at,
                "origin": {"topic": topic, "partition": partition, "offset": offset},
            }
            for revision, received, title, published_at, topic, partition, offset in revisions
        ],
        "repeats": visits[0] if visits else 0,
        "last_visit": as_text(visits[1]) if visits else record["received_at"],
    }


def quotes(db: sqlite3.Connection, entity_id: str, wanted: QuoteFilter) -> Page:
    """Return a page of the quotes in which an entity speaks or is named, the newest first."""
    (first, said), second = _roles(entity_id, wanted)
    conditions = Conditions()
    conditions.add("q.entity = (SELECT n FROM entities WHERE id = ?)", first)
    conditions.equal({"q.said": said})
    if second is not None:
        conditions.add(
            "EXISTS (SELECT 1 FROM quoted o WHERE o.entity = (SELECT n FROM entities WHERE id = ?) AND o.said = ? "
            "AND o.at = q.at AND o.article = q.article AND o.place = q.place)",
            *second,
        )
    conditions.below("q.at, q.article, q.place", cursor.decode(wanted.cursor, int, int, int))
    rows = db.execute(
        "SELECT q.at, q.article, q.place, a.record FROM quoted q CROSS JOIN articles a ON a.n = q.article "
        f"{conditions.where} ORDER BY q.at DESC, q.article DESC, q.place DESC LIMIT ?",
        (*conditions.values, wanted.limit + 1),
    ).fetchall()
    more = rows[wanted.limit - 1] if len(rows) > wanted.limit else None
    items = [quote_item(unpack(blob), place) for _, _, place, blob in rows[: wanted.limit]]
    return Page(items, None if more is None else cursor.encode(*more[:3]))


def with_stories(db: sqlite3.Connection, items: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return articles with the id of the story that each belongs to."""
    rows = db.execute(
        "SELECT article, min(story) FROM story_articles WHERE article IN (SELECT value FROM json_each(?)) "
        "GROUP BY article",
        (orjson.dumps([item["id"] for item in items]).decode(),),
    )
    stories = dict(rows.fetchall())
    return [item | {"story": stories.get(item["id"])} for item in items]


def _roles(entity_id: str, wanted: QuoteFilter) -> tuple[tuple[str, int | None], tuple[str, int] | None]:
    """Return whose quotes are gone through and in which role, and who else must stand in them in which role."""
    itself = {"", "1", "true", entity_id}
    by = None if wanted.by is None else entity_id if wanted.by in itself else wanted.by
    about = None if wanted.about is None else entity_id if wanted.about in itself else wanted.about
    if by is None and about is None:
        return (entity_id, None), None
    if about is None or by is None:
        other, role = (by, 1) if about is None else (about, 0)
        if other == entity_id:
            return (entity_id, role), None
        return (entity_id, 1 - role), (str(other), role)
    if entity_id not in {by, about}:
        raise BadRequestError("by, about: one of them is the entity itself; leave that one empty")
    return (by, 1), (about, 0)


def _conditions(db: sqlite3.Connection, wanted: ArticleFilter) -> tuple[str, str, str, Conditions]:
    """Return what is read from, its columns of time and of the article's number, and what must hold.

    The table that is rarest leads, and has its articles in the order of time.
    """
    source, at, number, conditions = "articles a", "a.at", "a.n", Conditions()
    found = db.execute("SELECT n FROM entities WHERE id = ?", (wanted.entity,)).fetchone() or (-1,)
    leading = {"named": ("entity", None if wanted.entity is None else found[0]), "about": ("topic", wanted.topic)}
    if wanted.story is not None:
        source = "story_articles s CROSS JOIN articles a ON a.id = s.article"
        conditions.add("s.story = ?", wanted.story)
    for table, (column, value) in leading.items():
        if value is None:
            continue
        if source == "articles a":
            source, at, number = f"{table} l CROSS JOIN articles a ON a.n = l.article", "l.at", "l.article"
            conditions.add(f"l.{column} = ?", value)
        else:
            conditions.add(f"EXISTS (SELECT 1 FROM {table} x WHERE x.article = a.n AND x.{column} = ?)", value)
    conditions.equal({"a.source": wanted.outlet, "a.country": wanted.country, "a.genre": wanted.genre})
    conditions.within(at, wanted.from_, wanted.to)
    if wanted.q is not None and (expression := match(wanted.q)) is not None:
        conditions.add(*_text_condition(db, expression))
    return source, at, number, conditions


def _text_condition(db: sqlite3.Connection, expression: str) -> tuple[str, str]:
    """Return how articles are held against a search, and its value: few are found first, of many the newest tried."""
    listed = "SELECT json_group_array(rowid), count(*) FROM (SELECT rowid FROM texts WHERE texts MATCH ? LIMIT ?)"
    numbers, count = db.execute(listed, (expression, FEW_MATCHES)).fetchone()
    if count < FEW_MATCHES:
        return "a.n IN (SELECT value FROM json_each(?))", numbers
    return "EXISTS (SELECT 1 FROM texts WHERE texts MATCH ? AND texts.rowid = a.n)", expression
