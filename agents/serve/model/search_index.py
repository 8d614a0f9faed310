"""The full-text indexes, written once a batch: each statement in between would make SQLite write out what it gathered.

FTS5 keeps new words in memory until its transaction ends, or until a statement begins that could be undone by itself,
such as `INSERT OR REPLACE`. Written article by article an index becomes as many small pieces, which are then merged
again and again.
"""

import sqlite3

_TEXTS = "INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)"
_NOT_TEXTS = "INSERT INTO texts (texts, rowid, title, text) VALUES ('delete', ?, ?, ?)"
_NAMES = "INSERT INTO names (rowid, name) VALUES (?, ?)"
_NOT_NAMES = "INSERT INTO names (names, rowid, name) VALUES ('delete', ?, ?)"


class SearchIndex:
    """What is to be found by its words, or no more, once the batch is written; in the order in which it was said."""

    def __init__(self) -> None:
        self._texts: list[tuple[str, tuple[int, str, str]]] = []
        self._names: list[tuple[str, tuple[int, str]]] = []

    def add_text(self, number: int, title: str, text: str) -> None:
        """Let an article be found by its folded words."""
        self._texts.append((_TEXTS, (number, title, text)))

    def drop_text(self, number: int, title: str, text: str) -> None:
        """Let an article be found no more by the words that it was added with."""
        self._texts.append((_NOT_TEXTS, (number, title, text)))

    def add_name(self, number: int, words: str) -> None:
        """Let an entity be found by the words of its names."""
        self._names.append((_NAMES, (number, words)))

    def drop_name(self, number: int, words: str) -> None:
        """Let an entity be found no more by the words that it was added with."""
        self._names.append((_NOT_NAMES, (number, words)))

    def write(self, db: sqlite3.Connection) -> None:
        """Write all of it, and forget it."""
        for statement, values in (*self._texts, *self._names):
            db.execute(statement, values)
        self.forget()

    def forget(self) -> None:
        """Forget what was not written."""
        self._texts.clear()
        self._names.clear()
