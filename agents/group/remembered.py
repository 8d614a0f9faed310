"""What a row of the grouping table keeps of articles that new ones are compared with."""

from streams.records.bands import BandedArticle
from streams.records.codec import Struct
from streams.records.stories import Card

CHUNK = "chunk:"
"""How the keys of chunks begin; what follows orders them by arrival."""


class Remembered(Struct, frozen=True, kw_only=True):
    """An article that new ones are compared with, and where its story was found."""

    article: BandedArticle
    lead: Card | None = None
    """The first article of its story that this partition knows; null when that is itself."""
    through: str | None = None
    """The article that it was found to be like: one that came before it."""

    @property
    def first(self) -> Card:
        """The first article of its story that this partition knows."""
        return self.lead or self.article.card

    @property
    def leaders(self) -> set[str]:
        """The ids of the articles on whose texts its lead depends."""
        lead = self.lead.id if self.lead is not None else None
        return {*filter(None, [lead, self.through])} - {self.article.card.id}


class Chunk(Struct, frozen=True, kw_only=True, tag="chunk"):
    """The articles that one bands record brought."""

    changed: int
    """Kafka timestamp of that record, in ms."""
    articles: list[Remembered]


def remember(article: BandedArticle, like: Remembered | None) -> Remembered:
    """Return an article as it is remembered.

    Parameters
    ----------
    article
        The article.
    like
        The one that it was found to be like; None: like none.
    """
    if like is None:
        return Remembered(article=article)
    return Remembered(article=article, lead=like.first, through=like.article.card.id)


def key_of(number: int) -> str:
    """Return the key of a chunk by its number."""
    return f"{CHUNK}{number:020}"


def number_of(key: str) -> int:
    """Return the number of a chunk by its key."""
    return int(key.removeprefix(CHUNK))
