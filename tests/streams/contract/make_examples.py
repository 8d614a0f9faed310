"""`python -m tests.streams.contract.make_examples` writes the examples under docs/examples anew.

They are what comes of the sample pages today, by the functions of the stages. The sample pages are weeks apart; so that
something is named more than usual, they are taken to have come in one by one for three weeks, and then together.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
import orjson

from agents.alert.match import ArticleToMatch, Matcher
from agents.alert.rules import Rule
from agents.alert.step import match_article, settle_match
from agents.count.tally import add
from agents.group.offline import Grouping
from agents.group.step import sketched
from agents.memory_rows import MemoryRows
from agents.offline import Pipeline
from agents.stage import Incoming
from agents.tag_entities.revisions import Revision, digest, repeat
from agents.tag_topics.mentions import mentions
from agents.trend import partition
from agents.trend.state import Row
from streams.records.alerts import Alert, RuleState, Threshold
from streams.records.articles import Article
from streams.records.codec import Codec, encode
from streams.records.counts import EntityCount
from streams.records.enriched import EnrichedArticle
from streams.records.mentions import MentioningArticle
from streams.records.rejected import Rejected
from streams.records.tagged import TaggedArticle
from streams.records.trends import Trend
from streams.settings import Settings

EXAMPLES = Path(__file__).parents[3] / "docs/examples"
RECEIVED_MS = 1_790_000_000_000
SETTINGS = Settings(entity_partitions=1)
PAST_DAYS = 21
BETWEEN_HOURS = 7
"""From one article of the past to the next."""
TODAY = datetime(2026, 6, 1, 10, tzinfo=UTC)


def examples() -> dict[str, Any]:
    """Return the example of each topic, as JSON values."""
    demo = files("agents.commands.demo")
    lines = [line for name in ("pages.jsonl", "bad-pages.jsonl") for line in (demo / name).read_bytes().splitlines()]
    incoming = [Incoming("rasid.pages", 0, at, RECEIVED_MS, b"key", line) for at, line in enumerate(lines)]
    pipeline = Pipeline(SETTINGS)
    results = pipeline.enrich(incoming)
    enriched = [result for result in results if isinstance(result, EnrichedArticle)]
    article = next(one for one in enriched if one.byline.agency and any(quote.speaker for quote in one.quotes))
    [named] = mentions([(one, None) for one in enriched], 1).values()
    count = most_named(named.articles)
    grouping = Grouping()
    grouping.add(sketched(enriched), RECEIVED_MS)
    again = pipeline.clean(Incoming("rasid.pages", 0, len(lines), RECEIVED_MS, b"key", lines[article.origin.offset]))
    assert isinstance(again, Article)
    records = {
        "articles": as_earlier(article, Article),
        "tagged": as_earlier(article, TaggedArticle),
        "enriched": article,
        "entity-counts": count,
        "rejected": next(result for result in results if isinstance(result, Rejected)),
        "repeats": repeat(again, Revision(digest(article), article.revision, article.origin, article.received_at)),
        "stories": max(grouping.stories.values(), key=lambda story: len(story.articles)),
        "trends": trend_of(count.id, named.articles),
        "alerts": alert_of(enriched, count.id),
    }
    page = {"pages": orjson.loads(lines[article.origin.offset])}
    return page | {topic: orjson.loads(encode(record)) for topic, record in records.items()}


def as_earlier(article: EnrichedArticle, record: type[Article]) -> Article:
    """Return an article as an earlier stage has published it."""
    fields = {field: getattr(article, field) for field in record.__struct_fields__ if field != "schema"}
    return record(**fields)


def most_named(articles: Sequence[MentioningArticle]) -> EntityCount:
    """Return what is counted of the entity that most articles name."""
    counts: dict[str, EntityCount] = {}
    for mentioning in articles:
        for entity in mentioning.entities:
            counts[entity.id] = add(counts.get(entity.id), mentioning, entity, SETTINGS)
    return max(counts.values(), key=lambda count: count.articles)


def trend_of(entity_id: str, articles: Sequence[MentioningArticle]) -> Trend:
    """Return the trend of an entity that articles name together after they have named it one by one."""
    naming = [one for one in articles if any(entity.id == entity_id for entity in one.entities)]
    rows = MemoryRows[Row]()
    made = [trend for one in as_a_stream(naming) for trend in partition.add(rows, 0, one, SETTINGS)]
    return [trend for trend in made if trend.subject.id == entity_id and trend.standing][-1]


def as_a_stream(articles: Sequence[MentioningArticle]) -> Iterator[MentioningArticle]:
    """Yield articles of three weeks, one after the other, and then all of them within an hour."""
    for number in range(PAST_DAYS * 24 // BETWEEN_HOURS):
        moment = TODAY + timedelta(hours=BETWEEN_HOURS * number, days=-PAST_DAYS)
        before = at(articles[number % len(articles)], moment)
        # Another text each time.
        yield msgspec.structs.replace(before, article_id=f"past-{number}", fingerprint=f"past-{number}")
    for number, article in enumerate(articles):
        yield at(article, TODAY + timedelta(minutes=number))


def at(article: MentioningArticle, moment: datetime) -> MentioningArticle:
    """Return an article as it would have been published then, and received five minutes later."""
    published, received = times(moment)
    return msgspec.structs.replace(
        article, published_at=published, published_precision="minute", published_from="field", received_at=received
    )


def times(moment: datetime) -> tuple[str, str]:
    """Return when an article of a moment was published, and when it was received: five minutes later."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}", f"{moment + timedelta(minutes=5):%Y-%m-%dT%H:%M:%SZ}"


def alert_of(articles: Sequence[EnrichedArticle], entity_id: str) -> Alert:
    """Return the alert of a rule that looks for three stories of an entity within six hours."""
    rule = Rule(id="three-stories", entities=[entity_id], threshold=Threshold(count=3, hours=6, of="stories"))
    matcher, states, decoder = Matcher([rule]), MemoryRows[RuleState](), Codec(ArticleToMatch)
    alerts: list[Alert] = []
    for number, article in enumerate(articles):
        published, received = times(TODAY + timedelta(minutes=number))
        fresh = msgspec.structs.replace(article, published_at=published, received_at=received)
        matched = match_article(matcher, placed(number), decoder.decode(encode(fresh)), 1)
        alerts += [alert for match in matched.by_partition.values() for alert in settle_match(states, match)]
    return alerts[0]


def placed(offset: int) -> Incoming:
    """Return where a record stands."""
    return Incoming("rasid.enriched", 0, offset, RECEIVED_MS, None, None)


if __name__ == "__main__":
    for topic, example in examples().items():
        (EXAMPLES / f"{topic}.json").write_bytes(orjson.dumps(example, option=orjson.OPT_INDENT_2) + b"\n")
