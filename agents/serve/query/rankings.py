"""Who is named in most articles, worked out once for all that is asked of it while the store stands as it is.

A view asks for people, places and organisations of the same articles at the same time; the articles are gone through
once.
"""

import sqlite3
import threading
from collections import OrderedDict
from typing import Any, NamedTuple

import orjson

from agents.serve.store.name_lists import ranked

MAX_RANKED = 2_000
"""Entities of one part."""
MAX_KEPT = 16
"""Parts that are kept, the latest used."""

Part = list[tuple[int, int]]
"""Articles and number of each entity, the most articles first."""


class Counts(NamedTuple):
    """What is ranked, as a query with its values."""

    query: str
    values: tuple[Any, ...]
    of_lists: bool = False
    """Whether it gives lists of names (`entities`), one of each article; else numbers of entities (n), each once, and
    the articles that name them (c)."""


class _Key(NamedTuple):
    counts: Counts
    after: tuple[Any, ...] | None


class Rankings:
    """Parts of rankings of one state of the store."""

    def __init__(self) -> None:
        self._version = -1
        self._parts: OrderedDict[_Key, Part] = OrderedDict()
        self._turns: dict[_Key, threading.Lock] = {}
        self._lock = threading.Lock()

    def part(self, db: sqlite3.Connection, version: int, counts: Counts, after: tuple[Any, ...] | None) -> Part:
        """Return a part of a ranking; one that is shorter than `MAX_RANKED` is the last.

        Parameters
        ----------
        db
            The read model.
        version
            Of its state, or an earlier one.
        counts
            What is ranked.
        after
            Articles and number of the entity after which the part begins.
        """
        key = _Key(counts, after)
        with self._lock:
            if version != self._version:
                self._version = version
                self._parts.clear()
                self._turns.clear()
            turn = self._turns.setdefault(key, threading.Lock())
        with turn:
            with self._lock:
                found = self._parts.get(key) if version == self._version else None
            if found is None:
                found = _rank(db, key)
                self._keep(version, key, found)
        return found

    def _keep(self, version: int, key: _Key, found: Part) -> None:
        with self._lock:
            if version == self._version:
                self._parts[key] = found
                if len(self._parts) > MAX_KEPT:
                    self._turns.pop(self._parts.popitem(last=False)[0], None)


def whole(db: sqlite3.Connection, counts: Counts) -> Part:
    """Return all that are counted, in no order that says anything."""
    if counts.of_lists:
        return ranked(_lists(db, counts))
    return _pairs(db, counts.query, counts.values)


def _rank(db: sqlite3.Connection, key: _Key) -> Part:
    """Return a part of a ranking."""
    counts, after = key
    if counts.of_lists:
        return ranked(_lists(db, counts), after, MAX_RANKED)
    bound = "" if after is None else "WHERE (c, n) < (?, ?)"
    query = f"SELECT n, c FROM ({counts.query}) {bound} ORDER BY c DESC, n DESC LIMIT ?"
    return sorted(_pairs(db, query, (*counts.values, *(after or ()), MAX_RANKED)), reverse=True)


# What is counted comes as one value: with each row Python gives way to other threads, and waits for its turn again.
def _pairs(db: sqlite3.Connection, query: str, values: tuple[Any, ...]) -> Part:
    [text] = db.execute(f"SELECT json_group_array(json_array(c, n)) FROM ({query})", values).fetchone()
    return [(count, number) for count, number in orjson.loads(text)]


def _lists(db: sqlite3.Connection, counts: Counts) -> bytes:
    [text] = db.execute(f"SELECT group_concat(hex(entities), '') FROM ({counts.query})", counts.values).fetchone()
    return bytes.fromhex(text or "")
