"""The topic articles: pages without their chrome."""

from typing import Any, Literal

from streams.records.codec import Struct
from streams.records.dates import Precision, check_times
from streams.records.origin import Origin

Genre = Literal[
    "news",
    "opinion",
    "interview",
    "live",
    "digest",
    "service",
    "press_release",
    "video",
    "obituary",
    "sports_report",
]
"""What form an article has."""
DateFrom = Literal["field", "metadata", "chrome", "address", "text"]
"""Where on a page its date was found."""


class Source(Struct, frozen=True, kw_only=True):
    """The outlet."""

    id: str
    """Stable: from the producer's `source`, else the url's host, else what the page calls itself, else `unknown`."""
    name: str
    """As the producer or the page calls it."""
    country: str | None = None
    """Where it is at home, as ISO 3166 writes it: from the register of outlets, else from its host."""


class Byline(Struct, frozen=True, kw_only=True):
    """Who wrote it, which wire service it came from, and the place that opens the text."""

    author: str | None = None
    """The author or reporter; several with commas between them."""
    authors: list[str] = []
    """The authors, one by one."""
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
    revision: int = 1
    """Which revision of the article it is: 1, and one more each time that a visit finds another title or text."""
    replaces: Origin | None = None
    """The raw page of the revision before, which this one takes the place of; null of a first one."""
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
    genre: Genre | None = None
    """The genre, as its section, the label in front of its title or its form tell it; null where nothing does."""
    headings: list[str] = []
    """The sub-headings, in their order."""
    paragraphs: list[str] = []
    """The paragraphs, in their order."""
    text: str
    """Title, headings and paragraphs in their order on the page, joined by line feeds."""
    truncated: bool = False
    """Whether the page was longer than what Rasid reads of one, so that the end of the text may be missing."""
    byline: Byline = Byline()
    """Author, agency and dateline."""
    republished_from: str | None = None
    """The outlet that published it first, when the page says that it took it over."""
    published_at: str | None = None
    """When it was published; null where neither the page nor its producer says so."""
    published_precision: Precision | None = None
    """How exactly published_at is known."""
    published_from: DateFrom | None = None
    """Where published_at was found."""
    published_zone: str | None = None
    """The zone of the clock that published_at was read from, as IANA name or hours from UTC; null for a day without a
    time."""
    published_zone_from: Literal["stated", "outlet", "profile", "country", "setting"] | None = None
    """How that zone is known: it stands with the time; or the register of outlets, earlier pages of the outlet, the
    country of its host, or RASID_TIMEZONE tells it."""
    updated_at: str | None = None
    """When it was last changed, where the page says so and that is later than published_at; the same as published_at
    where the page tells no other date."""
    updated_precision: Precision | None = None
    """How exactly updated_at is known."""
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

    def __post_init__(self) -> None:
        """Refuse times that are none: later stages reckon with them."""
        check_times(received_at=self.received_at, published_at=self.published_at)
