"""Rows in few statements."""

import sqlite3
from contextlib import closing

import pytest

from agents.serve.model.bulk import insert


@pytest.mark.parametrize("count", [0, 1, 8, 63, 64, 65, 200])
def test_all_rows_are_written_in_their_order(count):
    """However many they are."""
    rows = [(n, f"row {n}") for n in range(count)]
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE TABLE t (n INTEGER, text TEXT)")
        insert(db, "INSERT INTO t", rows)
        found = db.execute("SELECT n, text FROM t ORDER BY rowid").fetchall()

    assert found == rows


def test_a_row_that_is_there_is_changed_as_the_end_says():
    """Also where one statement has the same key twice."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE TABLE t (key TEXT PRIMARY KEY, n INTEGER)")
        insert(db, "INSERT INTO t", [("a", 1)] * 9, "ON CONFLICT DO UPDATE SET n = n + excluded.n")
        found = db.execute("SELECT key, n FROM t").fetchall()

    assert found == [("a", 9)]
