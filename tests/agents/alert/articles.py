"""Articles and rules for the tests of alerts."""

from typing import Any

from agents.alert.match import ArticleToMatch, GivenTopic, Matcher, NamedEntity
from agents.alert.rules import Rule
from agents.alert.step import match_article, settle_match
from agents.stage import Incoming
from streams.records.alerts import Alert, RuleState
from streams.records.articles import Source
from streams.records.origin import Origin

STORIES = ["0000000000000000", "ffffffffffffffff", "00000000ffffffff", "ffff0000ffff0000", "aaaa5555aaaa5555"]


class States(dict[str, RuleState]):
    """States of rules in memory, as a table's rows."""

    def put(self, key: str, state: RuleState | None) -> None:
        """Change a rule's state."""
        if state is not None:
            self[key] = state


def article(number: int = 0, hour: float = 12, *, received: float | None = None, **fields: Any) -> ArticleToMatch:
    """Return an article of an hour of 1 March 2026, received five minutes later unless said otherwise."""
    minutes = round(hour * 60)
    later = minutes + 5 if received is None else round(received * 60)
    values: dict[str, Any] = {
        "schema": "rasid.enriched/1",
        "id": f"a{number}",
        "origin": Origin(topic="pages", partition=0, offset=number),
        "source": Source(id="x.example", name="X", country="EG"),
        "title": f"خبر {number}",
        "text": "نص",
        "fingerprint": STORIES[number % len(STORIES)],
        "published_at": moment(minutes),
        "published_precision": "minute",
        "received_at": moment(later),
        "entities": [NamedEntity(id="loc:egypt")],
        "media_topics": [GivenTopic(id="medtop:20000065", broader=["medtop:04000000"])],
    }
    return ArticleToMatch(**values | fields)


def moment(minutes: int) -> str:
    day, rest = divmod(minutes, 24 * 60)
    return f"2026-03-{1 + day:02}T{rest // 60:02}:{rest % 60:02}:00Z"


def said(rule: Rule, articles: list[ArticleToMatch], *, partitions: list[int] | None = None) -> list[Alert]:
    """Return what a rule says of articles, one after the other."""
    states, matcher, alerts = States(), Matcher([rule]), []
    for offset, each in enumerate(articles):
        at = partitions[offset] if partitions else 0
        incoming = Incoming("enriched", at, offset, 0, None, None)
        for match in match_article(matcher, incoming, each, 4).by_partition.values():
            alerts += settle_match(states, match)
    return alerts
