"""The ledger: what stands on the output topics, compared with what was pushed."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeVar

import msgspec
from aiokafka import AIOKafkaConsumer
from aiokafka.admin import AIOKafkaAdminClient

from streams import kafka_client
from streams.lag import coordinator, group
from streams.records.articles import Article
from streams.records.codec import Codec
from streams.records.counts import EntityCount
from streams.records.enriched import EnrichedArticle
from streams.records.origin import Origin
from streams.records.rejected import Rejected
from streams.records.repeats import Repeat
from streams.settings import Settings
from tests.faults.one_go import unlike_one_go
from tests.faults.topic_records import Place, place, read_all, read_records, refused_places
from tests.faults.truth import ENTITIES, At, Page

T = TypeVar("T", bound=msgspec.Struct)
Outcome = tuple[str, int, tuple[int, int] | None]
"""The topic, the revision, and the page that it replaces or repeats."""
MISREAD = 0.02
"""Share of articles in which tagging may read a planted name otherwise: these texts make no sense, and it learns on."""


@dataclass
class Ledger:
    """What stands on the output topics."""

    visits: dict[str, list[At]]
    """The pages of each article, in the order in which they came to be tagged."""
    enriched: list[EnrichedArticle]
    repeats: list[Repeat]
    rejected: list[At]
    counts: dict[str, EntityCount]

    def latest(self) -> dict[str, EnrichedArticle]:
        """Return the latest revision of each article."""
        return {article.id: article for article in self.enriched}


@dataclass
class Truth:
    """What must be counted of an entity."""

    articles: int = 0
    mentions: int = 0
    sources: Counter[str] = field(default_factory=Counter)
    days: Counter[str] = field(default_factory=Counter)
    media_topics: Counter[str] = field(default_factory=Counter)
    with_: Counter[str] = field(default_factory=Counter)


async def ledger(settings: Settings) -> Ledger:
    """Read the output topics; what stages rejected of each other's is none of their output."""
    rejected = await _decoded(settings, "rejected", Rejected, set())
    refused = await refused_places(settings)
    visits: dict[str, list[At]] = {}
    for article in await _decoded(settings, "articles", Article, refused):
        visits.setdefault(article.id, []).append(_at(article.origin))
    counts: dict[str, EntityCount] = {}
    for key, value in await read_all(settings, "entity-counts", settings.entity_partitions):
        counts.pop((key or b"").decode(), None)
        if value is not None:
            counts[(key or b"").decode()] = Codec(EntityCount).decode(value)
    return Ledger(
        visits,
        await _decoded(settings, "enriched", EnrichedArticle, refused),
        await _decoded(settings, "repeats", Repeat, refused),
        [_at(one.origin) for one in rejected if one.origin.topic == settings.topic("pages")],
        counts,
    )


async def _decoded(settings: Settings, topic: str, record: type[T], but: set[Place]) -> list[T]:
    codec = Codec(record)
    found = await read_records(settings, topic, settings.article_partitions)
    return [codec.decode(one.value) for records in found.values() for one in records if place(one) not in but]


def _at(origin: Origin) -> At:
    return origin.partition, origin.offset


def wrong_counts(found: Ledger) -> dict[str, str]:
    """Compare the counts of every entity with what the latest revisions of the articles hold."""
    truth: dict[str, Truth] = {}
    latest, ever = _latest_dates(found.latest().values()), _latest_dates(found.enriched)
    for article in found.latest().values():
        for entity in article.entities:
            of_entity = truth.setdefault(entity.id, Truth())
            of_entity.articles += 1
            of_entity.mentions += entity.count
            of_entity.sources[article.source.id] += 1
            if article.published_at:  # a date to come is none
                of_entity.days[article.published_at[:10]] += 1
            of_entity.media_topics.update(topic.id for topic in article.media_topics)
            of_entity.with_.update(other.id for other in article.entities if other.id != entity.id)
    wrong = {}
    for id_ in sorted(truth.keys() | found.counts.keys()):
        expected, count = truth.get(id_), found.counts.get(id_)
        if expected is None or count is None:
            wrong[id_] = f"{count} instead of {expected}"
            continue
        kept = expected.with_ if not count.with_dropped else count.with_
        horizon = count.horizon or ""
        if not latest[id_] <= horizon <= ever[id_]:
            wrong[id_] = f"its windows end at {horizon}, its articles at {latest[id_]}, those ever at {ever[id_]}"
            continue
        days = {day: number for day, number in expected.days.items() if horizon and day >= _first_day(horizon)}
        got = Truth(
            count.articles,
            count.mentions,
            *map(Counter, (count.sources, count.days, count.media_topics, count.with_)),
        )
        if got != replace(expected, with_=Counter(kept), days=Counter(days)):
            wrong[id_] = f"{got} instead of {expected}"
    return wrong


def _latest_dates(articles: Iterable[EnrichedArticle]) -> dict[str, str]:
    """Return when the latest of some articles that name an entity was published, for each entity."""
    latest: dict[str, str] = {}
    for article in articles:
        for entity in article.entities:
            latest[entity.id] = max(latest.get(entity.id, ""), article.published_at or "")
    return latest


def _first_day(horizon: str) -> str:
    """Return the first day that a count holds whose latest article ever is of a time."""
    return (datetime.fromisoformat(horizon) - timedelta(days=Settings().days_kept - 1)).strftime("%Y-%m-%d")


