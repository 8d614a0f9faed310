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
    """The full name of the topic, prefix included."""
    partition: int
    """The page's partition."""
    offset: int
    """Its offset there."""


class RawPage(Struct, frozen=True, kw_only=True):
    """What a scraper got: the article with the site's chrome around and inside it."""

    id: str | None = None
    """The producer's own id; without one, derived from the canonical url, else from the text."""
    url: str | None = None
    """The address of the page."""
    source: str | None = None
    """The outlet, as the producer calls it."""
    title: str | None = None
    """The headline, when the scraper knows it; without one it is found in the page."""
    text: str | None = None
    """What innerText gives; one of text or html is needed."""
    html: str | None = None
    """The page as the site delivered it."""
    published_at: str | None = None
    """When it was published: RFC 3339, a date as people write it, or seconds or milliseconds since 1970."""
    fetched_at: str | None = None
    """When it was fetched; words like أمس in the chrome count from it."""
    lang: str | None = None
    """The language, as the producer knows it; Rasid finds it out by itself."""
    extra: dict[str, Any] = {}
    """Every field that Rasid does not know, as it came."""


class Source(Struct, frozen=True, kw_only=True):
    """The outlet."""

    id: str
    """Stable: from the producer's `source`, else the url's host, else what the page calls itself, else `unknown`."""
    name: str
    """As the producer or the page calls it."""


class Byline(Struct, frozen=True, kw_only=True):
    """Who wrote it, which wire service it came from, and the place that opens the text."""

    author: str | None = None
    """The author or reporter."""
    agency: str | None = None
    """The wire service that the text came from."""
    dateline: str | None = None
    """The place that opens the text."""


class Chrome(Struct, frozen=True, kw_only=True):
    """One line that is no part of the article, and why it was taken out."""

    text: str
    """The line as it stood on the page."""
    reason: str
    """Of what kind it is: share, related, newsletter, copyright, caption, and so on; see docs/cleaning.md."""


class Article(Struct, frozen=True, kw_only=True):
    """The page without its chrome."""

    schema: Literal["rasid.article/1"] = "rasid.article/1"
    """Name and major version of the record."""
    id: str
    """The producer's own, else from the canonical url, else from the text; the same on every machine."""
    origin: Origin
    """The raw page that it comes from."""
    received_at: str
    """The Kafka timestamp of the raw page."""
    url: str | None = None
    """The producer's, else the canonical link in the page."""
    source: Source
    """The outlet that the page is from."""
    language: str
    """ISO 639 code of what the article is written in: `ar`; what is not Arabic is rejected."""
    title: str
    """The headline, without the section or the outlet's name glued to it."""
    section: str | None = None
    """The standard name of the section: politics, world, arab, local, economy, sport, culture, entertainment,
    technology, science, health, society, incidents, opinion, analysis, lifestyle, religion, military, media or news."""
    section_label: str | None = None
    """The section as the outlet calls it."""
    headings: list[str] = []
    """The sub-headings, in their order."""
    paragraphs: list[str] = []
    """The paragraphs, in their order."""
    text: str
    """Title, headings and paragraphs in their order on the page, joined by line feeds."""
    byline: Byline = Byline()
    """Author, agency and dateline."""
    republished_from: str | None = None
    """The outlet that published it first, when the page says that it took it over."""
    published_at: str | None = None
    """When it was published; null where neither the page nor its producer says so."""
    published_precision: Precision | None = None
    """How exactly published_at is known."""
    published_from: Literal["field", "metadata", "chrome", "text"] | None = None
    """Where published_at was found."""
    fetched_at: str | None = None
    """The producer's, when it can be true."""
    tags: list[str] = []
    """Tags and keywords as the outlet gave them."""
    captions: list[str] = []
    """Photo captions; each of them stands in chrome too."""
    chrome: list[Chrome] = []
    """The lines of the page that are no part of the article."""
    evidence: dict[str, str] = {}
    """What the page's metadata says where it differs from what a reader sees."""
    fingerprint: str
    """A sketch of the text that near-duplicates share; see streams/fingerprint.py."""
    extra: dict[str, Any] = {}
    """Every field of the raw page that Rasid does not know, as it came."""


