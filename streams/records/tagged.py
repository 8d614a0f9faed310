"""The topic tagged: articles with their entities, quotes and dates."""

from typing import Literal

from streams.records.articles import Article
from streams.records.codec import Struct
from streams.records.dates import DateMention
from streams.records.entities import Entity


class Quote(Struct, frozen=True, kw_only=True):
    """Speech, direct or reported, with the entity id of who said it when the text tells."""

    text: str
    """What was said, as it stands in the article."""
    start: int
    """Where it begins in `text`, in code points."""
    end: int
    """Where it ends, exclusive."""
    speaker: str | None = None
    """Entity id of who said it."""
    speaker_kind: Literal["named", "unnamed"] | None = None
    """Whether the text names who said it, or only what kind of source it is; null where it tells neither."""
    speaker_words: str | None = None
    """The words that stand for an unnamed source, as they stand: مصدر أمني."""
    verb: str | None = None
    """The word that introduces it, as it stands."""
    direct: bool
    """Whether it stands in quotation marks."""
    headline: bool = False
    """Whether it stands in the title: ترامب: نخوض نقاشات جيدة."""


class Pipeline(Struct, frozen=True, kw_only=True):
    """What made the record."""

    version: str
    """Of the tagging."""
    lexicon: str
    """Of the lexicon."""
    models: dict[str, str] = {}
    """Versions of the models, by name."""


class TaggedArticle(Article, frozen=True, kw_only=True):
    """An article with its entities, quotes and dates."""

    schema: Literal["rasid.tagged/1"] = "rasid.tagged/1"  # type: ignore[assignment] # each record has its own name
    """Name and major version of the record."""
    entities: list[Entity] = []
    """In the order of their first mention."""
    quotes: list[Quote] = []
    """In the order of the text."""
    dates: list[DateMention] = []
    """In the order of the text."""
    demonyms: dict[str, int] = {}
    """Nationality adjectives and how often each stands, by the id of the country."""
    cited: list[str] = []
    """Ids of the outlets, agencies and bodies that the text names as where its report comes from."""
    pipeline: Pipeline
    """What made the record."""
