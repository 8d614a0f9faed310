"""What is known of each article's latest revision: by it a visit is told as new, as a revision, or as a repeat."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import msgspec
import orjson

from agents.table_stage import TableRows
from streams.records.articles import Article
from streams.records.origin import Origin
from streams.records.repeats import Repeat
from streams.settings import Settings

DIGEST_BYTES = 16
SWEEP_DAYS = 14
"""How much longer than it is known an article stays in the table: no page waits in the topics for as long as that."""
SWEPT_EACH = 2
"""Keys that are looked at for each visit: the table is gone through while half as many visits come as it has keys."""


class Revision(msgspec.Struct, frozen=True, array_like=True):
    """The latest revision of an article; a row of the table."""

    digest: str
    """Of its title and paragraphs."""
    number: int
    origin: Origin
    """The raw page in which it was found."""
    visited_at: str
    """When the page of the last visit was received."""


def digest(article: Article) -> str:
    """Return what tells an article's content from any other: a hash of its title and paragraphs."""
    return hashlib.blake2b(orjson.dumps([article.title, article.paragraphs]), digest_size=DIGEST_BYTES).hexdigest()


class Revisions:
    """The latest revisions of a partition's articles.

    Parameters
    ----------
    rows
        The table partition, by article id.
    settings
        For how long an article is known after its last visit.
    """

    def __init__(self, rows: TableRows[Revision], settings: Settings) -> None:
        self._rows = rows
        self._days = settings.revisions_kept_days

    def known(self, article: Article) -> Revision | None:
        """Return the latest revision as a visit finds it; None when there is none, or none that is still known."""
        known = self._rows.get(article.id)
        return None if known is None or self._is_older(known, article.received_at, self._days) else known

    def put(self, article: Article, found: Revision) -> None:
        """Remember the revision that a visit found."""
        self._rows.put(article.id, found)

    def visited(self, article: Article, known: Revision) -> None:
        """Remember that a visit found what is known."""
        latest = max(known.visited_at, article.received_at)
        self._rows.put(article.id, msgspec.structs.replace(known, visited_at=latest))

    def sweep(self, received_at: str, visits: int) -> list[str]:
        """Take out articles that have not been visited for long, and return their ids.

        A few keys are looked at each time. What goes has not counted as known for two weeks, so that when it goes
        changes nothing.

        Parameters
        ----------
        received_at
            When the latest visit was received: the stream's own time.
        visits
            How many there were since the last sweep.
        """
        gone = []
        for key in self._rows.next_keys(visits * SWEPT_EACH):
            row = self._rows.get(key)
            if row is not None and self._is_older(row, received_at, self._days + SWEEP_DAYS):
                self._rows.put(key, None)
                gone.append(key)
        return gone

    @staticmethod
    def _is_older(row: Revision, received_at: str, days: int) -> bool:
        return datetime.fromisoformat(received_at) - datetime.fromisoformat(row.visited_at) > timedelta(days=days)


def repeat(article: Article, known: Revision) -> Repeat:
    """Return the record of a visit that found what is known."""
    return Repeat(
        id=article.id,
        origin=article.origin,
        first_origin=known.origin,
        revision=known.number,
        received_at=article.received_at,
    )


def rounds(keys: Sequence[str]) -> Iterator[list[int]]:
    """Yield indices into keys in rounds: the first of each key, then the second of each, and so on."""
    times: dict[str, int] = {}
    found: list[list[int]] = []
    for index, key in enumerate(keys):
        nth = times.get(key, 0)
        times[key] = nth + 1
        if nth == len(found):
            found.append([])
        found[nth].append(index)
    yield from found