class Mention(Struct, frozen=True, kw_only=True):
    """One place in the text that names an entity."""

    start: int
    """Where it begins in `text`, in code points."""
    end: int
    """Where it ends, exclusive."""
    surface: str
    """The string as it stands there: `text[start:end]`."""


class Entity(Struct, frozen=True, kw_only=True):
    """A person, place, organisation or other named thing, over all its mentions in one article."""

    id: str
    """Readable and stable: `loc:russia`, `per:sergey-lavrov`; `per:ar:…` for one that no lexicon knows."""
    name_ar: str
    """The name in Arabic; of one that no lexicon knows, the fullest in the text."""
    name_en: str | None = None
    """The name in English, where the lexicon has one."""
    type: EntityType
    """Person, place, organisation, or another named thing."""
    known: bool
    """Whether a lexicon holds it."""
    count: int
    """How many mentions it has in the article."""
    salience: float
    """How much the article is about it, 0 to 1."""
    wikidata: str | None = None
    """Wikidata id, where a packaged source says so."""
    geonames: int | None = None
    """GeoNames id, where a packaged source says so."""
    iso: str | None = None
    """ISO 3166 code of a country, where a packaged source says so."""
    mentions: list[Mention] = []
    """All of them, in the order of the text."""


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
    verb: str | None = None
    """The word that introduces it, as it stands."""
    direct: bool
    """Whether it stands in quotation marks."""


class DateMention(Struct, frozen=True, kw_only=True):
    """A date that the text names, resolved when that is certain."""

    start: int
    """Where it begins in `text`, in code points."""
    end: int
    """Where it ends, exclusive."""
    surface: str
    """The string as it stands there."""
    value: str | None = None
    """An ISO 8601 date, month or year, as precise as `precision` says."""
    precision: Precision | None = None
    """How exactly the date is named."""


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


class MediaTopic(Struct, frozen=True, kw_only=True):
    """An IPTC Media Topic of the article."""

    id: str
    """IPTC Media Topic: `medtop:11000000`."""
    name_ar: str | None
    """Its name in Arabic."""
    name_en: str
    """Its name in English."""
    score: float
    """A calibrated probability."""
    broader: list[str] = []
    """The ids above it, nearest first, up to the top level."""


class EnrichedArticle(TaggedArticle, frozen=True, kw_only=True):
    """The finished record: clean, tagged, classified."""

    schema: Literal["rasid.enriched/1"] = "rasid.enriched/1"  # type: ignore[assignment] # each record has its own name
    """Name and major version of the record."""
    media_topics: list[MediaTopic] = []
    """The most certain first."""


class MentionedEntity(Struct, frozen=True, kw_only=True):
    """An entity as the counting stage needs it."""

    id: str
    """The entity's id."""
    name_ar: str
    """Its name in Arabic."""
    name_en: str | None = None
    """Its name in English."""
    type: EntityType
    """Person, place, organisation, or another named thing."""
    known: bool
    """Whether a lexicon holds it."""
    count: int
    """How many mentions it has in the article."""


class MentioningArticle(Struct, frozen=True, kw_only=True):
    """An article as the counting stage needs it, with the entities that one counting partition owns."""

    article_id: str
    """The article's id."""
    origin: Origin
    """The raw page that it comes from."""
    published_at: str | None = None
    """When it was published."""
    published_precision: Precision | None = None
    """How exactly that is known."""
    source: str
    """The outlet's id."""
    fingerprint: str
    """The sketch of its text."""
    media_topics: list[str] = []
    """Ids of its media topics."""
    entities: list[MentionedEntity]
    """Those that the partition owns."""
    with_: list[str] = msgspec.field(name="with", default_factory=list)
    """Ids of all entities of the article."""


