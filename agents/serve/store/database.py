"""One SQLite database: a connection that writes, and one for each thread that reads."""

import math
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Self

SCHEMA_VERSION = "5"
"""Changes whenever schema.sql or what is written by it does; a store of another version is made anew."""
FILE_NAME = "read-model.sqlite"
WRITER_CACHE_KIB, READER_CACHE_KIB = 131_072, 8_192
CHECKPOINT_PAGES = 16_384
"""Pages that gather in the log before they are written to their places: those that change often are written once."""
STEPS_BETWEEN_LOOKS = 2_000
"""Instructions of SQLite's machine between two looks at the clock; some 50 microseconds."""
LIMIT_SECONDS = 2.0
"""How long a query may take."""


class SlowQueryError(RuntimeError):
    """A query took longer than it may."""


class Database:
    """The read model's tables, in a folder or in memory.

    In a folder readers see what was committed last and never wait. In memory there is a single connection, which
    readers and the writer take in turns.

    Parameters
    ----------
    folder
        Where the file stands; made when it is missing. None: in memory.
    origin
        What the records come from: prefix and so on. A store of another origin or schema is made anew.
    """

    def __init__(self, folder: Path | None, origin: str = "") -> None:
        self.path = None if folder is None else folder / FILE_NAME
        self._identity = f"{SCHEMA_VERSION} {origin}"
        self._local = threading.local()
        self._lock = threading.RLock()
        self._readers: list[sqlite3.Connection] = []
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

    @contextmanager
    def reading(self, limit_seconds: float = LIMIT_SECONDS) -> Iterator[sqlite3.Connection]:
        """Give a connection that sees one state of the tables until it is given back.

        Raises
        ------
        SlowQueryError
            When what is asked of it takes longer than the limit.
        """
        if self.path is None:
            with self._lock, _limited(self._writer, limit_seconds):
                yield self._writer
            return
        connection = self._reader()
        connection.execute("BEGIN")
        try:
            with _limited(connection, limit_seconds):
                yield connection
        finally:
            connection.execute("ROLLBACK")

    def changed_at(self) -> int | None:
        """Return when the files last changed, in seconds since 1970, rounded up; None for a store in memory."""
        if self.path is None:
            return None
        found = [self.path.with_name(self.path.name + suffix) for suffix in ("", "-wal")]
        return math.ceil(max(file.stat().st_mtime for file in found if file.is_file()))

    def forget(self) -> None:
        """Make the store anew, empty."""
        with self._lock:
            self._close_all()
            self._remove_files()
            self._writer = self._open_writer()
            script = files("agents.serve.store").joinpath("schema.sql").read_text("utf-8")
            self._writer.executescript(f"BEGIN;\n{script}\nCOMMIT;")
            self._writer.execute("INSERT INTO meta VALUES ('identity', ?)", (self._identity,))

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            self._close_all()

    def _open_writer(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path or ":memory:", isolation_level=None, check_same_thread=False)
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
        if self.path is not None:
            for suffix in ("", "-wal", "-shm"):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    def _reader(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None or found not in self._readers:
            found = sqlite3.connect(
                f"file:{self.path}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
            )
            found.execute(f"PRAGMA cache_size = -{READER_CACHE_KIB}")
            found.execute("PRAGMA temp_store = MEMORY")
            self._readers.append(found)
            self._local.connection = found
        return found

    def _found_identity(self) -> str | None:
        there = self._writer.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone()
        row = self._writer.execute("SELECT value FROM meta WHERE key = 'identity'").fetchone() if there else None
        return None if row is None else str(row[0])

    def _close_all(self) -> None:
        for connection in (*self._readers, self._writer):
            connection.close()
        self._readers.clear()


@contextmanager
def _limited(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Interrupt what a connection does when it takes too long."""
    deadline = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > deadline, STEPS_BETWEEN_LOOKS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise SlowQueryError(f"a query took longer than {seconds:g} s") from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
