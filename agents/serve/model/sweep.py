"""Taking out what is older than the store keeps, a few rows at a time."""

from agents.serve.model import articles, stories
from agents.serve.model.batch import Batch
from agents.serve.times import DAY_SECONDS

ROWS_PER_BATCH = 300
"""More than come in with most batches, so that the store does not grow."""


def sweep(batch: Batch, days: int) -> None:
    """Take out the oldest rows that were received more than so many days before the newest article."""
    newest = batch.db.execute("SELECT max(received) FROM articles").fetchone()[0]
    if newest is None:
        return
    before = newest - days * DAY_SECONDS
    old = batch.db.execute(
        "SELECT n, id, record FROM articles WHERE received < ? ORDER BY received LIMIT ?", (before, ROWS_PER_BATCH)
    ).fetchall()
    for number, article_id, blob in old:
        articles.take_out(batch, number, blob)
        stories.drop_article(batch, article_id)
    for table, key, column in (
        ("revisions", "article, revision", "received"),
        ("visits", "article", "last"),
        ("trends", "id", "at"),
        ("alerts", "id", "at"),
        ("rejected", "id", "at"),
    ):
        batch.db.execute(
            f"DELETE FROM {table} WHERE ({key}) IN "  # noqa: S608 - our own names
            f"(SELECT {key} FROM {table} WHERE {column} < ? ORDER BY {column} LIMIT ?)",
            (before, ROWS_PER_BATCH),
        )
