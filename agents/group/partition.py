"""One partition of the grouping table: bands records in, relations and stories out. Pure but for its rows."""

from collections import deque
from typing import NamedTuple

import msgspec

from agents.group import stories
from agents.group.index import Index
from agents.group.likeness import alike
from agents.group.remembered import Chunk
from agents.group.rows import Row
from agents.group.sketch import MIN_LIKENESS
from agents.group.state import State, Told
from agents.group.stories import Change
from agents.table_stage import Rows
from streams.partition import partition_of
from streams.records.bands import BandedArticle, Bands, Relation
from streams.records.stories import Story

HOUR_MS = 3_600_000
ROW_WINDOWS = 2
"""How many windows a row is kept: it must be there as long as a remembered article can lead to it."""
_ROW = "article:"
_TOLD = "told"
_LIKENESSES = {"similar", "adopt", "join"}
"""Kinds of relations that say that the two articles are alike."""


class Outcome(NamedTuple):
    """What a bands record leads to."""

    relations: dict[int, list[Relation]]
    """For other partitions, by partition."""
    stories: dict[str, Story | None]
    """The stories that changed by their ids; None: it is gone."""


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
        self._index = Index(rows, self._window)
        self._changed: dict[str, int] = {}
        self._naming: dict[str, set[str]] = {}
        """By an article's id the keys of the rows that hold a revision of it."""
        self._told = Told(offset=-1, at=-1)
        self._now = 0
        self._restore()

    def _restore(self) -> None:
        aged: list[tuple[int, str]] = []
        for key in sorted(self._rows.keys()):
            state = self._rows.get(key)
            if isinstance(state, Chunk):
                self._index.restore(key, state)
            elif isinstance(state, Told):
                self._told = state
            elif state is not None:
                aged.append((state.changed, key))
                self._name(key, None, state)
        self._changed = {key: changed for changed, key in sorted(aged)}
        self._now = max([self._index.latest_change, *self._changed.values()])

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
        turn = _Turn(max(offset, self._index.next_number))
        if bands.relations and not (offset <= self._told.offset and timestamp_ms <= self._told.at):
            self._told = Told(offset=offset, at=timestamp_ms)
            self._rows.put(_TOLD, self._told)
            turn.waiting.extend(bands.relations)
        for article in bands.articles:
            self._remember(article, turn)
        while turn.waiting:
            self._settle(turn.waiting.popleft(), turn)
        return turn.outcome

    def _remember(self, article: BandedArticle, turn: "_Turn") -> None:
        if self._index.holds(article):
            return
        if self._meet(article, turn, remember=not article.bands) and article.bands:
            found = self._index.find(article)
            self._index.add(turn.chunk, self._now, article, found)
            if found is not None:
                turn.relate(article, found.article)

    def _meet(self, article: BandedArticle, turn: "_Turn", *, remember: bool = True) -> bool:
        """Take back what is here of earlier revisions of an article; return whether there is no later one.

        By whichever record a revision comes first, it is known from then on, once it is remembered.
        """
        known = self._index.latest(article.card.id)
        if known is None and article.card.revision == 1:
            return True
        if known is not None and known.card.revision >= article.card.revision:
            return known.card.revision == article.card.revision
        for one, other in self._index.revise(article):
            turn.relate(one, other)
        article = bandless(article)
        if remember:
            self._index.add(turn.chunk, self._now, article, None)
        for key in sorted(self._naming.get(article.card.id, ())):
            row = self._rows.get(key)
            if isinstance(row, Row) and row.holds_before(article):
                self._take(key, row, stories.revise(row, article, self._window, self._now), turn)
        return True

    def _settle(self, relation: Relation, turn: "_Turn") -> None:
        to = partition_of(stories.target(relation), self._count)
        if to != self._number:
            turn.outcome.relations.setdefault(to, []).append(relation)
            return
        for article in (relation.child, relation.parent):
            self._meet(article, turn)
        child, parent = (self._latest(article) for article in (relation.child, relation.parent))
        stale = child is not relation.child or parent is not relation.parent
        if stale:
            relation = msgspec.structs.replace(relation, child=child, parent=parent)
            if relation.kind in _LIKENESSES and not alike(child, parent, MIN_LIKENESS):
                if relation.kind == "join":
                    turn.waiting.append(stories.refusal(relation))
                return
        key = _ROW + stories.target(relation)
        row = self._rows.get(key)
        row = row if isinstance(row, Row) else None
        self._take(key, row, stories.apply(row, relation, self._window, self._now), turn)

    def _latest(self, article: BandedArticle) -> BandedArticle:
        known = self._index.latest(article.card.id)
        return article if known is None or known.card.revision <= article.card.revision else bandless(known)

    def _take(self, key: str, before: Row | None, change: Change, turn: "_Turn") -> None:
        if change.row is not before:
            self._rows.put(key, change.row)
            self._name(key, before, change.row)
            self._changed.pop(key, None)
            if change.row is not None:
                self._changed[key] = self._now
        turn.waiting.extend(change.relations)
        turn.outcome.stories.update(change.stories)

    def _name(self, key: str, before: Row | None, row: Row | None) -> None:
        old = before.names() if before is not None else set()
        new = row.names() if row is not None else set()
        for id_ in new - old:
            self._naming.setdefault(id_, set()).add(key)
        for id_ in old - new:
            keys = self._naming[id_]
            keys.discard(key)
            if not keys:
                del self._naming[id_]

    def _expire(self) -> None:
        self._index.expire(self._now - self._window, self._kept)
        while self._changed:
            key, changed = next(iter(self._changed.items()))
            if changed >= self._now - ROW_WINDOWS * self._window:
                break
            del self._changed[key]
            row = self._rows.get(key)
            self._name(key, row if isinstance(row, Row) else None, None)
            self._rows.put(key, None)


class _Turn:
    """What a record leads to, while it is taken in."""

    def __init__(self, chunk: int) -> None:
        self.chunk = chunk
        """The number of the chunk of what it brings."""
        self.waiting: deque[Relation] = deque()
        """Relations that are to be settled, or passed on."""
        self.outcome = Outcome({}, {})

    def relate(self, one: BandedArticle, other: BandedArticle) -> None:
        """Have it settled that two articles are alike."""
        self.waiting.append(stories.related(bandless(one), bandless(other)))


def bandless(article: BandedArticle) -> BandedArticle:
    """Return an article as rows and relations hold it: without the bands of one partition."""
    return msgspec.structs.replace(article, bands=[]) if article.bands else article
