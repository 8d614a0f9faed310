"""Names of ids: what an answer says beside each."""

import sqlite3
from collections.abc import Iterable
from typing import Any

import orjson


def entities(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return id, names and type of entities by id; those that the store does not know are left out."""
    rows = db.execute(
        "SELECT id, name_ar, name_en, type FROM entities WHERE id IN (SELECT value FROM json_each(?))",
        (orjson.dumps(list(ids)).decode(),),
    )
    return {row[0]: {"id": row[0], "name_ar": row[1], "name_en": row[2], "type": row[3]} for row in rows}


def media_topics(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return id, names and what is above of media topics by id; those that the store does not know are left out."""
    rows = db.execute(
        "SELECT id, name_ar, name_en, broader FROM media_topics WHERE id IN (SELECT value FROM json_each(?))",
        (orjson.dumps(list(ids)).decode(),),
    )
    return {
        row[0]: {"id": row[0], "name_ar": row[1], "name_en": row[2], "broader": orjson.loads(row[3])} for row in rows
    }


def outlets(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return id, name and country of outlets by id; those that the store does not know are left out."""
    rows = db.execute(
        "SELECT id, name, country FROM outlets WHERE id IN (SELECT value FROM json_each(?))",
        (orjson.dumps(list(ids)).decode(),),
    )
    return {row[0]: {"id": row[0], "name": row[1], "country": row[2]} for row in rows}
