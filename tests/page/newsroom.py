"""An invented newsroom: what the output topics hold of two days of its outlets' work."""

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import msgspec

from streams.records.alerts import Alert, AlertArticle, AlertEvidence
from streams.records.articles import Source
from streams.records.codec import encode
from streams.records.counts import CountedEntity, EntityCount
from streams.records.enriched import EnrichedArticle, MediaTopic
from streams.records.entities import Entity, Mention
from streams.records.origin import Origin
from streams.records.rejected import Original, Rejected
from streams.records.stories import Story
from streams.records.tagged import Pipeline, Quote
from streams.records.trends import Subject, Trend, TrendArticle, TrendWindow
from streams.rejection import Reason

OUTLETS = (
    Source(id="الفنار", name="الفنار", country="EG"),
    Source(id="صدى-الخليج", name="صدى الخليج", country="SA"),
    Source(id="مرآة-بيروت", name="مرآة بيروت", country="LB"),
    Source(id="منبر-الرافدين", name="منبر الرافدين", country="IQ"),
)
SILENT = OUTLETS[3]
"""Published every hour until half a day ago."""
TREND_HOURS = 6
PEOPLE = {
    "per:sergey-lavrov": ("سيرغي لافروف", "Sergey Lavrov", "PER", None),
    "per:faisal-bin-farhan": ("فيصل بن فرحان", "Faisal bin Farhan", "PER", None),
    "loc:saudi-arabia": ("السعودية", "Saudi Arabia", "LOC", "SA"),
    "loc:egypt": ("مصر", "Egypt", "LOC", "EG"),
    "loc:russia": ("روسيا", "Russia", "LOC", "RU"),
    "org:united-nations": ("الأمم المتحدة", "United Nations", "ORG", None),
    "org:world-bank": ("البنك الدولي", "World Bank", "ORG", None),
}
"""Arabic name, English name, type and country code, by id."""
TOPICS = {
    "diplomacy": MediaTopic(id="medtop:20000639", name_ar="دبلوماسية", name_en="diplomacy", score=0.9),
    "economy": MediaTopic(id="medtop:04000000", name_ar="اقتصاد", name_en="economy", score=0.8),
}


class Text(NamedTuple):
    """What an article says."""

    title: str
    body: str
    topic: str
    quote: tuple[str, str] | None = None
    """Its speaker's id and what was said."""


TALKS = Text(
    "سيرغي لافروف يزور السعودية",
    "وصل وزير الخارجية في روسيا سيرغي لافروف إلى السعودية اليوم.\nوالتقى سيرغي لافروف نظيره فيصل بن فرحان في الرياض.\n"
    "وقال سيرغي لافروف إن المباحثات كانت مفيدة.",
    "diplomacy",
    ("per:sergey-lavrov", "المباحثات كانت مفيدة"),
)
TALKS_LATER = TALKS._replace(
    title="لافروف في الرياض",
    body=TALKS.body.replace("مفيدة", "مفيدة وصريحة").replace("\nوالتقى", "\nوتستمر الزيارة يومين.\nوالتقى"),
)
LOAN = Text(
    "البنك الدولي يقرض مصر",
    "وافق البنك الدولي على قرض جديد إلى مصر.\nورحبت الأمم المتحدة بالقرض.",
    "economy",
    ("org:world-bank", "قرض جديد إلى مصر"),
)


