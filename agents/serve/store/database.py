"""One SQLite database: a connection that writes, and those that read."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Self

from agents.serve.store.readers import LIMIT_SECONDS, Readers, limited

SCHEMA_VERSION = "7"
"""Changes whenever schema.sql or what is written by it does; a store of another version is made anew."""
WRITER_CACHE_KIB = 131_072
CHECKPOINT_PAGES = 16_384
"""Pages that gather in the log before they are written to their places: those that change often are written once."""


class Database:
    """The read model's tables, in a folder or in memory.

    In a folder readers never wait. In memory there is a single connection, which readers and the writer take in turns.

    Parameters
    ----------
    folder
        Where the file stands; made when it is missing. None: in memory.
    origin
        What the records come from: prefix and so on. A store of another origin or schema is made anew.
    """

    def __init__(self, folder: Path | None, origin: str = "") -> None:
        self._readers = None if folder is None else Readers(folder)
        self._path = None if self._readers is None else self._readers.path
        self._identity = f"{SCHEMA_VERSION} {origin}"
        self._lock = threading.RLock()
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        try:
            self._writer = self._open_writer()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode not in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
                raise
            # What it held is in the topics.
            self._remove_files()
            self._writer = self._open_writer()
        if self._found_identity() != self._identity:
            self.forget()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection that writes, within a transaction; all of it is kept or nothing."""
        with self._lock:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
            except BaseException:
                self._writer.execute("ROLLBACK")
                raise
            self._writer.execute("COMMIT")

    @property
    def is_in_memory(self) -> bool:
        """Whether readers wait for who writes."""
        return self._readers is None

    @contextmanager
    def reading(self, limit_seconds: float = LIMIT_SECONDS) -> Iterator[sqlite3.Connection]:
        """Give a connection that sees one state of the tables until it is given back.

        Raises
        ------
        SlowQueryError
            When what is asked of it takes longer than the limit.
        """
        if self._readers is None:
            with self._lock, limited(self._writer, limit_seconds):
                yield self._writer
        else:
            with self._readers.reading(limit_seconds) as connection:
                yield connection

    def forget(self) -> None:
        """Make the store anew, empty, at once for all who read it, in whichever process."""
        with self.writing() as db:
            tables = db.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY sql LIKE '% VIRTUAL %' DESC"
            )
            for (name,) in tables.fetchall():
                db.execute(f'DROP TABLE IF EXISTS "{name}"')
            script = files("agents.serve.store").joinpath("schema.sql").read_text("utf-8")
            for statement in script.split(";\n"):
                db.execute(statement)
            db.execute("INSERT INTO meta VALUES ('identity', ?)", (self._identity,))

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            if self._readers is not None:
                self._readers.close()
            self._writer.close()

    def _open_writer(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path or ":memory:", isolation_level=None, check_same_thread=False)
        try:
            connection.execute(f"PRAGMA cache_size = -{WRITER_CACHE_KIB}")
            connection.execute("PRAGMA journal_mode = WAL")
            # A crash of the machine may take the last transactions along, offsets and rows together: they come again.
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
            connection.execute("PRAGMA temp_store = MEMORY")
        except sqlite3.DatabaseError:
            connection.close()
            raise
        return connection

    def _remove_files(self) -> None:
        if self._path is not None:
            for suffix in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)

    def _found_identity(self) -> str | None:
        there = self._writer.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone()
        row = self._writer.execute("SELECT value FROM meta WHERE key = 'identity'").fetchone() if there else None
        return None if row is None else str(row[0])
