"""Whether a rule that a record matches says something: thresholds, silences, quiet times, so many a day."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from streams.fingerprint import similar_to_any
from streams.records.alerts import (
    Alert,
    AlertArticle,
    AlertEvidence,
    AlertSilence,
    Entry,
    Hit,
    Match,
    QuietHours,
    RuleState,
    Terms,
)

MAX_KNOWN = 1000
"""Articles and trends that a rule remembers as said, so that a later revision says nothing again."""
MAX_ENTRIES = 2000
"""Articles that a threshold remembers."""
MAX_ARTICLES = 10
"""Articles that stand in an alert as its evidence."""
SECONDS_AN_HOUR = 3600


def settle(state: RuleState, match: Match, hit: Hit) -> list[Alert]:
    """Take a hit into a rule's state, in place, and return the alerts that follow from it.

    Parameters
    ----------
    state
        What is remembered of the rule.
    match
        The record that matched.
    hit
        What it matched.
    """
    at = _seconds(match.at)
    alerts = []
    for key, evidence in _causes(state, match, hit, at):
        if _may_speak(state, hit.terms, match.at):
            alerts.append(_alert(state, match, hit.terms, key, evidence))
            state.suppressed = 0
        else:
            state.suppressed += 1
    return alerts


def _causes(state: RuleState, match: Match, hit: Hit, at: float) -> Iterator[tuple[str, AlertEvidence]]:
    """Yield each reason to say something: what tells it from others of the rule, and the evidence."""
    if hit.terms.kind == "silence":
        yield from _silences(state, match, hit, at)
        return
    if hit.trend is not None:
        if _is_new(state, hit.trend.id):
            yield hit.trend.id, AlertEvidence(trend=hit.trend)
        return
    article = hit.article
    if article is None:
        return
    if hit.terms.kind == "article":
        if _is_new(state, article.id):
            yield article.id, AlertEvidence(articles=[article])
        return
    yield from _reached(state, hit, article)


def _reached(state: RuleState, hit: Hit, article: AlertArticle) -> Iterator[tuple[str, AlertEvidence]]:
    """Yield a threshold that an article reaches; it begins anew when its window has passed."""
    threshold = hit.terms.threshold
    if threshold is None or hit.moment is None:
        return
    moment = _seconds(hit.moment)
    state.entries = [entry for entry in state.entries if entry.article.id != article.id]  # an earlier revision
    state.entries.append(Entry(moment=moment, fingerprint=hit.fingerprint, article=article))
    state.entries.sort(key=lambda entry: (entry.moment, entry.article.id))
    latest, span = state.entries[-1].moment, threshold.hours * SECONDS_AN_HOUR
    state.entries = [entry for entry in state.entries if entry.moment > latest - span][-MAX_ENTRIES:]
    if state.reached is not None and latest < state.reached + span:
        return
    count = _count(state.entries, threshold.of)
    if count >= threshold.count:
        state.reached = latest
        shown = [entry.article for entry in state.entries[-MAX_ARTICLES:]]
        yield f"{threshold.count}@{_moment(latest)}", AlertEvidence(count=count, articles=shown)


def _count(entries: list[Entry], of: str) -> int:
    if of == "articles":
        return len(entries)
    if of == "outlets":
        return len({entry.article.source for entry in entries})
    stories: list[str] = []
    for entry in entries:
        if not similar_to_any(entry.fingerprint, stories):
            stories.append(entry.fingerprint)
    return len(stories)


def _silences(state: RuleState, match: Match, hit: Hit, at: float) -> Iterator[tuple[str, AlertEvidence]]:
    """Yield each outlet that has been silent for too long, once until it is heard again."""
    hours = hit.terms.silent_hours or 0
    state.clocks[str(match.origin.partition)] = at
    if hit.heard is not None:
        state.heard[hit.heard] = max(at, state.heard.get(hit.heard, at))
        state.silent = [outlet for outlet in state.silent if outlet != hit.heard]
    newest = max(state.clocks.values())
    # A partition that is behind must not make the outlets on it look silent.
    now = min(clock for clock in state.clocks.values() if clock > newest - hours * SECONDS_AN_HOUR)
    for outlet in hit.terms.outlets:
        last = state.heard.setdefault(outlet, now)
        if outlet not in state.silent and now - last >= hours * SECONDS_AN_HOUR:
            state.silent.append(outlet)
            silence = AlertSilence(outlet=outlet, last=_moment(last), hours=round((now - last) / SECONDS_AN_HOUR, 1))
            yield f"{outlet}@{_moment(last)}", AlertEvidence(silence=silence)
    state.heard = {outlet: state.heard[outlet] for outlet in hit.terms.outlets}


def _is_new(state: RuleState, id_: str) -> bool:
    if id_ in state.known:
        return False
    state.known = [*state.known, id_][-MAX_KNOWN:]
    return True


def _may_speak(state: RuleState, terms: Terms, at: str) -> bool:
    """Whether a rule may say something now; if so, that it does is noted."""
    now = datetime.fromisoformat(at).astimezone(UTC)
    local = now.astimezone(ZoneInfo(terms.quiet_hours.timezone)) if terms.quiet_hours else now
    if terms.quiet_hours is not None and _is_within(local.time(), terms.quiet_hours):
        return False
    seconds = now.timestamp()
    if state.said is not None and seconds < state.said + terms.quiet_minutes * 60:
        return False
    day = local.date().isoformat()
    today = state.today if state.day == day else 0
    if terms.per_day is not None and today >= terms.per_day:
        return False
    state.said, state.day, state.today = seconds, day, today + 1
    return True


def _is_within(moment: time, hours: QuietHours) -> bool:
    begin, end = time.fromisoformat(hours.from_), time.fromisoformat(hours.to)
    return begin <= moment < end if begin <= end else moment >= begin or moment < end


def _alert(state: RuleState, match: Match, terms: Terms, key: str, evidence: AlertEvidence) -> Alert:
    return Alert(
        id=f"{terms.rule}:{key}",
        rule=terms.rule,
        name=terms.name,
        kind=terms.kind,
        severity=terms.severity,
        at=match.at,
        origin=match.page,
        evidence=evidence,
        suppressed=state.suppressed,
        channels=terms.channels,
    )


def _seconds(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp()


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
