"""The articles that a bands partition remembers, and which of them a new one is like. Pure but for itself."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar
from weakref import WeakValueDictionary

import msgspec

from agents.group.likeness import alike
from agents.group.sketch import MIN_LIKENESS, MIN_LIKENESS_OF_MEMBERS, lanes_of
from streams.records.bands import BandedArticle
from streams.records.codec import Struct
from streams.records.stories import Card

K = TypeVar("K")

MAX_ARTICLES_OF_A_BAND = 64
"""Articles that meet in one band: the latest. A phrase that more of them share says little of any."""
_ARTICLES = msgspec.msgpack.Decoder(BandedArticle)


class Remembered(Struct, frozen=True, kw_only=True):
    """An article as a chunk keeps it, and where its story was found."""

    article: BandedArticle
    lead: Card | None = None
    """The first article of its story that this partition knows; null when that is itself."""
    through: str | None = None
    """The article that it was found to be like."""


class Likest(NamedTuple):
    """The remembered article that another one is most like."""

    article: BandedArticle
    lead: Card
    """The first article of its story that this partition knows."""


class _Packed:
    """A remembered article without its bands, encoded: of tens of thousands hardly any is looked at again."""

    __slots__ = ("__weakref__", "id", "value")

    def __init__(self, id_: str, value: bytes) -> None:
        self.id = id_
        self.value = value


_PACKED: WeakValueDictionary[bytes, _Packed] = WeakValueDictionary()
"""Those that any index of this process holds: most partitions of a table remember the same article."""


class Entry:
    """A remembered article."""

    __slots__ = ("_lead", "_packed", "bands", "chunk", "number", "through")

    def __init__(self, number: int, chunk: str, article: BandedArticle) -> None:
        self.number = number
        """Its place in the order of arrival."""
        self.chunk = chunk
        self.bands = tuple(article.bands)
        packed = _Packed(article.card.id, msgspec.msgpack.encode(bandless(article)))
        self._packed = _PACKED.setdefault(packed.value, packed)
        self._lead: Card | None = None
        self.through: str | None = None
        """The article that it was found to be like: one that came before it."""

    @property
    def id(self) -> str:
        """The article's id."""
        return self._packed.id

    @property
    def bandless(self) -> BandedArticle:
        """The article without its bands, decoded at each look."""
        return _ARTICLES.decode(self._packed.value)

    @property
    def article(self) -> BandedArticle:
        """The article, decoded at each look."""
        return msgspec.structs.replace(self.bandless, bands=list(self.bands))

    def lead(self, article: BandedArticle) -> Card:
        """Return the first article of its story that this partition knows; itself when it is like none.

        Parameters
        ----------
        article
            Its article.
        """
        return self._lead or article.card

    def follow(self, lead: Card | None, through: str | None) -> None:
        """Set whom it follows, and by which article; None: nobody."""
        self._lead = None if lead is None or lead.id == self.id else lead
        self.through = through

    @property
    def leaders(self) -> set[str]:
        """The ids of the articles on whose texts its lead depends."""
        lead = self._lead.id if self._lead is not None else None
        return {*filter(None, [lead, self.through])} - {self.id}

    def remembered(self) -> Remembered:
        """Return it as a chunk keeps it."""
        return Remembered(article=self.article, lead=self._lead, through=self.through)


Entries = Entry | list[Entry]
"""One entry, or several: most keys have one, and a list of it would take as much again."""


class Revised(NamedTuple):
    """What a further revision of an article changes in the index."""

    chunks: set[str]
    """Those that are to be written again."""
    alike: list[tuple[BandedArticle, BandedArticle]]
    """Articles that had been like the revision before, each with another one that it is like."""


