"""Every record that flows, typed and versioned: decoding validates, encoding is orjson.

Optional values are null in the JSON, never left out, so that a reader always finds every field.
Offsets are Unicode code points into `text`; `text[start:end] == surface` always holds. Times are RFC 3339 in UTC.
"""

from typing import Any, Generic, Literal, TypeVar

import msgspec
import orjson

from streams.rejection import Reason, Reject

T = TypeVar("T", bound=msgspec.Struct)
EntityType = Literal["PER", "LOC", "ORG", "MISC"]
Precision = Literal["second", "minute", "hour", "day", "month", "year"]


class Struct(msgspec.Struct, frozen=True):
    """A part of a record."""


class Origin(Struct, frozen=True, kw_only=True):
    """Where the raw page that a record comes from stands in Kafka."""

    topic: str
    partition: int
    offset: int


class RawPage(Struct, frozen=True, kw_only=True):
    """What a scraper got: the article with the site's chrome around and inside it."""

    id: str | None = None
    """The producer's own id; without one, derived from the canonical url, else from the text."""
    url: str | None = None
    source: str | None = None
    """The outlet, as the producer calls it."""
    title: str | None = None
    text: str | None = None
    """What innerText gives; one of text or html is needed."""
    html: str | None = None
    published_at: str | None = None
    fetched_at: str | None = None
    lang: str | None = None
    extra: dict[str, Any] = {}
    """Every field that Rasid does not know, as it came."""


class Source(Struct, frozen=True, kw_only=True):
    """The outlet."""

    id: str
    name: str


class Byline(Struct, frozen=True, kw_only=True):
    """Who wrote it, which wire service it came from, and the place that opens the text."""

    author: str | None = None
    agency: str | None = None
    dateline: str | None = None


class Chrome(Struct, frozen=True, kw_only=True):
    """One line that is no part of the article, and why it was taken out."""

    text: str
    reason: str


class Article(Struct, frozen=True, kw_only=True):
    """The page without its chrome."""

    schema: Literal["rasid.article/1"] = "rasid.article/1"
    id: str
    origin: Origin
    received_at: str
    """The Kafka timestamp of the raw page."""
    url: str | None = None
    source: Source
    language: str
    title: str
    section: str | None = None
    """The standard name of the section; see docs/records.md for the list."""
    section_label: str | None = None
    """The section as the outlet calls it."""
    headings: list[str] = []
    paragraphs: list[str] = []
    text: str
    """Title, headings and paragraphs in their order on the page, joined by line feeds."""
    byline: Byline = Byline()
    republished_from: str | None = None
    published_at: str | None = None
    published_precision: Precision | None = None
    published_from: Literal["field", "metadata", "chrome", "text"] | None = None
    """Where published_at was found."""
    fetched_at: str | None = None
    tags: list[str] = []
    """Tags and keywords as the outlet gave them."""
    captions: list[str] = []
    """Photo captions; each of them stands in chrome too."""
    chrome: list[Chrome] = []
    evidence: dict[str, str] = {}
    """What the page's metadata says where it differs from what a reader sees."""
    fingerprint: str
    """A sketch of the text that near-duplicates share; see streams/fingerprint.py."""
    extra: dict[str, Any] = {}


class Mention(Struct, frozen=True, kw_only=True):
    """One place in the text that names an entity."""

    start: int
    end: int
    surface: str


class Entity(Struct, frozen=True, kw_only=True):
    """A person, place, organisation or other named thing, over all its mentions in one article."""

    id: str
    name_ar: str
    name_en: str | None = None
    type: EntityType
    known: bool
    """Whether a lexicon holds it."""
    count: int
    salience: float
    """How much the article is about it, 0 to 1."""
    wikidata: str | None = None
    geonames: int | None = None
    iso: str | None = None
    mentions: list[Mention] = []


class Quote(Struct, frozen=True, kw_only=True):
    """Speech, direct or reported, with the entity id of who said it when the text tells."""

    text: str
    start: int
    end: int
    speaker: str | None = None
    verb: str | None = None
    direct: bool


class DateMention(Struct, frozen=True, kw_only=True):
    """A date that the text names, resolved when that is certain."""

    start: int
    end: int
    surface: str
    value: str | None = None
    """An ISO 8601 date, month or year, as precise as `precision` says."""
    precision: Precision | None = None


