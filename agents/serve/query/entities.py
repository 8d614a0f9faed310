"""Entities: who is named most, and all about one of them."""

import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

import orjson

from agents.serve.query import cursor, names
from agents.serve.query.conditions import Conditions
from agents.serve.query.cursor import Page
from agents.serve.query.filters import EntityFilter
from agents.serve.query.rankings import MAX_RANKED, Counts, Rankings, whole
from agents.serve.query.window import Window, newest, window_of
from agents.serve.store.packing import unpack
from agents.serve.times import slot_text

CURVE_HOURS = 48
"""Hours of the small curve that lists show of each entity."""
LOOKED_UP = 500
"""Entities of which the types are looked up at once."""
COLUMNS = (
    *("id", "name_ar", "name_en", "type", "known", "country", "iso"),
    *("articles", "stories", "mentions", "outlets", "first_seen", "last_seen"),
)
_SELECTED = ", ".join(f"e.{column}" for column in COLUMNS)


class Asking(NamedTuple):
    """When something is asked, and of which state of the store."""

    now: int
    """Seconds since 1970."""
    version: int
    """Goes up with every transaction."""
    rankings: Rankings


def entities(db: sqlite3.Connection, wanted: EntityFilter, asking: Asking) -> Page:
    """Return a page of the entities that most articles of a window name, or that have the largest totals."""
    found = _by_articles(db, wanted, asking) if _needs_articles(wanted) else _by_totals(db, wanted)
    rows = list(islice(found, wanted.limit + 1))
    more = rows[wanted.limit - 1] if len(rows) > wanted.limit else None
    first = newest(db, "h", asking.now) - CURVE_HOURS + 1
    shown = rows[: wanted.limit]
    curves = _curves(db, [row[0] for row in shown], Window("h", first, first + CURVE_HOURS - 1))
    items = [item_of(row[2:], count=row[1]) | {"hours": curves.get(row[0], {})} for row in shown]
    return Page(items, None if more is None else cursor.encode(_sorted_by(wanted, more), more[0]))


def entity(db: sqlite3.Connection, entity_id: str) -> dict[str, Any] | None:
    """Return all about an entity: totals, hours and days, media topics, outlets, and who is named with it."""
    row = db.execute(f"SELECT e.n, {_SELECTED}, e.record FROM entities e WHERE e.id = ?", (entity_id,)).fetchone()
    if row is None:
        return None
    number, blob = row[0], row[-1]
    counted: dict[str, Any] = {} if blob is None else unpack(blob)
    topics = names.media_topics(db, counted.get("media_topics", ()))
    outlets = names.outlets(db, counted.get("sources", ()))
    beside = names.entities(db, counted.get("with", ()))
    item = item_of(row[1:-1])
    return item | {
        "hours": counted.get("hours") or _slots(db, "entity_hours", number, Window("h", 0, 2**40)),
        "days": counted.get("days") or _slots(db, "entity_days", number, Window("d", 0, 2**40)),
        "media_topics": _named(counted.get("media_topics", {}), topics),
        "outlets_named": _named(counted.get("sources", {}), outlets),
        "with": _named(counted.get("with", {}), beside),
        "with_dropped": counted.get("with_dropped", 0),
    }


def item_of(row: tuple[Any, ...], count: int | None = None) -> dict[str, Any]:
    """Return what lists show of an entity: its columns, and how many articles of the window name it."""
    item = dict(zip(COLUMNS, row, strict=True))
    item["known"] = bool(item["known"])
    return item if count is None else item | {"count": count}


def _curves(db: sqlite3.Connection, numbers: list[int], window: Window) -> dict[int, dict[str, int]]:
    """Return the articles that name entities by hour of publication, by the entities' numbers, where there are any."""
    rows = db.execute(
        "SELECT entity, json_group_array(slot), json_group_array(articles) FROM entity_hours "
        "WHERE entity IN (SELECT value FROM json_each(?)) AND slot BETWEEN ? AND ? GROUP BY entity",
        (_json(numbers), window.first, window.last),
    )
    return {
        number: {
            slot_text(window.unit, slot): count
            for slot, count in sorted(zip(orjson.loads(slots), orjson.loads(counts), strict=True))
        }
        for number, slots, counts in rows
    }


def _slots(db: sqlite3.Connection, table: str, number: int, window: Window) -> dict[str, int]:
    rows = db.execute(
        f"SELECT slot, articles FROM {table} WHERE entity = ? AND slot BETWEEN ? AND ? ORDER BY slot",
        (number, window.first, window.last),
    )
    return {slot_text(window.unit, slot): articles for slot, articles in rows}


