"""The articles that a bands partition remembers, and which of them a new one is like. Pure but for itself."""

from typing import NamedTuple

from agents.group.forms import other_figures, other_names
from agents.group.sketch import MIN_LIKENESS, MIN_LIKENESS_OF_MEMBERS, MIN_LIKENESS_OF_ONE_TEXT, lanes_of, likeness
from streams.records.bands import BandedArticle
from streams.records.stories import Card

MAX_ARTICLES_OF_A_BAND = 64
"""Articles that meet in one band: the latest. A phrase that more of them share says little of any."""


class Entry(NamedTuple):
    """A remembered article."""

    article: BandedArticle
    lanes: int
    lead: Card
    """The first article of its story that this partition knows; itself when it is like none."""


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
        self._bands: dict[int, list[Entry]] = {}
        self._chunks: dict[str, list[Entry]] = {}
        self.articles = 0
        """How many articles are remembered."""

    def lead(self, article: BandedArticle) -> Card | None:
        """Find the story of an article: that of the article that it is most like; None when it is like none."""
        card, lanes, met = article.card, lanes_of(article.sketch), {article.card.id}
        found: Card | None = None
        highest = 0.0
        for band in article.bands:
            for other, other_lanes, lead in self._bands.get(band, ()):
                if other.card.id in met:
                    continue
                met.add(other.card.id)
                if not card.near(other.card, self._window) or not card.near(lead, self._window) or lead.id == card.id:
                    continue
                alike = likeness(lanes, article.pairs, other_lanes, other.pairs)
                needed = MIN_LIKENESS if lead.id == other.card.id else MIN_LIKENESS_OF_MEMBERS
                if alike < needed or other_figures(article, other):
                    continue
                if alike < MIN_LIKENESS_OF_ONE_TEXT and other_names(article, other):
                    continue
                if found is None or (-alike, *lead.order) < (-highest, *found.order):
                    found, highest = lead, alike
        return found

    def add(self, chunk: str, article: BandedArticle, lead: Card | None) -> None:
        """Remember an article, and what its story is led by."""
        entry = Entry(article, lanes_of(article.sketch), lead or article.card)
        self._chunks.setdefault(chunk, []).append(entry)
        self.articles += 1
        for band in article.bands:
            meeting = self._bands.setdefault(band, [])
            meeting.append(entry)
            del meeting[:-MAX_ARTICLES_OF_A_BAND]

    def forget(self, chunk: str) -> None:
        """Let go of a chunk; chunks are let go in the order in which they came."""
        for entry in self._chunks.pop(chunk, ()):
            self.articles -= 1
            for band in entry.article.bands:
                meeting = self._bands.get(band)
                if meeting and meeting[0] is entry:
                    del meeting[0]
                    if not meeting:
                        del self._bands[band]
