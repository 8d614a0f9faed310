"""What the records of one transaction share while they are applied."""

import sqlite3
from dataclasses import dataclass, field

from agents.serve.model.bulk import insert
from agents.serve.model.deltas import Deltas
from agents.serve.model.entities import Entities
from agents.serve.model.search_index import SearchIndex


@dataclass(slots=True)
class Rows:
    """What articles name, quote and are about, written together."""

    named: list[tuple[int, int, int, int]] = field(default_factory=list)
    about: list[tuple[str, int, int]] = field(default_factory=list)
    quoted: list[tuple[int, bool, int, int, int]] = field(default_factory=list)
    name_lists: list[tuple[int, int | None, int | None, bytes | None]] = field(default_factory=list)

    def write(self, db: sqlite3.Connection) -> None:
        """Write all of it."""
        insert(db, "INSERT OR REPLACE INTO named", self.named)
        insert(db, "INSERT INTO about", self.about)
        insert(db, "INSERT OR REPLACE INTO quoted", self.quoted)
        insert(db, "INSERT OR REPLACE INTO name_lists", self.name_lists)
        for rows in (self.named, self.about, self.quoted, self.name_lists):
            rows.clear()


@dataclass(slots=True)
class Batch:
    """One transaction."""

    db: sqlite3.Connection
    entities: Entities
    index: SearchIndex
    topics: dict[str, tuple[str | None, str]]
    """Names of the media topics that are written down already."""
    tells: bool = True
    """Whether the live stream has anybody to tell of articles."""
    rows: Rows = field(default_factory=Rows)
    deltas: Deltas = field(default_factory=Deltas)
