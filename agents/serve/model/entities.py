"""Entities: their numbers in the store, their names, and what is counted of them."""

import sqlite3
from typing import Any

from agents.serve.model.search_index import SearchIndex
from agents.serve.search_words import name_words
from streams.records.counts import CountedEntity

MAX_REMEMBERED = 200_000
"""Entities and words whose numbers are kept in memory; when there are more, all are forgotten."""


class Entities:
    """The entities of the store.

    Parameters
    ----------
    db
        The connection that writes.
    index
        Takes their names; whoever writes it at the end of a transaction makes them searchable.
    """

    def __init__(self, db: sqlite3.Connection, index: SearchIndex) -> None:
        self._db = db
        self._index = index
        self._numbers: dict[str, int] = {}
        self._placed: set[str] = set()
        self._words: set[str] = set()

    def number(self, entity_id: str) -> int | None:
        """Return an entity's number in the store; None when it is not there."""
        found = self._numbers.get(entity_id)
        if found is None:
            row = self._db.execute("SELECT n FROM entities WHERE id = ?", (entity_id,)).fetchone()
            found = None if row is None else self._remember(entity_id, row[0])
        return found

    def meet(self, entity: dict[str, Any]) -> int:
        """Return the number of an entity that an article names; one that is new is written down."""
        id_ = entity["id"]
        found = self._numbers.get(id_) or self.number(id_)
        if found is None:
            found = self._add(id_, entity["name_ar"], entity["name_en"], entity["type"], known=entity["known"])
        if id_ not in self._placed and ((country := entity.get("country")) or entity.get("iso")):
            self._db.execute(
                "UPDATE entities SET country = coalesce(?, country), iso = coalesce(?, iso) WHERE n = ?",
                (country, entity.get("iso"), found),
            )
            self._placed.add(id_)
        return found

    def rename(self, entity: CountedEntity) -> int:
        """Return the number of an entity, which has these names from now on; one that is new is written down."""
        row = self._db.execute("SELECT n, name_ar, name_en FROM entities WHERE id = ?", (entity.id,)).fetchone()
        names = (entity.name_ar, entity.name_en)
        if row is None:
            return self._add(entity.id, *names, entity.type, known=entity.known)
        number = int(row[0])
        if row[1:] != names:
            self._name(number, (row[1], row[2]), names)
            self._db.execute(
                "UPDATE entities SET name_ar = ?, name_en = ?, type = ?, known = ? WHERE n = ?",
                (*names, entity.type, entity.known, number),
            )
        return number

    def forget(self) -> None:
        """Forget what is remembered in memory: after a transaction that was not kept."""
        self._numbers.clear()
        self._placed.clear()
        self._words.clear()

    def _add(self, entity_id: str, name_ar: str, name_en: str | None, entity_type: str, *, known: bool) -> int:
        cursor = self._db.execute(
            "INSERT INTO entities (id, name_ar, name_en, type, known) VALUES (?, ?, ?, ?, ?)",
            (entity_id, name_ar, name_en, entity_type, known),
        )
        number = int(cursor.lastrowid or 0)
        self._name(number, None, (name_ar, name_en))
        return self._remember(entity_id, number)

    def _name(self, number: int, before: tuple[str, str | None] | None, after: tuple[str, str | None]) -> None:
        """Make an entity's names searchable, in place of those before."""
        if before is not None:
            self._index.drop_name(number, " ".join(name_words(*before)))
        found = name_words(*after)
        self._index.add_name(number, " ".join(found))
        new = [word for word in found if word not in self._words]
        self._db.executemany("INSERT OR IGNORE INTO words VALUES (?, ?)", [(word, word[::-1]) for word in new])
        if len(self._words) > MAX_REMEMBERED:
            self._words.clear()
        self._words.update(new)

    def _remember(self, entity_id: str, number: int) -> int:
        if len(self._numbers) > MAX_REMEMBERED:
            self._numbers.clear()
            self._placed.clear()
        self._numbers[entity_id] = number
        return number
