"""The pure parts of the alert stage: what matches is found, then each rule decides whether it says something.

The first two read `enriched` and `trends`, know the rules as they are now, and send what matches to where the rule's
state is; the third knows nothing but what they say, so that a change of the rules leaves nothing half done.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from agents.alert.ledger import settle
from agents.alert.match import ArticleToMatch, Matcher
from agents.alert.rules_file import LiveRules
from agents.stage import Incoming, Step
from agents.table_stage import Arrival, Rows, TableStep, one_by_one
from streams.outgoing import Out
from streams.partition import partition_of
from streams.records.alerts import Alert, Hit, Hits, Match, RuleState
from streams.records.codec import Codec, encode
from streams.records.trends import Trend
from streams.settings import Settings, SettingsError

NAME = "alert"


class CurrentMatcher(Protocol):
    """Gives the rules as they are now."""

    def __call__(self) -> Matcher:
        """Return what holds them against records."""


class Read(NamedTuple):
    """A record, and where it stands."""

    incoming: Incoming
    record: ArticleToMatch | Trend


class Matched(NamedTuple):
    """What of the rules a record matches, by the partition of the rule's state."""

    by_partition: dict[int, Match]


def live_matcher(settings: Settings) -> CurrentMatcher:
    """Return what gives the rules of `alerts_file`, read again whenever it has changed.

    Raises
    ------
    SettingsError
        When no file is set, or it is wrong.
    """
    if not settings.alerts_file:
        raise SettingsError("alerts_file: the stage alert needs a file of rules; `rasid alerts example` writes one")
    live = LiveRules(Path(settings.alerts_file))
    matcher = Matcher(live.rules.rule)

    def current() -> Matcher:
        nonlocal matcher
        if live.refresh():
            matcher = Matcher(live.rules.rule)
        return matcher

    return current


def match_article(matcher: Matcher, incoming: Incoming, article: ArticleToMatch, partitions: int) -> Matched:
    """Return what of the rules an enriched article matches."""
    hits = [*matcher.article(article), *matcher.heard(article.source.id)]
    return Matched(
        {
            at: Match(origin=incoming.origin, page=article.origin, at=article.received_at, hits=of_partition)
            for at, of_partition in _split(hits, partitions).items()
        }
    )


def match_trend(matcher: Matcher, incoming: Incoming, trend: Trend, partitions: int) -> Matched:
    """Return what of the rules a trend matches."""
    return Matched(
        {
            at: Match(origin=incoming.origin, page=trend.origin, at=incoming.time, hits=of_partition)
            for at, of_partition in _split(matcher.trend(trend), partitions).items()
        }
    )


def _split(hits: Sequence[Hit], partitions: int) -> dict[int, list[Hit]]:
    by_partition: defaultdict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_partition[partition_of(hit.terms.rule, partitions)].append(hit)
    return dict(sorted(by_partition.items()))


def make_article_step(settings: Settings, matcher: CurrentMatcher) -> Step[Read, Matched]:
    """Return the part that holds enriched articles against the rules."""
    decoder = Codec(ArticleToMatch)

    def process(batch: Sequence[Read]) -> list[Matched]:
        current = matcher()
        partitions = settings.entity_partitions
        return [
            match_article(current, read.incoming, read.record, partitions)
            for read in batch
            if isinstance(read.record, ArticleToMatch)
        ]

    return Step(
        name="alert_articles",
        reads="enriched",
        decode=lambda incoming: Read(incoming, decoder.decode(incoming.value)),
        process=process,
        emit=lambda _, __: (),
        emit_batch=_publish_hits,
        origin=lambda read: read.record.origin,
    )


def make_trend_step(settings: Settings, matcher: CurrentMatcher) -> Step[Read, Matched]:
    """Return the part that holds trends against the rules."""
    decoder = Codec(Trend)

    def process(batch: Sequence[Read]) -> list[Matched]:
        current = matcher()
        partitions = settings.entity_partitions
        return [
            match_trend(current, read.incoming, read.record, partitions)
            for read in batch
            if isinstance(read.record, Trend)
        ]

    return Step(
        name="alert_trends",
        reads="trends",
        decode=lambda incoming: Read(incoming, decoder.decode(incoming.value)),
        process=process,
        emit=lambda _, __: (),
        emit_batch=_publish_hits,
        origin=lambda read: read.record.origin,
    )


def _publish_hits(batch: Sequence[Matched]) -> list[Out]:
    by_partition: defaultdict[int, list[Match]] = defaultdict(list)
    told: set[str] = set()
    for matched in reversed(batch):
        for partition, match in matched.by_partition.items():
            # That time goes on is told to a silence once a batch.
            hits = [hit for hit in match.hits if hit.heard or hit.terms.kind != "silence" or hit.terms.rule not in told]
            told.update(hit.terms.rule for hit in hits if hit.terms.kind == "silence")
            if hits:
                by_partition[partition].append(msgspec.structs.replace(match, hits=hits))
    return [Out("hits", encode(Hits(matches=matches[::-1])), None, at) for at, matches in sorted(by_partition.items())]


def make_alert_step() -> TableStep[Hits, Match, RuleState, list[Alert]]:
    """Return the part that keeps each rule's state and publishes alerts."""
    codec = Codec(Hits)

    def tell(rows: Rows[RuleState], arrival: Arrival[Hits, Match]) -> list[Alert]:
        return [alert for match in arrival.new for alert in settle_match(rows, match)]

    return TableStep(
        name=NAME,
        stage=NAME,
        reads="hits",
        table="rules",
        load=msgspec.json.Decoder(RuleState).decode,
        dump=encode,
        decode=lambda incoming: codec.decode(incoming.value),
        # The parts before this one keep nothing: what they send twice is known by the record that it is of.
        parts=lambda hits: hits.matches,
        open=lambda rows, _: one_by_one(lambda arrival: tell(rows, arrival)),
        emit=lambda alerts: [Out("alerts", encode(alert), alert.rule.encode()) for alert in alerts],
    )


def settle_match(rows: Rows[RuleState], match: Match) -> list[Alert]:
    """Take what a record matches into the states of the rules, and return the alerts that follow."""
    alerts: list[Alert] = []
    for hit in match.hits:
        state = rows.get(hit.terms.rule) or RuleState()
        alerts += settle(state, match, hit)
        rows.put(hit.terms.rule, state)
    return alerts