class Pipeline(Struct, frozen=True, kw_only=True):
    """What made the record."""

    version: str
    lexicon: str
    models: dict[str, str] = {}


class TaggedArticle(Article, frozen=True, kw_only=True):
    """An article with its entities, quotes and dates."""

    schema: Literal["rasid.tagged/1"] = "rasid.tagged/1"  # type: ignore[assignment] # each record has its own name
    entities: list[Entity] = []
    quotes: list[Quote] = []
    dates: list[DateMention] = []
    demonyms: dict[str, int] = {}
    """Nationality adjectives and how often each stands, by the id of the country."""
    cited: list[str] = []
    """Ids of the outlets, agencies and bodies that the text names as where its report comes from."""
    pipeline: Pipeline


class MediaTopic(Struct, frozen=True, kw_only=True):
    """An IPTC Media Topic of the article."""

    id: str
    name_ar: str | None
    name_en: str
    score: float
    """A calibrated probability."""
    broader: list[str] = []
    """The ids above it, nearest first, up to the top level."""


class EnrichedArticle(TaggedArticle, frozen=True, kw_only=True):
    """The finished record: clean, tagged, classified."""

    schema: Literal["rasid.enriched/1"] = "rasid.enriched/1"  # type: ignore[assignment] # each record has its own name
    media_topics: list[MediaTopic] = []


class MentionedEntity(Struct, frozen=True, kw_only=True):
    """An entity as the counting stage needs it."""

    id: str
    name_ar: str
    name_en: str | None = None
    type: EntityType
    known: bool
    count: int


class MentioningArticle(Struct, frozen=True, kw_only=True):
    """An article as the counting stage needs it, with the entities that one counting partition owns."""

    article_id: str
    origin: Origin
    published_at: str | None = None
    published_precision: Precision | None = None
    source: str
    fingerprint: str
    media_topics: list[str] = []
    entities: list[MentionedEntity]
    with_: list[str] = msgspec.field(name="with", default_factory=list)
    """Ids of all entities of the article."""


class Mentions(Struct, frozen=True, kw_only=True):
    """Of a batch of articles, the entities that one counting partition owns."""

    schema: Literal["rasid.mentions/1"] = "rasid.mentions/1"
    articles: list[MentioningArticle]


class CountedEntity(Struct, frozen=True, kw_only=True):
    """The entity that a count is of."""

    id: str
    name_ar: str
    name_en: str | None = None
    type: EntityType
    known: bool


class EntityCount(msgspec.Struct, kw_only=True):
    """All that is counted of one entity; the counting table is made of these, and changes them in place."""

    schema: Literal["rasid.entity-count/1"] = "rasid.entity-count/1"
    id: str
    origin: Origin
    """The raw page that changed it last."""
    entity: CountedEntity
    articles: int = 0
    stories: int = 0
    """Articles, near-duplicates counted once."""
    mentions: int = 0
    sources: dict[str, int] = {}
    """Articles by outlet id; bounded."""
    first_seen: str | None = None
    """The earliest published_at."""
    last_seen: str | None = None
    """The latest published_at."""
    hours: dict[str, int] = {}
    """Articles by hour of published_at (2026-01-28T14), within the horizon of last_seen."""
    days: dict[str, int] = {}
    """Articles by day of published_at (2026-01-28), within the horizon of last_seen."""
    media_topics: dict[str, int] = {}
    """Articles by media topic id."""
    with_: dict[str, int] = msgspec.field(name="with", default_factory=dict)
    """Articles by the id of an entity that stands in them too; bounded."""
    with_dropped: int = 0
    """Entries that `with` had to let go; 0 means that every count in it is exact."""
    fingerprints: list[str] = []
    """Of the latest stories, by which the next near-duplicate is known; bounded."""


class Original(Struct, frozen=True, kw_only=True):
    """The rejected bytes and where they stood."""

    topic: str
    partition: int
    offset: int
    key: str | None = None
    """The key, as base64."""
    headers: list[tuple[str, str]] = []
    """Name and value, the value as base64."""
    value_base64: str
    cut: bool = False
    """Whether value_base64 holds only the first bytes."""
    sha256: str
    size: int
    """Bytes of the whole value."""


