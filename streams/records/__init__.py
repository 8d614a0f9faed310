"""Every record that flows, typed and versioned; a module is called as the topic whose records it holds.

Optional values are null in the JSON, never left out, so that a reader always finds every field.
Offsets are Unicode code points into `text`; `text[start:end] == surface` always holds. Times are RFC 3339 in UTC.
"""

from streams.records.articles import Article, Byline, Chrome, Source
from streams.records.bands import BandedArticle, Bands, Relation
from streams.records.codec import Codec, Struct, encode
from streams.records.counts import CountedEntity, EntityCount
from streams.records.dates import DateMention, Precision
from streams.records.enriched import EnrichedArticle, MediaTopic
from streams.records.entities import Entity, EntityType, Mention
from streams.records.mentions import MentionedEntity, MentioningArticle, Mentions
from streams.records.origin import Origin
from streams.records.pages import RawPage
from streams.records.progress import Progress
from streams.records.rejected import Original, Rejected, Replayed
from streams.records.stories import Card, Story
from streams.records.tagged import Pipeline, Quote, TaggedArticle

__all__ = [
    "Article",
    "BandedArticle",
    "Bands",
    "Byline",
    "Card",
    "Chrome",
    "Codec",
    "CountedEntity",
    "DateMention",
    "EnrichedArticle",
    "Entity",
    "EntityCount",
    "EntityType",
    "MediaTopic",
    "Mention",
    "MentionedEntity",
    "MentioningArticle",
    "Mentions",
    "Origin",
    "Original",
    "Pipeline",
    "Precision",
    "Progress",
    "Quote",
    "RawPage",
    "Rejected",
    "Relation",
    "Replayed",
    "Source",
    "Story",
    "Struct",
    "TaggedArticle",
    "encode",
]
# For as long as parts of the code still import records from here.
