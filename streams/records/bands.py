"""The topic bands: what the partitions of the grouping stage tell each other."""

from typing import Literal

from streams.records.codec import Struct
from streams.records.origin import Origin
from streams.records.stories import Card


class BandedArticle(Struct, frozen=True, kw_only=True):
    """An article as it is compared with others, with the bands that one partition owns."""

    card: Card
    """Which article it is."""
    sketch: str
    """Its MinHash: 96 bytes as base64."""
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
        """The raw page that it comes from."""
        return self.card.origin


class Relation(Struct, frozen=True, kw_only=True):
    """What one partition tells another of two articles that are alike.

    `similar` goes to the child, which is the later one: it may join the parent's story. `adopt` goes to the child too,
    when it is the earlier one and the later one's story is out already. `join` goes to the parent: the child joins.
    """

    kind: Literal["similar", "adopt", "join"]
    """What the one that gets it is to do."""
    child: Card
    """The one that joins."""
    parent: Card
    """The one whose story it joins."""


class Bands(Struct, frozen=True, kw_only=True):
    """What the grouping stage passes between its partitions."""

    schema: Literal["rasid.bands/1"] = "rasid.bands/1"
    """Name and major version of the record."""
    articles: list[BandedArticle] = []
    """Articles to be compared with those of the partition."""
    relations: list[Relation] = []
    """What another partition found."""
