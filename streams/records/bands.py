"""The topic bands: what the partitions of the grouping stage tell each other."""

from typing import Literal

from streams.records.codec import Struct
from streams.records.origin import Origin
from streams.records.stories import Card


class BandedArticle(Struct, frozen=True, kw_only=True):
    """An article as it is compared with others, with the bands that one partition owns."""

    card: Card
    """Which article it is."""
    record: Origin
    """Where its record stands in `enriched`, by which it is known when it comes twice."""
    sketch: str
    """Its MinHash: 96 bytes as base64; empty for a revision that is too short to be like another article."""
    pairs: int
    """How many different word pairs it has."""
    bands: list[int]
    """Hashes of word triples, by which articles that may be alike meet."""
    names: list[str] = []
    """Words of the title that the text repeats."""
    figures: list[str] = []
    """Numbers of the text."""
    words: str = ""
    """Which words it has: 256 bytes as base64."""

    @property
    def origin(self) -> Origin:
        """Where its record stands in `enriched`: those of one partition come in order, its raw pages need not."""
        return self.record


class Relation(Struct, frozen=True, kw_only=True):
    """What one partition tells another of two articles that are alike, or of an article and its story.

    To the row of the child go `similar`, when it is the later one: it may join the parent's story; `adopt`, when it is
    the earlier one and the later one is of a story already; `accept` and `refuse`, which answer its `join`; and
    `release`: the story lets it go. `join` goes to the parent, and from there to its story: the child asks to join.
    """

    kind: Literal["similar", "adopt", "join", "accept", "refuse", "release"]
    """What the one that gets it is to do."""
    child: BandedArticle
    """The one that joins, without its bands."""
    parent: BandedArticle
    """The one that it is like, without its bands."""
    story: str | None = None
    """The article whose row keeps the story: that asks, that answers, or that the parent is of; null while unknown."""
    others: list[BandedArticle] = []
    """Released together with the child: articles of one text with it, all of them later."""


class Bands(Struct, frozen=True, kw_only=True):
    """What the grouping stage passes between its partitions."""

    schema: Literal["rasid.bands/1"] = "rasid.bands/1"
    """Name and major version of the record."""
    articles: list[BandedArticle] = []
    """Articles to be compared with those of the partition."""
    relations: list[Relation] = []
    """What another partition found."""
