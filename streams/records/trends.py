"""The topic trends: what is named more, or less, than its own past lets expect."""

from typing import Literal

import msgspec

from streams.records.codec import Struct
from streams.records.entities import EntityType
from streams.records.origin import Origin

SubjectKind = Literal["entity", "media_topic", "pair"]
Direction = Literal["rising", "falling"]


class PairedEntity(Struct, frozen=True, kw_only=True):
    """One of the two entities of a pair."""

    id: str
    """Its id."""
    name_ar: str | None = None
    """Its name in Arabic."""
    name_en: str | None = None
    """Its name in English."""


class Subject(Struct, frozen=True, kw_only=True):
    """What trends: an entity, a media topic, or two entities together."""

    kind: SubjectKind
    """Which of the three it is."""
    id: str
    """The id of the entity or media topic; of a pair both ids, the smaller first, with `+` between them."""
    name_ar: str | None = None
    """Its name in Arabic; of a pair both names with ` + ` between them."""
    name_en: str | None = None
    """Its name in English; of a pair both, where one has none its name in Arabic, null where neither has one."""
    type: EntityType | None = None
    """Of an entity: person, place, organisation, or another named thing."""
    ids: list[str] = []
    """Of a pair: the ids of its two entities."""
    entities: list[PairedEntity] = []
    """Of a pair: the two with their names."""


class TrendWindow(Struct, frozen=True, kw_only=True):
    """The hours that are looked at together."""

    start: str
    """When it begins, a full hour: 2026-01-28T14:00:00Z."""
    hours: int
    """How many hours it has."""


class TrendArticle(Struct, frozen=True, kw_only=True):
    """The article with which a story came first, as evidence."""

    id: str
    """The article's id."""
    title: str
    """Its title."""
    source: str
    """The outlet's id."""
    published_at: str
    """When it was published."""


class Trend(Struct, frozen=True, kw_only=True):
    """A window in which a subject was named by far more stories, or far fewer, than its own past lets expect."""

    schema: Literal["rasid.trend/1"] = "rasid.trend/1"
    """Name and major version of the record."""
    id: str
    """The subject's id and the window's last hour: `loc:egypt@2026-01-28T14`. A later record of the same id takes the
    place of the earlier one, though its window may be longer or shorter."""
    origin: Origin
    """The raw page that changed it last."""
    subject: Subject
    """What trends."""
    window: TrendWindow
    """When."""
    observed: int
    """Stories of the window that name the subject; copies of one text count once."""
    expected: float
    """Stories that the subject's own past lets expect in such hours of such a day; of an hour under way in as much of
    it as has passed."""
    probability: float
    """How likely it was to see so many or more (rising), so few or fewer (falling), if all was as ever."""
    surprise: float
    """-log10 of the probability: 6 stands for one in a million."""
    direction: Direction
    """Whether there are more stories than expected, or fewer."""
    standing: bool = True
    """Whether it still is a trend; false when a late article took it back."""
    outlets: list[str] = []
    """Ids of the outlets that came with a story of their own, sorted; bounded."""
    stories: list[str] = []
    """Of each story the id of the article that was published first, in their order; bounded."""
    articles: list[TrendArticle] = []
    """Some of those articles, the earliest first; bounded."""
    with_: list[str] = msgspec.field(name="with", default_factory=list)
    """Ids of the entities that most of these stories name too, the most frequent first; bounded."""
    first_seen: str | None = None
    """When the first of the stories was published; null where there is none."""