def _when(now: datetime, hours_ago: float) -> str:
    return (now - timedelta(hours=hours_ago)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def article(
    number: int, text: Text, source: Source, now: datetime, hours_ago: float, **changes: Any
) -> EnrichedArticle:
    """Return an enriched article; its entities are found where their Arabic names stand."""
    whole = f"{text.title}\n{text.body}"
    entities = []
    for id_, (name_ar, name_en, type_, iso) in PEOPLE.items():
        starts = [at for at in range(len(whole)) if whole.startswith(name_ar, at)]
        mentions = [Mention(start=at, end=at + len(name_ar), surface=name_ar) for at in starts]
        if mentions:
            entities.append(
                Entity(
                    id=id_,
                    name_ar=name_ar,
                    name_en=name_en,
                    type=type_,
                    known=True,
                    count=len(mentions),
                    salience=round(min(1.0, 0.2 * len(mentions)), 2),
                    iso=iso,
                    country=iso,
                    mentions=mentions,
                )
            )
    quotes = []
    if text.quote is not None:
        speaker, words = text.quote
        start = whole.index(words)
        quotes = [Quote(text=words, start=start, end=start + len(words), speaker=speaker, verb="قال", direct=True)]
    at = _when(now, hours_ago)
    return msgspec.structs.replace(
        EnrichedArticle(
            id=f"{source.id}-{number}",
            origin=Origin(topic="t.pages", partition=0, offset=number),
            received_at=at,
            url=f"https://{number}.example/news",
            source=source,
            language="ar",
            title=text.title,
            genre="news",
            text=whole,
            published_at=at,
            published_precision="second",
            published_from="field",
            fingerprint="",
            entities=entities,
            quotes=quotes,
            media_topics=[TOPICS[text.topic]],
            pipeline=Pipeline(version="0", lexicon="0"),
        ),
        **changes,
    )


def articles(now: datetime) -> list[EnrichedArticle]:
    """Return two days of articles; the newest is an hour old."""
    told = [
        article(1, TALKS, OUTLETS[0], now, 5),
        article(2, TALKS_LATER, OUTLETS[1], now, 4),
        article(3, TALKS, OUTLETS[2], now, 1),
        article(4, LOAN, OUTLETS[0], now, 30),
        article(5, LOAN, OUTLETS[1], now, 29),
    ]
    hourly = [article(100 + hour, LOAN, SILENT, now, 12 + hour) for hour in range(24)]
    return told + hourly


def stories(found: Sequence[EnrichedArticle]) -> list[Story]:
    """Return the story of the talks, told by three outlets."""
    first = found[0]
    return [
        Story(
            id=f"story:{first.id}",
            origin=first.origin,
            title=first.title,
            articles=[one.id for one in found[:3]],
            sources=[one.source.id for one in found[:3]],
            parent=first.id,
            first_seen=first.published_at,
            last_seen=found[2].published_at,
        )
    ]


def counts(found: Sequence[EnrichedArticle]) -> list[EntityCount]:
    """Return what is counted of each entity."""
    counted: dict[str, EntityCount] = {}
    for one in sorted(found, key=lambda each: each.published_at or ""):
        at = one.published_at or ""
        for entity in one.entities:
            names = CountedEntity(
                id=entity.id, name_ar=entity.name_ar, name_en=entity.name_en, type=entity.type, known=True
            )
            count = counted.setdefault(entity.id, EntityCount(id=entity.id, origin=one.origin, entity=names))
            beside = [other.id for other in one.entities if other.id != entity.id]
            count.articles += 1
            count.stories += 1
            count.mentions += entity.count
            count.first_seen = count.first_seen or at
            count.last_seen = at
            count.sources = dict(Counter(count.sources) + Counter([one.source.id]))
            count.hours = dict(Counter(count.hours) + Counter([at[:13]]))
            count.days = dict(Counter(count.days) + Counter([at[:10]]))
            count.media_topics = dict(Counter(count.media_topics) + Counter(topic.id for topic in one.media_topics))
            count.with_ = dict(Counter(count.with_) + Counter(beside))
    return list(counted.values())


def many_counts(number: int) -> list[EntityCount]:
    """Return counts of so many entities, each named in a few articles less than the one before."""
    origin = Origin(topic="t.pages", partition=0, offset=0)
    return [
        EntityCount(
            id=f"per:ar:{place}",
            origin=origin,
            entity=CountedEntity(id=f"per:ar:{place}", name_ar=f"شخص رقم {place}", type="PER", known=False),
            articles=number + 1_000 - place,
            stories=1,
            mentions=1,
        )
        for place in range(number)
    ]


def trends(found: Sequence[EnrichedArticle]) -> list[Trend]:
    """Return three trends: Lavrov rises, alone and together with Saudi Arabia, and Egypt falls."""
    start = f"{(found[0].published_at or '')[:13]}:00:00Z"
    last = (datetime.fromisoformat(start) + timedelta(hours=TREND_HOURS - 1)).strftime("%Y-%m-%dT%H")
    evidence = [
        TrendArticle(id=one.id, title=one.title, source=one.source.id, published_at=one.published_at or "")
        for one in found[:3]
    ]
    name_ar, name_en, *_ = PEOPLE["per:sergey-lavrov"]
    both = ["loc:saudi-arabia", "per:sergey-lavrov"]
    subjects = (
        Subject(kind="entity", id="per:sergey-lavrov", name_ar=name_ar, name_en=name_en, type="PER"),
        Subject(kind="pair", id="+".join(both), ids=both),
    )
    rising = [
        Trend(
            id=f"{subject.id}@{last}",
            origin=found[0].origin,
            subject=subject,
            window=TrendWindow(start=start, hours=TREND_HOURS),
            observed=3,
            expected=0.2,
            probability=1e-7,
            surprise=7.0,
            direction="rising",
            outlets=[one.source.id for one in found[:3]],
            stories=[found[0].id],
            articles=evidence,
            with_=["per:faisal-bin-farhan"],
            first_seen=found[0].published_at,
        )
        for subject in subjects
    ]
    name_ar, name_en, type_, _ = PEOPLE["loc:egypt"]
    falling = msgspec.structs.replace(
        rising[0],
        id=f"loc:egypt@{last}",
        subject=Subject(kind="entity", id="loc:egypt", name_ar=name_ar, name_en=name_en, type=type_),
        observed=0,
        expected=9.5,
        direction="falling",
        outlets=[],
        stories=[],
        articles=[],
        with_=[],
        first_seen=None,
    )
    return [*rising, falling]


def alerts(found: Sequence[EnrichedArticle]) -> list[Alert]:
    """Return the alert of a rule that looks for Lavrov."""
    article = found[0]
    evidence = AlertArticle(
        id=article.id,
        title=article.title,
        source=article.source.id,
        url=article.url,
        published_at=article.published_at,
        matched=["per:sergey-lavrov"],
    )
    return [
        Alert(
            id=f"lavrov@{article.id}",
            rule="lavrov",
            name="زيارات لافروف",
            kind="article",
            severity="warning",
            at=article.received_at,
            origin=article.origin,
            evidence=AlertEvidence(articles=[evidence]),
            suppressed=2,
        )
    ]


def rejections(now: datetime) -> list[Rejected]:
    """Return three rejections for two reasons."""
    value = b'{"text": "English only"}'
    return [
        Rejected(
            id=f"t.pages-0-{number}",
            origin=Origin(topic="t.pages", partition=0, offset=number),
            stage="clean",
            reason=reason,
            detail=detail,
            original=Original(
                topic="t.pages",
                partition=0,
                offset=number,
                value_base64=base64.b64encode(value).decode(),
                sha256=hashlib.sha256(value).hexdigest(),
                size=len(value),
            ),
            version="0",
            at=_when(now, 2),
        )
        for number, (reason, detail) in enumerate(
            [
                (Reason.NOT_ARABIC, "English (en)"),
                (Reason.NOT_ARABIC, "French (fr)"),
                (Reason.NO_TEXT, "neither text nor html holds anything to read"),
            ],
            start=900,
        )
    ]


def revision(found: Sequence[EnrichedArticle]) -> EnrichedArticle:
    """Return the second revision of an article about the loan."""
    return msgspec.structs.replace(found[3], revision=2)


def values(now: datetime) -> dict[str, list[tuple[bytes, bytes]]]:
    """Return keys and values of everything, by topic."""
    found = articles(now)
    records: dict[str, Sequence[msgspec.Struct]] = {
        "enriched": [*found, revision(found)],
        "entity-counts": counts(found),
        "stories": stories(found),
        "trends": trends(found),
        "alerts": alerts(found),
        "rejected": rejections(now),
    }
    return {topic: [(key_of(record), encode(record)) for record in of] for topic, of in records.items()}


def key_of(record: Any) -> bytes:
    """Return the key with which a record stands on its topic."""
    return str(record.id).encode()
