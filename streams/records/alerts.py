"""The topic alerts: rules of the user that came true."""

from typing import Literal

import msgspec

from streams.records.codec import Struct
from streams.records.dates import check_times
from streams.records.origin import Origin

Severity = Literal["info", "warning", "critical"]
AlertKind = Literal["article", "threshold", "trend", "silence"]


class AlertArticle(Struct, frozen=True, kw_only=True):
    """An article that made a rule come true."""

    id: str
    """The article's id."""
    title: str
    """Its title, cut."""
    source: str
    """The outlet's id."""
    url: str | None = None
    """Where the outlet has it."""
    published_at: str | None = None
    """When it was published."""
    matched: list[str] = []
    """What of the rule stands in it: ids of entities and media topics, outlets, countries, phrases."""


class AlertTrend(Struct, frozen=True, kw_only=True):
    """A trend that made a rule come true."""

    id: str
    """The trend's id."""
    subject: str
    """The id of what trends."""
    name: str | None = None
    """Its name in Arabic, where it is known."""
    observed: int
    """Stories in the window."""
    expected: float
    """Stories that its past lets expect."""
    surprise: float
    """-log10 of how likely that is."""
    direction: Literal["rising", "falling"]
    """More than expected, or fewer."""


class AlertSilence(Struct, frozen=True, kw_only=True):
    """An outlet that has not been heard of."""

    outlet: str
    """The outlet's id."""
    last: str
    """When its last page was received."""
    hours: float
    """How long ago that was, by the stream's own clock."""


class AlertEvidence(Struct, frozen=True, kw_only=True):
    """What made a rule come true."""

    count: int | None = None
    """Of a threshold: how many were counted in its window."""
    articles: list[AlertArticle] = []
    """The articles, the latest last; bounded."""
    trend: AlertTrend | None = None
    """The trend."""
    silence: AlertSilence | None = None
    """The outlet that is silent."""


class Alert(Struct, frozen=True, kw_only=True):
    """A rule of the user that came true."""

    schema: Literal["rasid.alert/1"] = "rasid.alert/1"
    """Name and major version of the record."""
    id: str
    """The rule's id and what made it come true; the same after any crash."""
    rule: str
    """The rule's id, which is the key too."""
    name: str | None = None
    """The rule's name."""
    kind: AlertKind
    """What kind of rule it is."""
    severity: Severity = "info"
    """As the rule says."""
    at: str
    """When, by the stream's own clock: received_at of the article that made it come true; of a trend, when its record
    was written."""
    origin: Origin
    """The raw page that made it come true; of a silence the one by which it was noticed."""
    evidence: AlertEvidence
    """What made it come true."""
    suppressed: int = 0
    """Times that it came true since it last spoke: in quiet hours or minutes, above its number a day."""
    channels: list[str] = []
    """Where `rasid notify` sends it; none: to every channel."""


class QuietHours(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """Hours of the day in which a rule says nothing."""

    from_: str
    """When they begin: 23:00."""
    to: str
    """When they end: 06:30; before `from`, the next day."""
    timezone: str = "UTC"
    """Whose clock: Asia/Riyadh."""


class Threshold(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """So many in so many hours."""

    count: int
    """How many."""
    hours: int
    """In how many hours of `published_at`."""
    of: Literal["articles", "stories", "outlets"] = "stories"
    """What is counted: articles, articles with copies counted once, or outlets."""


class Terms(Struct, frozen=True, kw_only=True):
    """What of a rule decides whether something is said when it comes true."""

    rule: str
    """The rule's id."""
    name: str | None = None
    """The rule's name."""
    kind: AlertKind
    """What kind of rule it is."""
    severity: Severity = "info"
    """As the rule says."""
    threshold: Threshold | None = None
    """So many in so many hours."""
    silent_hours: int | None = None
    """Of a silence: how long."""
    outlets: list[str] = []
    """Of a silence: whose."""
    quiet_minutes: int = 0
    """How long it says nothing after it has spoken."""
    quiet_hours: QuietHours | None = None
    """In which hours of the day it says nothing."""
    per_day: int | None = None
    """How often it may speak on a day."""
    channels: list[str] = []
    """Where its alerts go."""

    def __post_init__(self) -> None:
        """Refuse a silence that lasts no time."""
        if self.kind == "silence" and (self.silent_hours or 0) < 1:
            raise ValueError("a rule of silence without hours")


class Hit(Struct, frozen=True, kw_only=True):
    """A rule that an article or a trend matches, or, of a silence, whom a page came from."""

    terms: Terms
    """What the rule says."""
    article: AlertArticle | None = None
    """The article that matches."""
    fingerprint: str = ""
    """The sketch of that article's text."""
    moment: str | None = None
    """Of a threshold: the hour or a more exact time of publication."""
    trend: AlertTrend | None = None
    """The trend that matches."""
    heard: str | None = None
    """Of a silence: the outlet that a page came from."""

    def __post_init__(self) -> None:
        """Refuse a time that is none."""
        check_times(moment=self.moment)


class Match(Struct, frozen=True, kw_only=True):
    """What one record matches of the rules in one partition."""

    origin: Origin
    """The record itself: where it stands on enriched or trends."""
    page: Origin
    """The raw page that it comes from."""
    at: str
    """received_at of that page; of a trend, when its record was written."""
    hits: list[Hit]
    """The rules that it matches."""

    def __post_init__(self) -> None:
        """Refuse a time that is none."""
        check_times(at=self.at)


class Hits(Struct, frozen=True, kw_only=True):
    """The topic hits: what a batch matches of the rules in one partition."""

    schema: Literal["rasid.hits/1"] = "rasid.hits/1"
    """Name and major version of the record."""
    matches: list[Match]
    """Of one batch, those that concern this partition."""


class Entry(msgspec.Struct, kw_only=True):
    """An article that a threshold counts."""

    moment: float
    """Seconds since 1970."""
    fingerprint: str
    """The sketch of its text."""
    article: AlertArticle
    """The article."""


class RuleState(msgspec.Struct, kw_only=True):
    """What is remembered of a rule; the table of alerts is made of these."""

    known: list[str] = []
    """Ids of the latest articles and trends that made it come true; bounded."""
    entries: list[Entry] = []
    """Of a threshold: the articles in its window; bounded."""
    said: float | None = None
    """When it last said something, seconds since 1970."""
    reached: float | None = None
    """Of a threshold: the latest publication in the window that reached it."""
    day: str = ""
    """The day of `said`."""
    today: int = 0
    """How often it has said something on that day."""
    suppressed: int = 0
    """Times that it came true since and nothing was said."""
    heard: dict[str, float] = {}
    """Of a silence: when each outlet's latest page was received."""
    silent: list[str] = []
    """Of a silence: outlets whose silence was said."""
    clocks: dict[str, float] = {}
    """Of a silence: the latest received_at by partition of enriched."""
