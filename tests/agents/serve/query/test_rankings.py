"""Rankings: the same for all who ask while the store stands as it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from agents.serve.query import rankings
from agents.serve.query.rankings import Counts, Rankings

COUNTS = "SELECT n, sum(c) AS c FROM named WHERE c > ? GROUP BY n"


def counts(*values: int) -> Counts:
    return Counts(COUNTS, values)


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    """Give a store that holds who is named how often."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE named (n INTEGER, c INTEGER)")
        connection.executemany("INSERT INTO named VALUES (?, ?)", [(1, 5), (2, 7), (1, 3), (3, 1), (4, 8)])
        yield connection


def test_the_most_named_come_first(db: sqlite3.Connection):
    """Of two that are named as often the later one."""
    assert Rankings().part(db, 1, counts(1), None) == [(8, 4), (8, 1), (7, 2)]


def test_a_part_goes_on_after_the_one_before(db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch):
    """Parts make up the whole."""
    monkeypatch.setattr(rankings, "MAX_RANKED", 3)
    kept = Rankings()
    first = kept.part(db, 1, counts(0), None)

    assert (first, kept.part(db, 1, counts(0), first[-1])) == ([(8, 4), (8, 1), (7, 2)], [(1, 3)])


@pytest.mark.parametrize(("version", "values", "expected"), [(1, [6], [(8, 4), (7, 2)]), (2, [6], [(9, 5), (8, 4)])])
def test_a_ranking_is_of_one_state_of_the_store(
    db: sqlite3.Connection, version: int, values: list[int], expected: list[tuple[int, int]]
):
    """Kept while the version is the same; anew with the next."""
    kept = Rankings()
    kept.part(db, 1, counts(*values), None)
    db.execute("DELETE FROM named WHERE n = 2")
    db.execute("INSERT INTO named VALUES (5, 9)")

    assert kept.part(db, version, counts(*values), None) == expected


def test_other_values_have_a_ranking_of_their_own(db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch):
    """Also where so many are asked for that the first are forgotten."""
    monkeypatch.setattr(rankings, "MAX_KEPT", 4)
    kept = Rankings()
    found = [kept.part(db, 1, counts(least % 9), None) for least in range(60)]

    assert [len(part) for part in found[:9]] == [4, 3, 3, 3, 3, 2, 2, 1, 0]
    assert found[9:18] == found[:9]