def expected_outcomes(found: Ledger, placed: Mapping[At, Page]) -> dict[At, Outcome]:
    """Return what must become of each good page: which revision it is or repeats, and which page that refers to."""
    expected: dict[At, Outcome] = {}
    for visits in found.visits.values():
        version, number, origin = None, 0, None
        for at in visits:
            if placed[at].version == version and not placed[at].put_back:
                expected[at] = ("repeats", number, origin)
            else:
                number += 1
                expected[at] = ("enriched", number, origin)
                version, origin = placed[at].version, at
    return expected


def outcomes(found: Ledger) -> dict[At, Outcome]:
    """Return what became of each page that was not rejected."""
    of_enriched: dict[At, Outcome] = {
        _at(article.origin): ("enriched", article.revision, article.replaces and _at(article.replaces))
        for article in found.enriched
    }
    of_repeats: dict[At, Outcome] = {
        _at(repeat.origin): ("repeats", repeat.revision, _at(repeat.first_origin)) for repeat in found.repeats
    }
    return of_enriched | of_repeats


class Verdict(msgspec.Struct):
    """What a ledger shows."""

    wrong: dict[str, str]
    """What is not as it must be; empty: all of it is."""
    pushed: int = 0
    enriched: int = 0
    revisions: int = 0
    """How many of the enriched articles are not an article's first."""
    repeats: int = 0
    rejected: int = 0
    entities: int = 0
    """How many are counted."""
    trends: int = 0


async def check(settings: Settings, placed: dict[At, Page]) -> dict[str, str]:
    """Print the ledger, and give what is not as promised."""
    verdict = await judge(settings, placed)
    print(verdict)
    return verdict.wrong


async def judge(settings: Settings, placed: dict[At, Page], varying: Collection[str] = ()) -> Verdict:
    """Compare all that came out with what was pushed.

    Parameters
    ----------
    settings
        Those of the workers, with what was changed.
    placed
        The pages, by where they stand.
    varying
        Stages whose workers were set differently from each other.
    """
    found = await ledger(settings)
    wrong = {f"counts of {id_}": text for id_, text in wrong_counts(found).items()}
    wrong |= wrong_outcomes(found, placed)
    wrong |= await wrong_mentions(settings)
    wrong |= await unlike_one_go(settings, varying)
    wrong |= await committed_too_far(settings)
    return Verdict(
        pushed=len(placed),
        enriched=len(found.enriched),
        revisions=sum(article.revision > 1 for article in found.enriched),
        repeats=len(found.repeats),
        rejected=len(found.rejected),
        entities=len(found.counts),
        trends=len(await read_all(settings, "trends", settings.entity_partitions)),
        wrong=wrong,
    )


def wrong_outcomes(found: Ledger, placed: Mapping[At, Page]) -> dict[str, str]:
    """Return the pages that are not in exactly one place, or not as what they must be, or with another text."""
    places: Counter[At] = Counter(found.rejected)
    places.update(_at(article.origin) for article in found.enriched)
    places.update(_at(repeat.origin) for repeat in found.repeats)
    wrong = {f"page {at}": f"in {places[at]} places" for at in placed if places[at] != 1}
    wrong |= {f"page {at}": "never pushed" for at in places.keys() - placed.keys()}
    if wrong:
        return wrong
    got, rejected = outcomes(found), set(found.rejected)
    expected = expected_outcomes(found, placed)
    texts = {_at(article.origin): article.text for article in found.enriched}
    for at, page in placed.items():
        if (page.id is None) != (at in rejected):
            wrong[f"page {at}"] = "rejected, and is good" if page.id else "not rejected, and is bad"
        elif page.id is not None and got[at] != expected[at]:
            wrong[f"page {at}"] = f"{got[at]} instead of {expected[at]}"
        elif texts.get(at, page.text if page.id else "") != (page.text if page.id else ""):
            wrong[f"text of page {at}"] = f"{texts[at]!r} instead of {page.text!r}"
    planted = [_planted(article) == placed[_at(article.origin)].entities for article in found.enriched]
    if planted.count(False) > MISREAD * len(planted):
        wrong["planted names"] = f"misread in {planted.count(False)} of {len(planted)} articles"
    return wrong


async def wrong_mentions(settings: Settings) -> dict[str, str]:
    """Return the partitions in which `trend-mentions` does not hold what `mentions` holds."""
    counted = await read_records(settings, "mentions", settings.entity_partitions)
    trended = await read_records(settings, "trend-mentions", settings.entity_partitions)
    return {
        f"trend-mentions[{number}]": f"{len(trended[number])} records, not those of mentions: {len(records)}"
        for number, records in counted.items()
        if sorted(record.value for record in records) != sorted(record.value for record in trended[number])
    }


async def committed_too_far(settings: Settings) -> dict[str, str]:
    """Return the partitions of which more is committed than there is."""
    admin = AIOKafkaAdminClient(**kafka_client.connection(settings))
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings) | {"isolation_level": "read_uncommitted"})
    await admin.start()
    await consumer.start()
    try:
        committed = await admin.list_consumer_group_offsets(group(settings), await coordinator(admin, settings))
        ends = await consumer.end_offsets(list(committed))
    finally:
        await admin.close()
        await consumer.stop()
    return {
        f"committed {tp.topic}[{tp.partition}]": f"{known.offset} of {ends[tp]}"
        for tp, known in committed.items()
        if known.offset > ends[tp]
    }


def _planted(article: EnrichedArticle) -> Counter[str]:
    return Counter({entity.id: entity.count for entity in article.entities if entity.id in ENTITIES})
