"""The row of an article: where it belongs, and what the story is that it keeps. Pure."""

import msgspec

from streams.records.bands import BandedArticle
from streams.records.codec import Struct
from streams.records.stories import Card, Story

MAX_ARTICLES = 500
"""A story takes no more: what is found so often is a phrase, not a story."""
MAX_CANDIDATES = 16
"""Articles that a row remembers its article to be like, for the time when its story lets it go."""


class Member(Struct, frozen=True, kw_only=True):
    """An article of a story, but for the one whose row keeps it."""

    article: BandedArticle
    via: str
    """The article of the story that it is like, by which it came in."""

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.card.id


class Row(Struct, frozen=True, kw_only=True, tag="row"):
    """What is known of one article's place.

    An article is alone, or it has asked another one to join its story, or it is of a story, or it keeps one: its row
    has members then. Only in the first state does it ask; so it is never of two stories.
    """

    article: BandedArticle
    """Its latest revision, without bands."""
    story: str | None = None
    """The article whose row keeps the story that it is of."""
    asked: BandedArticle | None = None
    """The article that it asked to join, while there is no answer."""
    candidates: list[BandedArticle] = msgspec.field(default_factory=list)
    """Articles that it is like: first of all the one by which it came into its story."""
    held: list[BandedArticle] = msgspec.field(default_factory=list)
    """Later articles that asked to join this one, and wait until it has its own answer."""
    members: list[Member] = msgspec.field(default_factory=list)
    """The other articles of the story that it keeps, in the order in which they came."""
    changed: int
    """Kafka timestamp of the record that changed it last, in ms."""

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.card.id

    @property
    def says_nothing(self) -> bool:
        """Whether the article is alone, and nothing is known that it could join."""
        return not (self.story or self.asked or self.candidates or self.held or self.members)

    def names(self) -> set[str]:
        """Return the ids of the articles of which the row holds a revision."""
        return {article.card.id for article in self._articles()}

    def holds_before(self, revision: BandedArticle) -> bool:
        """Whether an earlier revision of an article stands in the row."""
        return any(
            article.card.id == revision.card.id and article.card.revision < revision.card.revision
            for article in self._articles()
        )

    def _articles(self) -> list[BandedArticle]:
        asked = [] if self.asked is None else [self.asked]
        return [self.article, *asked, *self.candidates, *self.held, *(member.article for member in self.members)]

    def keeps(self, id_: str) -> bool:
        """Whether an article is of the story that the row keeps."""
        return bool(self.members) and (id_ == self.id or any(member.id == id_ for member in self.members))


def story_id(article: str) -> str:
    """Return the id of the story that an article's row keeps."""
    return f"story:{article}"


def story(row: Row, latest: Card) -> Story | None:
    """Return the story that a row keeps; None when it has no other article.

    Parameters
    ----------
    row
        The row.
    latest
        The article that changed it last.
    """
    if not row.members:
        return None
    cards = sorted([row.article.card, *(member.article.card for member in row.members)], key=lambda card: card.order)
    dates = [card.published_at for card in cards if card.published_at is not None]
    return Story(
        id=story_id(row.id),
        origin=latest.origin,
        title=cards[0].title,
        articles=[card.id for card in cards],
        sources=list(dict.fromkeys(card.source for card in cards)),
        parent=cards[0].id,
        first_seen=dates[0] if dates else None,
        last_seen=dates[-1] if dates else None,
    )
