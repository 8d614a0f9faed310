"""An alert in words, as people read it in a mail or a chat."""

from typing import NamedTuple

from streams.records.alerts import Alert, AlertArticle

MAX_ARTICLES = 5
"""Articles that a message names."""


class Message(NamedTuple):
    """What is sent."""

    title: str
    body: str


def write(alert: Alert) -> Message:
    """Return the message of an alert, in plain text."""
    lines = [*_cause(alert), *(_line(article) for article in alert.evidence.articles[-MAX_ARTICLES:])]
    if alert.suppressed:
        lines.append(f"It came true {alert.suppressed} times before without a word (quiet time, or its number a day).")
    return Message(f"[{alert.severity}] {alert.name or alert.rule}", "\n".join([*lines, alert.at]))


def _cause(alert: Alert) -> list[str]:
    evidence = alert.evidence
    if evidence.silence is not None:
        silence = evidence.silence
        return [f"{silence.outlet} has sent nothing for {silence.hours:g} hours, since {silence.last}."]
    if evidence.trend is not None:
        trend = evidence.trend
        named = f"{trend.name or trend.subject} is {trend.direction}: {trend.observed} stories"
        return [f"{named} where {trend.expected:.1f} were to be expected (surprise {trend.surprise:.1f})."]
    return [f"{evidence.count} were counted; the latest:"] if evidence.count is not None else []


def _line(article: AlertArticle) -> str:
    return f"- {article.title} ({article.source})" + (f" {article.url}" if article.url else "")
