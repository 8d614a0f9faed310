"""Many rows in few statements.

Between two steps of SQLite Python gives way to the threads that answer, and then waits for its turn again: row by row
that costs more than the rows.
"""

import sqlite3
from collections.abc import Sequence
from itertools import chain
from typing import Any

ROWS_AT_ONCE = (64, 8, 1)
"""Of one statement; few numbers, so that each statement is prepared once."""


def insert(db: sqlite3.Connection, into: str, rows: Sequence[tuple[Any, ...]], on_conflict: str = "") -> None:
    """Insert rows, in their order.

    Parameters
    ----------
    db
        The connection that writes.
    into
        How the statement begins, up to its values.
    rows
        All as long as the first.
    on_conflict
        How it ends.
    """
    first = 0
    for size in ROWS_AT_ONCE:
        while len(rows) - first >= size:
            values = ", ".join([f"({', '.join('?' * len(rows[0]))})"] * size)
            db.execute(f"{into} VALUES {values} {on_conflict}", [*chain(*rows[first : first + size])])
            first += size
