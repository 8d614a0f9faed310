"""The read model: applies records of the output topics, and their offsets in the same transaction."""

import logging
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence

from agents.serve.model import sweep
from agents.serve.model.batch import Batch
from agents.serve.model.entities import Entities
from agents.serve.model.kinds import KINDS
from agents.serve.model.records import Event, Incoming
from agents.serve.model.search_index import SearchIndex
from agents.serve.store.database import Database
from streams.rejection import Reject

Positions = dict[tuple[str, int], int]
"""The offset to read next, by topic without its prefix and partition."""
COMPACTED = frozenset({"entity-counts", "stories"})
"""Topics of which the last record of a key is all that counts."""
_logger = logging.getLogger(__name__)


class ReadModel:
    """What the dashboard knows.

    Parameters
    ----------
    database
        Where it stands.
    days
        How long articles, trends, alerts and rejections are kept after they were received, by the newest that was
        received.
    """

    def __init__(self, database: Database, days: int = 30) -> None:
        self.database = database
        self.applied, self.refused = Counter[str](), Counter[str]()
        """Records by topic, of the last transaction."""
        self._days = days
        self._topics: dict[str, tuple[str | None, str]] = {}
        self._index = SearchIndex()
        with database.writing() as db:
            self._entities = Entities(db, self._index)

    def positions(self) -> Positions:
        """Return where to go on reading."""
        with self.database.reading() as db:
            return positions_in(db)

    def topic_ids(self) -> dict[str, str]:
        """Return Kafka's ids of the topics that were read, by their full names."""
        with self.database.reading() as db:
            rows = db.execute("SELECT key, value FROM meta WHERE key LIKE 'topic %'")
            return {key.removeprefix("topic "): value for key, value in rows}

    def keep_topic_ids(self, ids: Mapping[str, str]) -> None:
        """Write down Kafka's ids of the topics that are read: one that is made anew has another."""
        with self.database.writing() as db:
            rows = [(f"topic {name}", id_) for name, id_ in sorted(ids.items())]
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)

    def apply(
        self, records: Sequence[Incoming], positions: Mapping[tuple[str, int], int], tells: bool = True
    ) -> list[Event]:
        """Apply records and keep where reading goes on, all of it or nothing.

        Parameters
        ----------
        records
            In the order of each partition.
        positions
            The offsets to read next once the records are applied; markers of transactions count too.
        tells
            Whether anybody is told of articles: to make that ready takes a tenth of the time.

        Returns
        -------
        list
            What the live stream tells, in the order of the records.
        """
        self.applied.clear()
        self.refused.clear()
        try:
            with self.database.writing() as db:
                batch = Batch(db, self._entities, self._index, self._topics, tells=tells)
                events = [event for record in latest(records) if (event := self._apply(batch, record)) is not None]
                sweep.sweep(batch, self._days)
                batch.rows.write(db)
                batch.deltas.write(db)
                self._index.write(db)
                db.executemany(
                    "INSERT OR REPLACE INTO positions VALUES (?, ?, ?)",
                    [(topic, partition, at) for (topic, partition), at in sorted(positions.items())],
                )
        except BaseException:
            self._entities.forget()
            self._index.forget()
            self._topics.clear()
            raise
        return events

    def forget(self) -> None:
        """Forget everything, to be made anew from the topics."""
        self.database.forget()
        self._topics.clear()
        with self.database.writing() as db:
            self._entities = Entities(db, self._index)

    def _apply(self, batch: Batch, record: Incoming) -> Event | None:
        """Apply one record; one that is not as it should be is counted, told and left out."""
        kind = KINDS[record.topic]
        if record.value is None:
            if kind.erase is not None:
                kind.erase(batch, (record.key or b"").decode("utf-8", "replace"))
            return None
        try:
            parsed = kind.parse(record)
        except (Reject, ValueError, OverflowError) as error:
            self.refused[record.topic] += 1
            _logger.warning("%s[%d]@%d cannot be read: %s", record.topic, record.partition, record.offset, error)
            return None
        # Nothing was written so far; what fails from here on takes the whole transaction along.
        self.applied[record.topic] += 1
        return kind.write(batch, record, parsed)


def latest(records: Sequence[Incoming]) -> list[Incoming]:
    """Return the records but for those of compacted topics that a later one of the batch replaces."""
    last = {(record.topic, record.key): place for place, record in enumerate(records) if record.topic in COMPACTED}
    return [
        record
        for place, record in enumerate(records)
        if record.topic not in COMPACTED or last[record.topic, record.key] == place
    ]


def positions_in(db: sqlite3.Connection) -> Positions:
    """Return where to go on reading."""
    return {(topic, partition): at for topic, partition, at in db.execute("SELECT * FROM positions")}
