"""The articles that a bands partition remembers, and which of them a new one is like. Pure but for its rows.

The articles themselves stand in the rows. In memory are their sketches and where they are found by their bands: a
row is read only where two sketches agree.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice

import numpy as np

from agents.group.likeness import alike
from agents.group.postings import Postings
from agents.group.remembered import Chunk, Remembered, key_of, number_of, remember
from agents.group.sketch import LANES, MIN_LIKENESS, MIN_LIKENESS_OF_MEMBERS, lanes_of, likeness
from agents.group.state import State
from agents.table_stage import Rows
from streams.records.bands import BandedArticle

MAX_ARTICLES_OF_A_BAND = 64
"""Articles that meet in one band: the latest. A phrase that more of them share says little of any."""
LEAST_GONE = 1024
"""How many articles must be gone before their memory is given back; as many as are left, when these are more."""
_NO_SKETCH = bytes(LANES)
_MOST_PAIRS = 2**32 - 1


class Index:
    """The remembered articles by their bands, each known by its place in the order of arrival.

    Parameters
    ----------
    rows
        The partition's state: this object reads and writes its chunks.
    window_ms
        How far apart in time articles of one story may be, in ms.
    """

    def __init__(self, rows: Rows[State], window_ms: int) -> None:
        self._rows = rows
        self._window = window_ms
        self._bands, self._ids = Postings(), Postings()
        self._followers = Postings()
        """By an article's id those whose leads depend on its text, or did at some time."""
        self._sketches = bytearray()
        self._pairs = array("I")
        self._there = bytearray()
        """A byte for each place: 1, or 0 when the article is gone."""
        self._chunks, self._changed, self._first = array("q"), array("q"), array("I")
        """Of each chunk the number, Kafka's time, and its first article's place."""
        self.articles = 0
        """How many articles are remembered."""

    def restore(self, key: str, chunk: Chunk) -> None:
        """Take in a chunk that stands in the rows, after those with smaller keys."""
        self._begin(number_of(key), chunk.changed)
        for one in chunk.articles:
            self._take_in(one)

    @property
    def next_number(self) -> int:
        """The least number that a further chunk can have."""
        return self._chunks[-1] + 1 if self._chunks else 0

    @property
    def latest_change(self) -> int:
        """Kafka timestamp of the latest record that brought an article, in ms; 0 where there is none."""
        return max(self._changed, default=0)

    def latest(self, id_: str) -> BandedArticle | None:
        """Return the latest known revision of an article; None when the article is not remembered."""
        return max(
            (one.article for _, one in self._revisions(id_)),
            key=lambda article: article.card.revision,
            default=None,
        )

    def holds(self, article: BandedArticle) -> bool:
        """Whether an article is remembered that came from the same page, with its bands."""
        return any(
            one.article.bands and one.article.card == article.card for _, one in self._revisions(article.card.id)
        )

    def find(self, article: BandedArticle, before: int | None = None) -> Remembered | None:
        """Return the remembered article that an article is most like; None when it is like none.

        Parameters
        ----------
        article
            The article.
        before
            Its place, when it is remembered itself: it follows an earlier one, so that who follows whom never goes in
            a ring.
        """
        if not article.sketch:
            return None
        card, lanes = article.card, lanes_of(article.sketch)
        found: Remembered | None = None
        highest = 0.0
        earlier = (place for place in self._meeting(article) if before is None or place < before)
        for unlikeness, place in sorted((-self._likeness(place, lanes, article.pairs), place) for place in earlier):
            if -unlikeness < max(MIN_LIKENESS, highest):
                break  # and no row is read in vain
            one = self._read(place)
            other, lead = one.article, one.first
            if card.id in {other.card.id, lead.id}:
                continue
            if not card.near(other.card, self._window) or not card.near(lead, self._window):
                continue
            needed = MIN_LIKENESS if lead.id == other.card.id else MIN_LIKENESS_OF_MEMBERS
            like = alike(article, other, needed, lanes=lanes)
            if like and (found is None or (-like, *lead.order) < (-highest, *found.first.order)):
                found, highest = one, like
        return found

    def add(self, number: int, changed: int, article: BandedArticle, like: Remembered | None) -> None:
        """Remember an article.

        Parameters
        ----------
        number
            Of the chunk that it goes into: the last one's, or `next_number` or higher.
        changed
            Kafka timestamp of the record that brings it, in ms.
        article
            The article.
        like
            The one that it was found to be like; None: like none.
        """
        one = remember(article, like)
        if not self._chunks or number > self._chunks[-1]:
            self._begin(number, changed)
            self._rows.put(key_of(number), Chunk(changed=changed, articles=[one]))
        else:
            self._replace(len(self._chunks) - 1, lambda articles: [*articles, one])
        self._take_in(one)

    def revise(self, article: BandedArticle) -> list[tuple[BandedArticle, BandedArticle]]:
        """Let go of the revisions of an article before this one, and find other leads for those that followed them.

        The new revision itself is not added: it comes as an article that is new, after all others.

        Returns
        -------
        list of tuple
            Articles that had been like the revision before, each with another one that it is like.
        """
        id_ = article.card.id
        for place, one in list(self._revisions(id_)):
            if one.article.card.revision < article.card.revision:
                self._remove(place)
        found = []
        for place in sorted(set(self._followers.of(hash(id_)))):
            if not self._there[place] or id_ not in (one := self._read(place)).leaders:
                continue
            like = self.find(one.article, place)
            self._rewrite(place, remember(one.article, like))
            if like is not None:
                found.append((one.article, like.article))
        return found

    def expire(self, since_ms: int, kept: int) -> None:
        """Let go of the chunks from before a time, and of the first ones while there are too many articles.

        Parameters
        ----------
        since_ms
            Kafka timestamp, in ms.
        kept
            How many articles stay at most.
        """
        while self._chunks and (self._changed[0] < since_ms or self.articles > kept):
            first, last = self._places(0)
            self.articles -= self._there.count(1, first, last)
            self._there[first:last] = bytes(last - first)
            self._drop(0)
        self._give_back()

    def _meeting(self, article: BandedArticle) -> Iterator[int]:
        """Yield the places of the latest articles in each of an article's bands, each place once."""
        met: set[int] = set()
        for band in article.bands:
            there = (place for place in self._bands.of(band) if self._there[place])
            for place in sorted(islice(there, MAX_ARTICLES_OF_A_BAND)):
                if place not in met:
                    met.add(place)
                    yield place

    def _likeness(self, place: int, lanes: int, pairs: int) -> float:
        other = int.from_bytes(self._sketches[place * LANES : (place + 1) * LANES])
        return likeness(lanes, pairs, other, self._pairs[place])

    def _revisions(self, id_: str) -> Iterator[tuple[int, Remembered]]:
        for place in sorted(self._ids.of(hash(id_))):
            if self._there[place] and (one := self._read(place)).article.card.id == id_:
                yield place, one

    def _begin(self, number: int, changed: int) -> None:
        self._chunks.append(number)
        self._changed.append(changed)
        self._first.append(len(self._there))

    def _take_in(self, one: Remembered) -> None:
        article, place = one.article, len(self._there)
        self._there.append(1)
        self._sketches += lanes_of(article.sketch).to_bytes(LANES) if article.sketch else _NO_SKETCH
        self._pairs.append(min(max(article.pairs, 1), _MOST_PAIRS))
        self.articles += 1
        self._ids.add(hash(article.card.id), place)
        self._follow(place, one)
        for band in article.bands:
            self._bands.add(band, place)

    def _follow(self, place: int, one: Remembered) -> None:
        if one.through is not None:
            for leader in one.leaders:
                self._followers.add(hash(leader), place)

    def _read(self, place: int) -> Remembered:
        chunk, within = self._find(place)
        return self._articles(chunk)[within]

    def _rewrite(self, place: int, one: Remembered) -> None:
        chunk, within = self._find(place)
        self._replace(chunk, lambda articles: [*articles[:within], one, *articles[within + 1 :]])
        self._follow(place, one)

    def _remove(self, place: int) -> None:
        chunk, within = self._find(place)
        self._there[place] = 0
        self.articles -= 1
        if len(self._articles(chunk)) == 1:
            self._drop(chunk)
        else:
            self._replace(chunk, lambda articles: [*articles[:within], *articles[within + 1 :]])

    def _articles(self, chunk: int) -> list[Remembered]:
        state = self._rows.get(key := key_of(self._chunks[chunk]))
        if not isinstance(state, Chunk):
            raise TypeError(f"no articles stand in the row {key}")
        return state.articles

    def _replace(self, chunk: int, change: Callable[[list[Remembered]], list[Remembered]]) -> None:
        articles = change(self._articles(chunk))
        self._rows.put(key_of(self._chunks[chunk]), Chunk(changed=self._changed[chunk], articles=articles))

    def _drop(self, chunk: int) -> None:
        self._rows.put(key_of(self._chunks[chunk]), None)
        for column in (self._chunks, self._changed, self._first):
            del column[chunk]

    def _find(self, place: int) -> tuple[int, int]:
        """Return an article's chunk, and how many stand before it there."""
        chunk = bisect_right(self._first, place) - 1
        return chunk, self._there.count(1, self._first[chunk], place)

    def _places(self, chunk: int) -> tuple[int, int]:
        """Return the first place of a chunk and the one behind its last."""
        last = self._first[chunk + 1] if chunk + 1 < len(self._first) else len(self._there)
        return self._first[chunk], last

    def _give_back(self) -> None:
        """Close the gaps between the places, when they are more than what is left."""
        gone = len(self._there) - self.articles
        if gone < max(LEAST_GONE, self.articles):
            return
        there = np.frombuffer(bytes(self._there), np.bool_)
        numbers = np.where(there, np.cumsum(there) - 1, -1)
        before = np.concatenate([[0], np.cumsum(there)])
        for postings in (self._bands, self._ids, self._followers):
            postings.renumber(numbers)
        sketches = np.frombuffer(bytes(self._sketches), np.uint8).reshape(-1, LANES)[there]
        self._sketches = bytearray(sketches.tobytes())
        self._pairs = array("I", np.frombuffer(self._pairs, np.uint32)[there].tobytes())
        self._first = array("I", before[self._first].astype(np.uint32).tobytes())
        self._there = bytearray(b"\1" * self.articles)
