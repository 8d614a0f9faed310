"""A rule of the user: what it looks for, and how often it may say so."""

import re
from datetime import time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from streams.records.alerts import AlertKind, QuietHours, Severity, Terms, Threshold

ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
MEDIA_TOPIC = re.compile(r"medtop:\d{8}")
COUNTRY = re.compile(r"[A-Z]{2}")
MAX_THRESHOLD = 1000
"""Articles that a rule's threshold may wait for."""
MAX_HOURS = 24 * 31
MAX_VALUES = 1000
"""Entities, phrases and the like that one rule may name."""


class TrendCondition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How surprising a trend must be."""

    surprise: float
    """-log10 of how likely it is: 6 stands for one in a million."""
    direction: str = "rising"
    """rising, falling or any."""


class Silence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long an outlet may be silent."""

    hours: int


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What must come true: every condition that is given, and of each any of its values, of `together` all."""

    id: str
    """Small letters, digits, hyphens; the alerts' key."""
    name: str | None = None
    """As people call it."""
    severity: Severity = "info"
    """info, warning or critical."""
    entities: list[str] = []
    """Ids of entities, one of which the article names."""
    together: list[str] = []
    """Ids of entities that the article names together."""
    media_topics: list[str] = []
    """Ids of media topics; one under them counts too."""
    outlets: list[str] = []
    """Ids of outlets."""
    countries: list[str] = []
    """Of the outlet, as ISO 3166 writes them: EG."""
    phrases: list[str] = []
    """Words as they stand in the text, however they are spelt and with whatever particle in front: «قناة السويس»."""
    threshold: Threshold | None = None
    """So many articles in so many hours; without it, and without trend and silent, each article is an alert."""
    trend: TrendCondition | None = None
    """A trend of one of the entities, the media topics or the two entities together; of anything when none is given."""
    silent: Silence | None = None
    """An outlet of `outlets` that sends nothing."""
    max_age_hours: int = 48
    """An article that was published longer than this before it was received raises no alert."""
    quiet_minutes: int = 0
    """How long it says nothing after it has said something."""
    quiet_hours: QuietHours | None = None
    """In which hours of the day it says nothing."""
    per_day: int | None = None
    """How often it may say something on a day (of the quiet hours' time zone, else UTC)."""
    channels: list[str] = []
    """Ids of the channels that it goes to; none: all."""

    @property
    def kind(self) -> AlertKind:
        """Which kind of rule it is."""
        if self.silent is not None:
            return "silence"
        if self.trend is not None:
            return "trend"
        return "article" if self.threshold is None else "threshold"

    @property
    def terms(self) -> Terms:
        """What decides whether something is said."""
        return Terms(
            rule=self.id,
            name=self.name,
            kind=self.kind,
            severity=self.severity,
            threshold=self.threshold,
            silent_hours=None if self.silent is None else self.silent.hours,
            outlets=self.outlets if self.silent is not None else [],
            quiet_minutes=self.quiet_minutes,
            quiet_hours=self.quiet_hours,
            per_day=self.per_day,
            channels=self.channels,
        )


class Channel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where alerts are sent to, as apprise writes it."""

    id: str
    """What rules call it."""
    url: str | None = None
    """mailto://…, slack://…, tgram://…, json://…"""
    url_file: str | None = None
    """The file that holds the url, for one with a password in it."""


class Rules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of rules."""

    rule: list[Rule] = []
    channel: list[Channel] = []


def faults(rule: Rule, channels: frozenset[str]) -> dict[str, str]:
    """Return what is wrong with a rule beyond its types: the field, and what to do."""
    found: dict[str, str] = {}
    if not ID.fullmatch(rule.id):
        found["id"] = f"{rule.id!r} is no id; write up to 64 small letters, digits, - and _"
    if not any(
        [rule.entities, rule.together, rule.media_topics, rule.outlets, rule.countries, rule.phrases, rule.trend]
    ):
        found["id"] = "it asks for nothing; give entities, together, media_topics, outlets, countries, phrases or trend"
    for field in ("entities", "together", "media_topics", "outlets", "countries", "phrases"):
        if len(getattr(rule, field)) > MAX_VALUES:
            found[field] = f"more than {MAX_VALUES} values; split the rule"
    found |= _wrong_values(rule) | _wrong_kinds(rule) | _wrong_limits(rule)
    if unknown := sorted(set(rule.channels) - channels):
        found["channels"] = f"no [[channel]] has the id {unknown[0]!r}"
    return found


def _wrong_values(rule: Rule) -> dict[str, str]:
    found = {}
    if len(rule.together) == 1:
        found["together"] = "one entity cannot stand together; name two or more, or use entities"
    if wrong := [topic for topic in rule.media_topics if not MEDIA_TOPIC.fullmatch(topic)]:
        found["media_topics"] = f"{wrong[0]!r} is no media topic; write it as medtop:11000000"
    if wrong := [country for country in rule.countries if not COUNTRY.fullmatch(country)]:
        found["countries"] = f"{wrong[0]!r} is no country; write it as ISO 3166 does: EG"
    if any(not any(letter.isalnum() for letter in phrase) for phrase in rule.phrases):
        found["phrases"] = "a phrase needs a letter or a digit"
    return found


def _wrong_kinds(rule: Rule) -> dict[str, str]:
    found = {}
    kinds = [name for name in ("threshold", "trend", "silent") if getattr(rule, name) is not None]
    if len(kinds) > 1:
        found[kinds[1]] = f"a rule has one of {' and '.join(kinds)}; make two rules"
    if rule.silent is not None:
        if not rule.outlets:
            found["silent"] = "name the outlets whose silence it is about"
        elif rule.entities or rule.together or rule.media_topics or rule.countries or rule.phrases:
            found["silent"] = "a silence knows outlets only; leave the other conditions out"
        elif not 1 <= rule.silent.hours <= MAX_HOURS:
            found["silent"] = f"hours must be 1 to {MAX_HOURS}"
    if rule.trend is not None:
        if rule.outlets or rule.countries or rule.phrases:
            found["trend"] = "trends know entities, together and media_topics only; leave the other conditions out"
        elif rule.trend.direction not in {"rising", "falling", "any"}:
            found["trend"] = f"{rule.trend.direction!r} is no direction; write rising, falling or any"
        elif len(rule.together) > 2:  # noqa: PLR2004 - a pair
            found["together"] = "trends are of two entities together, not of more"
    return found


def _wrong_limits(rule: Rule) -> dict[str, str]:
    found = {}
    if rule.threshold is not None:
        if not 1 <= rule.threshold.count <= MAX_THRESHOLD:
            found["threshold"] = f"count must be 1 to {MAX_THRESHOLD}"
        elif not 1 <= rule.threshold.hours <= MAX_HOURS:
            found["threshold"] = f"hours must be 1 to {MAX_HOURS}"
    if rule.per_day is not None and rule.per_day < 1:
        found["per_day"] = "must be 1 or more"
    if rule.quiet_minutes < 0:
        found["quiet_minutes"] = "must be 0 or more"
    if rule.max_age_hours < 1:
        found["max_age_hours"] = "must be 1 or more"
    if rule.quiet_hours is not None:
        try:
            time.fromisoformat(rule.quiet_hours.from_)
            time.fromisoformat(rule.quiet_hours.to)
            ZoneInfo(rule.quiet_hours.timezone)
        except (ValueError, OSError, ZoneInfoNotFoundError):
            found["quiet_hours"] = 'write it as {from = "23:00", to = "06:30", timezone = "Asia/Riyadh"}'
    return found