class Index:
    """The remembered articles by their bands.

    It is rebuilt from the partition's chunks: a chunk is what one `Bands` record added, under that record's offset.

    Parameters
    ----------
    window_ms
        How far apart in time articles of one story may be, in ms.
    """

    def __init__(self, window_ms: int) -> None:
        self._window = window_ms
        self._bands: dict[int, Entries] = {}
        self._chunks: dict[str, Entries] = {}
        self._entries: dict[str, Entries] = {}
        self._led: dict[str, dict[Entry, None]] = {}
        """By an article's id the entries whose leads depend on its text."""
        self._added = 0
        self.articles = 0
        """How many articles are remembered."""

    def latest(self, id_: str) -> BandedArticle | None:
        """Return the latest known revision of an article; None when the article is not remembered."""
        return max(
            (entry.article for entry in _of(self._entries, id_)),
            key=lambda article: article.card.revision,
            default=None,
        )

    def holds(self, article: BandedArticle) -> bool:
        """Whether an article is remembered that came from the same page, with its bands."""
        entries = _of(self._entries, article.card.id)
        return any(entry.bands and entry.bandless.card == article.card for entry in entries)

    def find(self, article: BandedArticle, before: int | None = None) -> Likest | None:
        """Return the remembered article that an article is most like; None when it is like none.

        Parameters
        ----------
        article
            The article.
        before
            Its place in the order of arrival, when it is remembered itself: it follows an earlier one, so that who
            follows whom never goes in a ring.
        """
        card, met = article.card, {article.card.id}
        lanes = lanes_of(article.sketch) if article.sketch else 0
        found: Likest | None = None
        highest = 0.0
        for band in article.bands:
            for entry in _of(self._bands, band):
                if entry.id in met:
                    continue
                met.add(entry.id)
                other = entry.bandless
                lead = entry.lead(other)
                if lead.id == card.id or (before is not None and entry.number > before):
                    continue
                if not card.near(other.card, self._window) or not card.near(lead, self._window):
                    continue
                needed = MIN_LIKENESS if lead.id == other.card.id else MIN_LIKENESS_OF_MEMBERS
                likeness = alike(article, other, needed, lanes=lanes)
                if likeness and (found is None or (-likeness, *lead.order) < (-highest, *found.lead.order)):
                    found, highest = Likest(entry.article, lead), likeness
        return found

    def add(self, chunk: str, article: BandedArticle, lead: Card | None, through: str | None) -> None:
        """Remember an article, what its story is led by, and the article that it was found to be like."""
        entry = Entry(self._added, chunk, article)
        self._added += 1
        self.articles += 1
        _add(self._chunks, chunk, entry)
        _add(self._entries, entry.id, entry)
        self._follow(entry, lead, through)
        for band in article.bands:
            _add(self._bands, band, entry)
            if len(meeting := _of(self._bands, band)) > MAX_ARTICLES_OF_A_BAND:
                _remove(self._bands, band, meeting[0])

    def chunk(self, chunk: str) -> list[Remembered]:
        """Return what a chunk holds now."""
        return [entry.remembered() for entry in _of(self._chunks, chunk)]

    def forget(self, chunk: str) -> None:
        """Let go of a chunk."""
        for entry in _of(self._chunks, chunk):
            self._remove(entry)
        self._chunks.pop(chunk, None)

    def revise(self, article: BandedArticle) -> Revised:
        """Let go of the revisions of an article before this one, and find other leads for those that followed them.

        The new revision itself is not added: it comes as an article that is new, after all others.
        """
        id_, chunks = article.card.id, set()
        for entry in _of(self._entries, id_):
            if entry.bandless.card.revision < article.card.revision:
                _remove(self._chunks, entry.chunk, entry)
                chunks.add(entry.chunk)
                self._remove(entry)
        found = []
        for entry in sorted(self._led.get(id_, ()), key=lambda entry: entry.number):
            chunks.add(entry.chunk)
            other = self.find(entry.article, entry.number)
            self._follow(entry, other and other.lead, other and other.article.card.id)
            if other is not None:
                found.append((entry.article, other.article))
        return Revised(chunks, found)

    def _follow(self, entry: Entry, lead: Card | None, through: str | None) -> None:
        self._leave(entry)
        entry.follow(lead, through)
        for leader in entry.leaders:
            self._led.setdefault(leader, {})[entry] = None

    def _leave(self, entry: Entry) -> None:
        for leader in entry.leaders:
            if followers := self._led.get(leader):
                followers.pop(entry, None)
                if not followers:
                    del self._led[leader]

    def _remove(self, entry: Entry) -> None:
        self.articles -= 1
        self._leave(entry)
        _remove(self._entries, entry.id, entry)
        for band in entry.bands:
            if entry in _of(self._bands, band):  # unless later ones took its place
                _remove(self._bands, band, entry)


def bandless(article: BandedArticle) -> BandedArticle:
    """Return an article as rows and relations hold it: without the bands of one partition."""
    return msgspec.structs.replace(article, bands=[]) if article.bands else article


def _of(entries: Mapping[K, Entries], key: K) -> Sequence[Entry]:
    """Return the entries of a key, in order of arrival."""
    found = entries.get(key, ())
    return (found,) if isinstance(found, Entry) else tuple(found)


def _add(entries: dict[K, Entries], key: K, entry: Entry) -> None:
    found = entries.get(key)
    if isinstance(found, list):
        found.append(entry)
    else:
        entries[key] = entry if found is None else [found, entry]


def _remove(entries: dict[K, Entries], key: K, entry: Entry) -> None:
    left = [other for other in _of(entries, key) if other is not entry]
    if left:
        entries[key] = left if len(left) > 1 else left[0]
    else:
        del entries[key]