class Mentions(Struct, frozen=True, kw_only=True):
    """Of a batch of articles, the entities that one counting partition owns."""

    schema: Literal["rasid.mentions/1"] = "rasid.mentions/1"
    """Name and major version of the record."""
    articles: list[MentioningArticle]
    """Of one batch, those that name an entity of this partition."""


class CountedEntity(Struct, frozen=True, kw_only=True):
    """The entity that a count is of."""

    id: str
    """The entity's id."""
    name_ar: str
    """Its name in Arabic."""
    name_en: str | None = None
    """Its name in English."""
    type: EntityType
    """Person, place, organisation, or another named thing."""
    known: bool
    """Whether a lexicon holds it."""


class EntityCount(msgspec.Struct, kw_only=True):
    """All that is counted of one entity; the counting table is made of these, and changes them in place."""

    schema: Literal["rasid.entity-count/1"] = "rasid.entity-count/1"
    """Name and major version of the record."""
    id: str
    """The entity's id, which is the key too."""
    origin: Origin
    """The raw page that changed it last."""
    entity: CountedEntity
    """Its names and type."""
    articles: int = 0
    """Articles that name it."""
    stories: int = 0
    """Articles, near-duplicates counted once."""
    mentions: int = 0
    """Mentions in all of them."""
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
    """The full name of the topic that it was read from."""
    partition: int
    """Its partition."""
    offset: int
    """Its offset."""
    key: str | None = None
    """The key, as base64."""
    headers: list[tuple[str, str]] = []
    """Name and value, the value as base64."""
    value_base64: str
    """Its value, as base64."""
    cut: bool = False
    """Whether value_base64 holds only the first bytes."""
    sha256: str
    """Of the whole value, in hexadecimal."""
    size: int
    """Bytes of the whole value."""


class Rejected(Struct, frozen=True, kw_only=True):
    """A record that a stage refused, with its original."""

    schema: Literal["rasid.rejected/1"] = "rasid.rejected/1"
    """Name and major version of the record."""
    id: str
    """topic-partition-offset of the original, so that a rejection written twice is one."""
    origin: Origin
    """The raw page that it comes from; what could not be decoded stands for itself."""
    stage: str
    """Who refused it."""
    reason: Reason
    """One of the codes of docs/rejections.md."""
    detail: str
    """What was found, for a person to read."""
    attempts: int = 1
    """How often it was tried."""
    original: Original
    """What was refused."""
    version: str
    """Of Rasid."""
    at: str
    """The Kafka timestamp of the record refused, so that a replay gives the same bytes."""


class Card(Struct, frozen=True, kw_only=True):
    """An article as its story needs it."""

    id: str
    """The article's id."""
    origin: Origin
    """The raw page that it comes from."""
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
        """Tell whether the two may be of one story by their dates; one without a date may be of any time."""
        undated = self.published_at is None or other.published_at is None
        return undated or abs(self.at - other.at) <= window_ms


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


class Story(Struct, frozen=True, kw_only=True):
    """The set of articles that tell the same text."""

    schema: Literal["rasid.story/1"] = "rasid.story/1"
    """Name and major version of the record."""
    id: str
    """`story:` and the id of one of its articles; it never changes."""
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


class Progress(Struct, frozen=True, kw_only=True):
    """What a table partition has applied."""

    schema: Literal["rasid.progress/1"] = "rasid.progress/1"
    """Name and major version of the record."""
    stage: str
    """Whose progress it is; the key too."""
    seen: dict[str, tuple[int, str]]
    """Origin partition to the highest applied offset and the bitmap of the 1,024 below it, in hexadecimal."""


class Replayed(Struct, frozen=True, kw_only=True):
    """A mark that a rejected record's original was put back on pages."""

    schema: Literal["rasid.replayed/1"] = "rasid.replayed/1"
    """Name and major version of the record."""
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
