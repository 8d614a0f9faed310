"""What is still to be sent, and what was: a file that outlives the process."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

SCHEMA = """
CREATE TABLE IF NOT EXISTS offsets (partition INTEGER PRIMARY KEY, next INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS messages (
    alert TEXT NOT NULL, channel TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0, due REAL NOT NULL, state TEXT NOT NULL DEFAULT 'waiting',
    PRIMARY KEY (alert, channel)
) WITHOUT ROWID;
DROP INDEX IF EXISTS waiting;
CREATE INDEX IF NOT EXISTS due ON messages (state, channel, due);
CREATE TABLE IF NOT EXISTS tries (channel TEXT NOT NULL, outcome TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (channel, outcome)) WITHOUT ROWID;
"""
FIRST_REST_SECONDS = 5.0
MAX_REST_SECONDS = 1800.0
MAX_ATTEMPTS = 60
"""Tries, about a day of them, after which a message is given up."""
OUTCOMES = ("waiting", "sent", "failed", "given up")
"""What is counted of a channel: messages, but for `failed`, which are tries."""
KEPT = 100_000
"""Messages that are remembered as done; a longer memory is the topic's."""


class Due(NamedTuple):
    """A message whose time has come."""

    alert: str
    channel: str
    title: str
    body: str
    attempts: int


class Outbox:
    """Messages by alert and channel; what was taken in is never taken in again.

    Parameters
    ----------
    path
        The file; a folder above it is made.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;" + SCHEMA)

    def offsets(self) -> dict[int, int]:
        """Return the offset to go on at, by partition of the topic alerts."""
        return dict(self._db.execute("SELECT partition, next FROM offsets"))

    def take(self, partition: int, next_offset: int, messages: Iterable[Due], now: float) -> None:
        """Take in the messages of an alert together with where the next alert stands."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._db.executemany(
                "INSERT OR IGNORE INTO messages (alert, channel, title, body, due) VALUES (?, ?, ?, ?, ?)",
                [(m.alert, m.channel, m.title, m.body, now) for m in messages],
            )
            self._db.execute("INSERT OR REPLACE INTO offsets VALUES (?, ?)", (partition, next_offset))
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def due_channels(self, now: float) -> list[str]:
        """Return the channels that have a message whose time has come."""
        query = "SELECT DISTINCT channel FROM messages WHERE state = 'waiting' AND due <= ? ORDER BY channel"
        return [channel for (channel,) in self._db.execute(query, (now,))]

    def due(self, channel: str, now: float, limit: int = 50) -> list[Due]:
        """Return messages of a channel whose time has come, the longest waiting first."""
        rows = self._db.execute(
            "SELECT alert, channel, title, body, attempts FROM messages WHERE state = 'waiting' AND channel = ? "
            "AND due <= ? ORDER BY due LIMIT ?",
            (channel, now, limit),
        )
        return [Due(*row) for row in rows]

    def sent(self, message: Due) -> None:
        """Note a message as sent."""
        self._finish(message, "sent")

    def failed(self, message: Due, now: float) -> bool:
        """Note that a try failed; the next comes later each time. Return whether the message is given up."""
        attempts = message.attempts + 1
        self._count(message.channel, "failed")
        if attempts >= MAX_ATTEMPTS:
            self._finish(message, "given up")
            return True
        rest = min(MAX_REST_SECONDS, FIRST_REST_SECONDS * 2 ** min(attempts - 1, 20))
        self._db.execute(
            "UPDATE messages SET attempts = ?, due = ? WHERE alert = ? AND channel = ?",
            (attempts, now + rest, message.alert, message.channel),
        )
        return False

    def _finish(self, message: Due, state: str) -> None:
        self._db.execute(
            "UPDATE messages SET state = ?, title = '', body = '' WHERE alert = ? AND channel = ?",
            (state, message.alert, message.channel),
        )
        self._count(message.channel, state)

    def _count(self, channel: str, outcome: str) -> None:
        self._db.execute(
            "INSERT INTO tries VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1", (channel, outcome)
        )

    def forget(self) -> None:
        """Forget the oldest of what is done, when it is more than is kept."""
        self._db.execute(
            "DELETE FROM messages WHERE (alert, channel) IN (SELECT alert, channel FROM messages "
            "WHERE state != 'waiting' ORDER BY due DESC LIMIT -1 OFFSET ?)",
            (KEPT,),
        )

    def counts(self) -> dict[str, dict[str, int]]:
        """Return by channel how many messages are waiting, sent and given up, and how many tries have failed."""
        rows = [
            *self._db.execute("SELECT channel, state, COUNT(*) FROM messages WHERE state = 'waiting' GROUP BY channel"),
            *self._db.execute("SELECT channel, outcome, count FROM tries"),
        ]
        found: dict[str, dict[str, int]] = {}
        for channel, outcome, count in sorted(rows):
            found.setdefault(channel, dict.fromkeys(OUTCOMES, 0))[outcome] = count
        return found

    def close(self) -> None:
        """Close the file."""
        self._db.close()