class Rejected(Struct, frozen=True, kw_only=True):
    """A record that a stage refused, with its original."""

    schema: Literal["rasid.rejected/1"] = "rasid.rejected/1"
    id: str
    """topic-partition-offset of the original, so that a rejection written twice is one."""
    origin: Origin
    stage: str
    reason: Reason
    detail: str
    attempts: int = 1
    original: Original
    version: str
    at: str
    """The Kafka timestamp of the record refused, so that a replay gives the same bytes."""


class Card(Struct, frozen=True, kw_only=True):
    """An article as its story needs it."""

    id: str
    origin: Origin
    source: str
    """The outlet's id."""
    title: str
    published_at: str | None = None
    at: int
    """Where it stands in time, in ms since 1970: published_at, else received_at."""

    @property
    def order(self) -> tuple[int, str]:
        """Earlier articles come first, in the same order everywhere."""
        return self.at, self.id

    def near(self, other: "Card", window_ms: int) -> bool:
        """Tell whether the two may be of one story by their dates; one without a date may be of any time."""
        undated = self.published_at is None or other.published_at is None
        return undated or abs(self.at - other.at) <= window_ms


class BandedArticle(Struct, frozen=True, kw_only=True):
    """An article as it is compared with others, with the bands that one partition owns."""

    card: Card
    sketch: str
    """Its MinHash: 96 bytes as base64."""
    pairs: int
    """How many different word pairs it has."""
    bands: list[int]
    """Hashes of word triples, by which articles that may be alike meet."""


class Relation(Struct, frozen=True, kw_only=True):
    """What one partition tells another of two articles that are alike.

    `similar` goes to the child, which is the later one: it may join the parent's story. `adopt` goes to the child too,
    when it is the earlier one and the later one's story is out already. `join` goes to the parent: the child joins.
    """

    kind: Literal["similar", "adopt", "join"]
    child: Card
    parent: Card


class Bands(Struct, frozen=True, kw_only=True):
    """What the grouping stage passes between its partitions."""

    schema: Literal["rasid.bands/1"] = "rasid.bands/1"
    articles: list[BandedArticle] = []
    relations: list[Relation] = []


class Story(Struct, frozen=True, kw_only=True):
    """The set of articles that tell the same text."""

    schema: Literal["rasid.story/1"] = "rasid.story/1"
    id: str
    origin: Origin
    title: str
    articles: list[str]
    sources: list[str]
    parent: str
    """The article published first."""
    first_seen: str | None = None
    last_seen: str | None = None


class Progress(Struct, frozen=True, kw_only=True):
    """What a table partition has applied."""

    schema: Literal["rasid.progress/1"] = "rasid.progress/1"
    stage: str
    seen: dict[str, tuple[int, str]]
    """Origin partition to the highest applied offset and the bitmap of the 1,024 below it, in hexadecimal."""


class Replayed(Struct, frozen=True, kw_only=True):
    """A mark that a rejected record's original was put back on pages."""

    schema: Literal["rasid.replayed/1"] = "rasid.replayed/1"
    id: str
    """Of the rejected record."""


def encode(record: msgspec.Struct) -> bytes:
    """Give the JSON bytes of a record; the same record gives the same bytes in every process."""
    return orjson.dumps(msgspec.to_builtins(record))


class Codec(Generic[T]):
    """Decodes one kind of record, or says why it cannot."""

    def __init__(self, record: type[T]) -> None:
        self._decoder = msgspec.json.Decoder(record)

    def decode(self, value: bytes | None) -> T:
        """Validate JSON bytes.

        Raises
        ------
        Reject
            With NOT_JSON, NOT_UTF8, WRONG_SCHEMA or WRONG_TYPE.
        """
        try:
            return self._decoder.decode(value or b"null")
        except msgspec.ValidationError as error:
            reason = Reason.WRONG_SCHEMA if "`$.schema`" in str(error) else Reason.WRONG_TYPE
            raise Reject(reason, str(error)) from error
        except UnicodeDecodeError as error:
            raise Reject(Reason.NOT_UTF8, str(error)) from error
        except msgspec.DecodeError as error:
            raise Reject(Reason.NOT_JSON, str(error)) from error
