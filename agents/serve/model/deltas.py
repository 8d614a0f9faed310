"""Changes of counts, gathered over a batch: a count that many articles change is written once."""

import sqlite3
from collections import defaultdict

from agents.serve.model.bulk import insert

ADDED = "ON CONFLICT DO UPDATE SET articles = articles + excluded.articles"


class Deltas:
    """What is to be added to counts when the batch is written."""

    def __init__(self) -> None:
        self.entity_hours = defaultdict[tuple[int, int], int](int)
        self.entity_days = defaultdict[tuple[int, int], int](int)
        self.series = defaultdict[tuple[str, str, str, int], int](int)
        self.outlets = defaultdict[str, int](int)
        self.media_topics = defaultdict[str, int](int)

    def write(self, db: sqlite3.Connection) -> None:
        """Add all of it to the tables; what falls to nothing goes."""
        for table, counts in (("entity_hours", self.entity_hours), ("entity_days", self.entity_days)):
            changed = [(*key, change) for key, change in sorted(counts.items()) if change]
            insert(db, f"INSERT INTO {table}", changed, ADDED)
            less = [key[:2] for key in changed if key[2] < 0]
            db.executemany(f"DELETE FROM {table} WHERE entity = ? AND slot = ? AND articles <= 0", less)  # noqa: S608
        changes = [(*key, change) for key, change in sorted(self.series.items()) if change]
        insert(db, "INSERT INTO series", changes, ADDED)
        db.executemany(
            "DELETE FROM series WHERE kind = ? AND id = ? AND unit = ? AND slot = ? AND articles <= 0",
            [key[:4] for key in changes if key[4] < 0],
        )
        for table, totals in (("outlets", self.outlets), ("media_topics", self.media_topics)):
            db.executemany(
                f"UPDATE {table} SET articles = articles + ? WHERE id = ?",  # noqa: S608 - our own names
                [(change, key) for key, change in sorted(totals.items()) if change],
            )
