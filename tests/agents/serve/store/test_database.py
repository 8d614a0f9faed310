"""The store: all or nothing, made anew when it is another's, and queries that end."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from agents.serve.model.read_model import ReadModel
from agents.serve.store.database import Database
from agents.serve.store.readers import FILE_NAME, Readers, SlowQueryError
from tests.agents.serve.filled import Filled, article

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_a_store_goes_on_where_it_stood(tmp_path):
    """Rows and offsets are there again, and nothing has to be read twice."""
    with Database(tmp_path, "rasid.") as database:
        Filled(article("a"), database=database)
    with Database(tmp_path, "rasid.") as database:
        positions = ReadModel(database).positions()
        with database.reading() as db:
            count = db.execute("SELECT count(*) FROM articles").fetchone()[0]

    assert (positions, count) == ({("enriched", 0): 1}, 1)


@pytest.mark.parametrize("spoil", ["origin", "bytes"])
def test_a_store_of_another_or_that_is_broken_is_made_anew(tmp_path, spoil):
    """What it held is in the topics."""
    with Database(tmp_path, "rasid.") as database:
        Filled(article("a"), database=database)
    if spoil == "bytes":
        (tmp_path / FILE_NAME).write_bytes(b"no database at all, but long enough to be taken for one" * 100)
    with Database(tmp_path, "rasid." if spoil == "bytes" else "other.") as database:
        positions = ReadModel(database).positions()

    assert positions == {}


def test_a_transaction_is_kept_whole_or_not_at_all(tmp_path):
    """When the offsets cannot be written the rows are not there either, and the same records can come again."""
    with Database(tmp_path) as database:
        filled = Filled(article("a"), database=database)
        with pytest.raises(OverflowError):
            filled.model.apply([filled.incoming(article("b"))], {("enriched", 0): 2**70})
        before = filled.ids("articles")
        filled.add(article("b"))
        after = filled.ids("articles")

    assert (before, after) == (["a"], ["b", "a"])


@pytest.mark.parametrize("place", ["folder", "memory"])
def test_a_query_that_takes_too_long_is_ended(tmp_path, place):
    """And the connection serves the next one."""
    with Database(tmp_path if place == "folder" else None) as database:
        with pytest.raises(SlowQueryError), database.reading(0.05) as db:
            db.execute(ENDLESS).fetchone()
        with database.reading() as db:
            one = db.execute("SELECT 1").fetchone()

    assert one == (1,)


def test_a_store_that_is_closed_breaks_off_what_is_asked_of_it(tmp_path):
    """A connection that is closed under a query would end the process."""
    with Database(tmp_path), Readers(tmp_path) as readers, ThreadPoolExecutor(1) as pool:
        began = Event()

        def ask():
            with readers.reading() as db:
                db.create_function("begun", 0, began.set)
                db.execute(f"SELECT begun(), ({ENDLESS})").fetchone()

        asked = pool.submit(ask)
        began.wait()
        readers.close()

        with pytest.raises(SlowQueryError):
            asked.result()


def test_a_slow_query_is_told_as_a_problem(monkeypatch):
    """With what to do about it."""
    filled = Filled(article("a"))
    monkeypatch.setattr(
        "agents.serve.query.articles.match",
        lambda _: (_ for _ in ()).throw(SlowQueryError("a query took longer than 2 s")),
    )
    answer = filled.get("/api/v1/articles?q=x")

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "shorter window" in answer.json()["detail"]
