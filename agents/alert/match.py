"""Which rules an article or a trend matches."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from agents.alert.phrases import Phrases, words_of
from agents.alert.rules import Rule
from streams.records.alerts import AlertArticle, AlertTrend, Hit
from streams.records.articles import Source
from streams.records.codec import Struct
from streams.records.dates import Precision, check_times
from streams.records.origin import Origin
from streams.records.trends import Trend

MAX_URL_BYTES = 2000
"""Of an article's address as an alert shows it; a longer one is left out."""
MAX_TITLE_CHARACTERS = 200
HOURLY = frozenset({"second", "minute", "hour"})


class NamedEntity(Struct, frozen=True, kw_only=True):
    """What rules need of an entity."""

    id: str


class GivenTopic(Struct, frozen=True, kw_only=True):
    """What rules need of a media topic."""

    id: str
    broader: list[str]


class ArticleToMatch(Struct, frozen=True, kw_only=True):
    """What rules need of an enriched article; the rest of the record is passed over unread."""

    schema: Literal["rasid.enriched/1"]
    id: str
    origin: Origin
    url: str | None = None
    source: Source
    title: str
    text: str
    fingerprint: str
    published_at: str | None = None
    published_precision: Precision | None = None
    received_at: str
    entities: list[NamedEntity]
    media_topics: list[GivenTopic]

    def __post_init__(self) -> None:
        """Refuse times that are none."""
        check_times(received_at=self.received_at, published_at=self.published_at)


class Matcher:
    """Some rules, made ready to be held against articles and trends."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._of_articles = [(rule, rule.terms) for rule in rules if rule.kind in {"article", "threshold"}]
        self._of_trends = [(rule, rule.terms) for rule in rules if rule.kind == "trend"]
        self._silences = [(frozenset(rule.outlets), rule.terms) for rule in rules if rule.kind == "silence"]
        self._phrases = Phrases(phrase for rule, _ in self._of_articles for phrase in rule.phrases)

    def article(self, article: ArticleToMatch) -> list[Hit]:
        """Return a hit for each rule that an article matches."""
        entities = {entity.id for entity in article.entities}
        topics = {id_ for topic in article.media_topics for id_ in (topic.id, *topic.broader)}
        phrases = self._phrases.find(words_of(article.text))
        age = _age_hours(article)
        hits = []
        for rule, terms in self._of_articles:
            if age is not None and age > rule.max_age_hours:
                continue
            matched = _matched(rule, article, entities, topics, phrases)
            if matched is not None:
                is_exact = article.published_precision in HOURLY
                hits.append(
                    Hit(
                        terms=terms,
                        article=_shown(article, matched),
                        fingerprint=article.fingerprint,
                        moment=article.published_at if is_exact else None,
                    )
                )
        return hits

    def heard(self, outlet: str) -> list[Hit]:
        """Return a hit for each silence: whom a page came from, for all others that time goes on."""
        return [Hit(terms=terms, heard=outlet if outlet in outlets else None) for outlets, terms in self._silences]

    def trend(self, trend: Trend) -> list[Hit]:
        """Return a hit for each rule that a trend matches."""
        if not trend.standing:
            return []
        shown = AlertTrend(
            id=trend.id,
            subject=trend.subject.id,
            name=trend.subject.name_ar,
            observed=trend.observed,
            expected=trend.expected,
            surprise=trend.surprise,
            direction=trend.direction,
        )
        return [Hit(terms=terms, trend=shown) for rule, terms in self._of_trends if _is_wanted(rule, trend)]


def _matched(
    rule: Rule, article: ArticleToMatch, entities: set[str], topics: set[str], phrases: set[str]
) -> list[str] | None:
    """Return what of a rule stands in an article; None when a condition of it is not met."""
    matched: list[str] = []
    for wanted, there in (
        (rule.entities, entities),
        (rule.media_topics, topics),
        (rule.outlets, {article.source.id}),
        (rule.countries, {article.source.country}),
        (rule.phrases, phrases),
    ):
        found = [value for value in wanted if value in there]
        if wanted and not found:
            return None
        matched += found
    if rule.together:
        if not entities.issuperset(rule.together):
            return None
        matched += rule.together
    return matched


def _is_wanted(rule: Rule, trend: Trend) -> bool:
    condition = rule.trend
    if condition is None or trend.surprise < condition.surprise:
        return False
    if condition.direction not in {"any", trend.direction}:
        return False
    subject = trend.subject
    if not (rule.entities or rule.together or rule.media_topics):
        return True
    return subject.id in {*rule.entities, *rule.media_topics} or (
        bool(rule.together) and sorted(rule.together) == sorted(subject.ids)
    )


def _age_hours(article: ArticleToMatch) -> float | None:
    """Return how long before it was received an article was published; None where that is not known."""
    if article.published_at is None:
        return None
    lag = datetime.fromisoformat(article.received_at) - datetime.fromisoformat(article.published_at)
    return lag.total_seconds() / 3600


def _shown(article: ArticleToMatch, matched: list[str]) -> AlertArticle:
    return AlertArticle(
        id=article.id,
        title=article.title[:MAX_TITLE_CHARACTERS],
        source=article.source.id,
        url=article.url if len((article.url or "").encode()) <= MAX_URL_BYTES else None,
        published_at=article.published_at,
        matched=matched,
    )