def _named(counts: dict[str, int], known: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Return counts by id as a list, the largest first, each with its names."""
    ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return [known.get(id_, {"id": id_}) | {"articles": articles} for id_, articles in ranked]


def _needs_articles(wanted: EntityFilter) -> bool:
    return wanted.window != "all" or any((wanted.topic, wanted.country, wanted.outlet))


def _sorted_by(wanted: EntityFilter, row: tuple[Any, ...]) -> Any:
    """Return the value of a row that the list is sorted by; its first two columns are number and count."""
    if wanted.sort == "count":
        return row[1]
    value = row[2 + COLUMNS.index(wanted.sort)]
    return "" if value is None else value


def _order(sort: str) -> str:
    """Return the column that a list is sorted by; an entity that was never dated was last seen before all others."""
    return "coalesce(e.last_seen, '')" if sort == "last_seen" else f"e.{sort}"


def _by_totals(db: sqlite3.Connection, wanted: EntityFilter) -> Iterator[tuple[Any, ...]]:
    column = _order("articles" if wanted.sort == "count" else wanted.sort)
    conditions = Conditions()
    conditions.add("e.articles > 0")
    conditions.equal({"e.type": wanted.type})
    conditions.below(f"{column}, e.n", _after(wanted))
    return db.execute(
        f"SELECT e.n, e.articles, {_SELECTED} FROM entities e {conditions.where} "
        f"ORDER BY {column} DESC, e.n DESC LIMIT ?",
        (*conditions.values, wanted.limit + 1),
    )


def _by_articles(db: sqlite3.Connection, wanted: EntityFilter, asking: Asking) -> Iterator[tuple[Any, ...]]:
    """Yield entities with how many of the wanted articles name them."""
    counts = _counts(db, wanted, asking.now)
    after = _after(wanted)
    if wanted.sort == "count":
        # The many are counted and sorted by numbers alone; only those that are shown are looked up.
        shown = list(islice(_ranked(db, wanted.type, asking, counts, after), wanted.limit + 1))
        found = {
            row[0]: row[1:]
            for row in db.execute(
                f"SELECT e.n, {_SELECTED} FROM entities e WHERE e.n IN (SELECT value FROM json_each(?))",
                (_json([number for _, number in shown]),),
            )
        }
        yield from ((number, count, *found[number]) for count, number in shown)
        return
    conditions = Conditions()
    conditions.equal({"e.type": wanted.type})
    column = _order(wanted.sort)
    conditions.below(f"{column}, e.n", after)
    yield from db.execute(
        f"SELECT e.n, w.value ->> 0, {_SELECTED} FROM json_each(?) w JOIN entities e ON e.n = w.value ->> 1 "
        f"{conditions.where} ORDER BY {column} DESC, e.n DESC LIMIT ?",
        (_json(whole(db, counts)), *conditions.values, wanted.limit + 1),
    )


def _ranked(
    db: sqlite3.Connection,
    type_: str | None,
    asking: Asking,
    counts: Counts,
    after: tuple[Any, ...] | None,
) -> Iterator[tuple[int, int]]:
    """Yield articles and number of entities of a type, the most articles first."""
    while True:
        part = asking.rankings.part(db, asking.version, counts, after)
        for place in range(0, len(part), LOOKED_UP):
            some = part[place : place + LOOKED_UP]
            if type_ is not None:
                # By their numbers: without the sign SQLite would go through all entities of the type.
                [text] = db.execute(
                    "SELECT json_group_array(n) FROM entities "
                    "WHERE n IN (SELECT value FROM json_each(?)) AND +type = ?",
                    (_json([number for _, number in some]), type_),
                ).fetchone()
                wanted = set(orjson.loads(text))
                some = [(count, number) for count, number in some if number in wanted]
            yield from some
        if len(part) < MAX_RANKED:
            return
        after = part[-1]


def _json(value: list[Any]) -> str:
    return orjson.dumps(value).decode()


def _counts(db: sqlite3.Connection, wanted: EntityFilter, now: int) -> Counts:
    """Return what gives the entities of the wanted articles, and how many of these name each."""
    window = window_of(db, wanted.window, now)
    filters = (wanted.topic, wanted.country, wanted.outlet)
    if window is not None and window.unit == "d" and not any(filters):
        # Through the table in the order of its entities: by its days all that is found would have to be sorted.
        whole_days = (
            "SELECT entity AS n, sum(articles) AS c FROM entity_days WHERE slot BETWEEN ? AND ? GROUP BY entity"
        )
        return Counts(whole_days, (window.first, window.last))
    conditions = Conditions()
    leading = "about t" if wanted.topic is not None else "articles a"
    if window is not None:
        start, end = window.seconds
        conditions.add(f"{leading[-1]}.at BETWEEN ? AND ?", start, end - 1)
        conditions.add("l.hour IS NOT NULL" if window.unit == "h" else "l.day IS NOT NULL")
    conditions.equal({"t.topic": wanted.topic, "a.source": wanted.outlet, "a.country": wanted.country})
    source, number = leading, "a.n"
    if wanted.topic is not None:
        number = "t.article"
        if wanted.country is not None or wanted.outlet is not None:
            source += " CROSS JOIN articles a ON a.n = t.article"
    found = f"SELECT l.entities FROM {source} CROSS JOIN name_lists l ON l.article = {number} {conditions.where}"
    return Counts(found, tuple(conditions.values), of_lists=True)


def _after(wanted: EntityFilter) -> tuple[Any, ...] | None:
    return cursor.decode(wanted.cursor, str if wanted.sort == "last_seen" else int, int)
