"""Who is named in most articles, worked out once for all that is asked of it while the store stands as it is.

A view asks for people, places and organisations of the same articles at the same time; the articles are gone through
once.
"""

import sqlite3
import threading
from collections import OrderedDict
from typing import Any, NamedTuple

import orjson

MAX_RANKED = 2_000
"""Entities of one part."""
MAX_KEPT = 16
"""Parts that are kept, the latest used."""

Part = list[tuple[int, int]]
"""Articles and number of each entity, the most articles first."""


class _Key(NamedTuple):
    counts: str
    values: tuple[Any, ...]
    after: tuple[Any, ...] | None


class Rankings:
    """Parts of rankings of one state of the store."""

    def __init__(self) -> None:
        self._version = -1
        self._parts: OrderedDict[_Key, Part] = OrderedDict()
        self._turns: dict[_Key, threading.Lock] = {}
        self._lock = threading.Lock()

    def part(
        self, db: sqlite3.Connection, version: int, counts: str, values: list[Any], after: tuple[Any, ...] | None
    ) -> Part:
        """Return a part of a ranking; one that is shorter than `MAX_RANKED` is the last.

        Parameters
        ----------
        db
            The read model.
        version
            Of its state, or an earlier one.
        counts
            A query of numbers of entities (n) and articles that name them (c), and its values.
        values
            What is bound to it.
        after
            Articles and number of the entity after which the part begins.
        """
        key = _Key(counts, tuple(values), after)
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


def _rank(db: sqlite3.Connection, key: _Key) -> Part:
    """Return a part of a ranking.

    It comes as one value of JSON: with each row Python gives way to other threads, and waits for its turn again.
    """
    bound = "" if key.after is None else " HAVING (sum(c), n) < (?, ?)"
    [text] = db.execute(
        "SELECT json_group_array(json_array(total, n)) FROM (SELECT n, sum(c) AS total "
        f"FROM ({key.counts}) GROUP BY n{bound} ORDER BY total DESC, n DESC LIMIT ?)",
        (*key.values, *(key.after or ()), MAX_RANKED),
    ).fetchone()
    return sorted(((total, number) for total, number in orjson.loads(text)), reverse=True)
