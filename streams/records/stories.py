"""The topic stories: articles that tell the same text."""

from typing import Literal

from streams.records.codec import Struct
from streams.records.origin import Origin


class Card(Struct, frozen=True, kw_only=True):
    """An article as its story needs it."""

    id: str
    """The article's id."""
    origin: Origin
    """The raw page that it comes from."""
    revision: int = 1
    """Which revision of the article it is."""
    source: str
    """The outlet's id."""
    title: str
    """Its title."""
    published_at: str | None = None
    """When it was published."""
    at: int
    """Where it stands in time, in ms since 1970: published_at, else received_at."""

    @property
    def order(self) -> tuple[int, str]:
        """Earlier articles come first, in the same order everywhere."""
        return self.at, self.id

    def near(self, other: "Card", window_ms: int) -> bool:
        """Whether the two may be of one story by their dates; one without a date may be of any time."""
        undated = self.published_at is None or other.published_at is None
        return undated or abs(self.at - other.at) <= window_ms


class Story(Struct, frozen=True, kw_only=True):
    """The set of articles that tell the same text."""

    schema: Literal["rasid.story/1"] = "rasid.story/1"
    """Name and major version of the record."""
    id: str
    """`story:` and the id of one of its articles; it stays as long as that article does."""
    origin: Origin
    """The raw page that changed it last."""
    title: str
    """Of the article published first."""
    articles: list[str]
    """Ids of its articles, by time of publication."""
    sources: list[str]
    """Ids of the outlets that carry it, the first to publish first."""
    parent: str
    """The article published first."""
    first_seen: str | None = None
    """The earliest published_at."""
    last_seen: str | None = None
    """The latest published_at."""
