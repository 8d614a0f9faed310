"""One partition of the grouping table: bands records in, relations and stories out. Pure but for its rows."""

from typing import NamedTuple

from agents.group import stories
from agents.group.index import Index
from agents.group.stories import Row
from agents.stage import Rows
from streams.partition import partition_of
from streams.records.bands import BandedArticle, Bands, Relation
from streams.records.codec import Struct
from streams.records.stories import Card, Story

HOUR_MS = 3_600_000
ROW_WINDOWS = 2
"""How many windows a row is kept: it must be there as long as a remembered article can lead to it."""
_CHUNK = "chunk:"
_ROW = "article:"


class Remembered(Struct, frozen=True, kw_only=True):
    """An article of a chunk, and the lead of the story that it was found to be of."""

    article: BandedArticle
    lead: Card | None = None


class Chunk(Struct, frozen=True, kw_only=True, tag="chunk"):
    """The articles that one bands record brought."""

    changed: int
    """Kafka timestamp of that record, in ms."""
    articles: list[Remembered]


State = Row | Chunk


class Outcome(NamedTuple):
    """What a bands record leads to."""

    relations: dict[int, list[Relation]]
    """For other partitions, by partition."""
    stories: list[Story]


class Partition:
    """A partition's rows and what follows from them.

    Parameters
    ----------
    rows
        The partition's state, this object's alone.
    number, count
        Which partition of how many it is.
    hours
        How far apart in time articles of one story may be.
    kept
        How many articles are remembered at most.
    """

    def __init__(self, rows: Rows[State], number: int, count: int, *, hours: int, kept: int) -> None:
        self._rows = rows
        self._number = number
        self._count = count
        self._window = hours * HOUR_MS
        self._kept = kept
        self._index = Index(self._window)
        self._chunks: dict[str, int] = {}
        self._changed: dict[str, int] = {}
        self._now = 0
        self._restore()

    def _restore(self) -> None:
        aged: list[tuple[int, str]] = []
        for key in sorted(self._rows.keys()):
            state = self._rows.get(key)
            if isinstance(state, Chunk):
                for remembered in state.articles:
                    self._index.add(key, remembered.article, remembered.lead)
                self._chunks[key] = state.changed
            elif state is not None:
                aged.append((state.changed, key))
        self._changed = {key: changed for changed, key in sorted(aged)}
        self._now = max([0, *self._chunks.values(), *self._changed.values()])

    def apply(self, bands: Bands, offset: int, timestamp_ms: int) -> Outcome:
        """Take in a record of the partition.

        Parameters
        ----------
        bands
            The record, without articles that were taken in before.
        offset, timestamp_ms
            Where it stands in the partition, and Kafka's time of it.
        """
        self._now = max(self._now, timestamp_ms)
        self._expire()
        outcome = Outcome({}, [])
        waiting = [*bands.relations, *self._remember(bands.articles, f"{_CHUNK}{offset:020}")]
        for relation in waiting:
            to = partition_of(stories.target(relation), self._count)
            if to != self._number:
                outcome.relations.setdefault(to, []).append(relation)
                continue
            key = _ROW + stories.target(relation)
            row = self._rows.get(key)
            change = stories.apply(row if isinstance(row, Row) else None, relation, self._window, self._now)
            if change.row is not None:
                self._rows.put(key, change.row)
                self._changed.pop(key, None)
                self._changed[key] = self._now
            if change.relation is not None:
                waiting.append(change.relation)
            if change.story is not None:
                outcome.stories.append(change.story)
        return outcome

    def _remember(self, articles: list[BandedArticle], key: str) -> list[Relation]:
        remembered, found = [], []
        for article in articles:
            lead = self._index.lead(article)
            self._index.add(key, article, lead)
            remembered.append(Remembered(article=article, lead=lead))
            if lead is not None:
                found.append(stories.related(article.card, lead))
        if remembered:
            self._rows.put(key, Chunk(changed=self._now, articles=remembered))
            self._chunks[key] = self._now
        return found

    def _expire(self) -> None:
        while self._chunks:
            key, changed = next(iter(self._chunks.items()))
            if changed >= self._now - self._window and self._index.articles <= self._kept:
                break
            del self._chunks[key]
            self._index.forget(key)
            self._rows.put(key, None)
        while self._changed:
            key, changed = next(iter(self._changed.items()))
            if changed >= self._now - ROW_WINDOWS * self._window:
                break
            del self._changed[key]
            self._rows.put(key, None)
