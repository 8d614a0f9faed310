"""Connections that read a store's file: one for each thread, in whichever process."""

import math
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

FILE_NAME = "read-model.sqlite"
CACHE_KIB = 8_192
STEPS_BETWEEN_LOOKS = 200_000
"""Instructions of SQLite's machine between two looks at the clock: some 5 ms. Each look waits for Python's lock."""
LIMIT_SECONDS = 2.0
"""How long a query may take."""


class SlowQueryError(RuntimeError):
    """A query took longer than it may."""


class Readers:
    """All connections that read a store.

    They see what was committed last, and never wait for who writes.

    Parameters
    ----------
    folder
        Where the store stands.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self._local = threading.local()
        self._connections: list[tuple[sqlite3.Connection, threading.Lock]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self, limit_seconds: float = LIMIT_SECONDS) -> Iterator[sqlite3.Connection]:
        """Give a connection that sees one state of the tables until it is given back.

        Raises
        ------
        SlowQueryError
            When what is asked of it takes longer than the limit.
        """
        connection, in_use = self._connection()
        with in_use:
            connection.execute("BEGIN")
            try:
                with limited(connection, limit_seconds):
                    yield connection
            finally:
                connection.execute("ROLLBACK")

    def changed_at(self) -> int:
        """Return when the files last changed, in seconds since 1970, rounded up."""
        found = [self.path.with_name(self.path.name + suffix) for suffix in ("", "-wal")]
        return math.ceil(max(file.stat().st_mtime for file in found if file.is_file()))

    def close(self) -> None:
        """Close every connection; what is still asked of one is broken off."""
        for connection, in_use in self._connections:
            connection.interrupt()
            with in_use:  # to close it under a query would end the process
                connection.close()
        self._connections.clear()

    def _connection(self) -> tuple[sqlite3.Connection, threading.Lock]:
        found: tuple[sqlite3.Connection, threading.Lock] | None = getattr(self._local, "connection", None)
        if found is None or found not in self._connections:
            connection = sqlite3.connect(
                f"file:{self.path}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
            )
            connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            connection.execute("PRAGMA temp_store = MEMORY")
            found = (connection, threading.Lock())
            self._connections.append(found)
            self._local.connection = found
        return found


@contextmanager
def limited(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
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
