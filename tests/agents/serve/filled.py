"""Records of the output topics as tests need them, a read model that holds them, and its API without a socket."""

import asyncio
from collections.abc import Mapping
from itertools import count
from typing import Any

import httpx
import msgspec
import orjson

from agents.serve.live.hub import Hub
from agents.serve.live.told import take
from agents.serve.model.read_model import ReadModel
from agents.serve.model.records import Event, Incoming, Told
from agents.serve.store.database import Database
from agents.serve.times import seconds_of
from agents.serve.web.app import create_app
from agents.serve.web.context import Context
from agents.serve.web.gate import Rules
from streams.records.articles import Byline, Source
from streams.records.codec import encode
from streams.records.counts import CountedEntity, EntityCount
from streams.records.enriched import EnrichedArticle, MediaTopic
from streams.records.entities import Entity, Mention
from streams.records.origin import Origin
from streams.records.rejected import Original, Rejected
from streams.records.stories import Story
from streams.records.tagged import Pipeline, Quote
from streams.rejection import Reason

NOW = "2026-03-01T12:00:00Z"
QUOTED = "قال السيسي «مصر بخير». وأضاف وزير «السيسي عائد»."
ORIGIN = Origin(topic="rasid.pages", partition=0, offset=0)
EGYPT = Entity(
    id="loc:egypt",
    name_ar="مصر",
    name_en="Egypt",
    type="LOC",
    known=True,
    count=1,
    salience=0.5,
    iso="EG",
    country="EG",
)
SISI = Entity(
    id="per:abdel-fattah-el-sisi",
    name_ar="عبد الفتاح السيسي",
    name_en="Abdel Fattah el-Sisi",
    type="PER",
    known=True,
    count=2,
    salience=0.9,
)
ECONOMY = MediaTopic(id="medtop:20000170", name_ar="اقتصاد", name_en="business", score=0.9, broader=["medtop:04000000"])


def article(id_: str, /, **changes: Any) -> EnrichedArticle:
    """Return an enriched article, with whatever else is asked for."""
    title = changes.pop("title", f"عنوان {id_}")
    fields: dict[str, Any] = {
        "origin": ORIGIN,
        "received_at": NOW,
        "url": f"https://news.example/{id_}",
        "source": Source(id="al-fanar", name="الفنار", country="EG"),
        "language": "ar",
        "title": title,
        "text": f"{title}\nقال الرئيس إن مصر ماضية في الإصلاح.",
        "byline": Byline(),
        "published_at": "2026-03-01T10:30:00Z",
        "published_precision": "minute",
        "published_from": "field",
        "fingerprint": "",
        "entities": [EGYPT, SISI],
        "media_topics": [ECONOMY],
        "pipeline": Pipeline(version="1", lexicon="1"),
    }
    return EnrichedArticle(id=id_, **(fields | changes))


def named(entity: Entity, text: str, surface: str) -> Entity:
    """Return an entity with the places at which a text names it."""
    places = [n for n in range(len(text)) if text.startswith(surface, n)]
    mentions = [Mention(start=n, end=n + len(surface), surface=surface) for n in places]
    return msgspec.structs.replace(entity, mentions=mentions, count=len(mentions))


def quote(text: str, said: str, speaker: str | None) -> Quote:
    """Return a quote that stands in a text."""
    start = text.index(said)
    return Quote(text=said, start=start, end=start + len(said), speaker=speaker, verb="قال", direct=True)


def counted(entity: Entity, articles: int, **changes: Any) -> EntityCount:
    """Return what is counted of an entity."""
    about = CountedEntity(
        id=entity.id, name_ar=entity.name_ar, name_en=entity.name_en, type=entity.type, known=entity.known
    )
    return EntityCount(id=entity.id, origin=ORIGIN, entity=about, articles=articles, **changes)


def story(id_: str, *articles: str, **changes: Any) -> Story:
    """Return a story of articles."""
    fields: dict[str, Any] = {
        "origin": ORIGIN,
        "title": "عنوان",
        "articles": list(articles),
        "sources": ["al-fanar"],
        "parent": articles[0],
        "first_seen": "2026-03-01T10:00:00Z",
        "last_seen": "2026-03-01T10:30:00Z",
    }
    return Story(id=id_, **(fields | changes))


def rejected(id_: str, stage: str = "clean", reason: Reason = Reason.NOT_JSON) -> Rejected:
    """Return a rejection."""
    original = Original(topic="rasid.pages", partition=0, offset=7, value_base64="e30=", sha256="0" * 64, size=2)
    return Rejected(
        id=id_, origin=ORIGIN, stage=stage, reason=reason, detail="no JSON", original=original, version="0.1.0", at=NOW
    )


def trend(subject: str, start: str, surprise: float, **changes: Any) -> dict[str, Any]:
    """Return a trend as it stands on its topic."""
    return {
        "schema": "rasid.trend/1",
        "id": f"{subject}|{start}",
        "subject": {"kind": "entity", "id": subject, "name_ar": "مصر", "name_en": "Egypt", "type": "LOC", "ids": []},
        "window": {"start": start, "hours": 1},
        "origin": msgspec.to_builtins(ORIGIN),
        "observed": 12,
        "expected": 2.5,
        "probability": 10**-surprise,
        "surprise": surprise,
        "direction": "rising",
        "standing": True,
        "outlets": ["al-fanar"],
        "stories": [],
        "articles": [],
        "with": [],
        "first_seen": start,
    } | changes


def alert(id_: str, rule: str, at: str = NOW) -> dict[str, Any]:
    """Return an alert as it stands on its topic."""
    return {
        "schema": "rasid.alert/1",
        "id": id_,
        "rule": rule,
        "name": rule,
        "kind": "article",
        "at": at,
        "origin": msgspec.to_builtins(ORIGIN),
        "evidence": {},
    }


TOPICS = {"EnrichedArticle": "enriched", "EntityCount": "entity-counts", "Story": "stories", "Rejected": "rejected"}
SCHEMAS = {"rasid.trend/1": "trends", "rasid.alert/1": "alerts", "rasid.repeat/1": "repeats"}


class Filled:
    """A read model in memory, filled with records, and the API over it."""

    def __init__(self, *records: Any, database: Database | None = None, days: int = 30) -> None:
        self.database = database or Database(None)
        self.model = ReadModel(self.database, days)
        self.hub = Hub(self.model.positions())
        self.context = Context(store=self.database, hub=self.hub, now=lambda: seconds_of(NOW))
        self._offsets = count()
        self.add(*records)

    def add(self, *records: Any) -> list[Event]:
        """Apply records as one transaction, and tell the hub."""
        incoming = [self.incoming(record) for record in records]
        positions = {(record.topic, record.partition): record.offset + 1 for record in incoming}
        events = self.model.apply(incoming, positions)
        told = Told([(*place, at) for place, at in positions.items()], events)
        take(told, self.hub, self.context.status)
        return events

    def incoming(self, record: Any) -> Incoming:
        """Return a record as it comes from its topic; a record is a struct, a dict, or ready."""
        if isinstance(record, Incoming):
            return record
        value = orjson.dumps(record) if isinstance(record, dict) else encode(record)
        topic = SCHEMAS[record["schema"]] if isinstance(record, dict) else TOPICS[type(record).__name__]
        key = record["id"] if isinstance(record, dict) else record.id
        return Incoming(topic, 0, next(self._offsets), seconds_of(NOW) * 1000, key.encode(), value)

    def get(
        self, *paths: str, rules: Rules | None = None, headers: Mapping[str, str] | None = None, raises: bool = True
    ) -> Any:
        """Return the answer to a path, or to each of several, in turn; failures within are raised or answered."""

        async def ask() -> list[httpx.Response]:
            transport = httpx.ASGITransport(create_app(self.context, rules), raise_app_exceptions=raises)
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
                return [await client.get(path, headers=headers) for path in paths]

        answers = asyncio.run(ask())
        return answers[0] if len(paths) == 1 else answers

    def items(self, path: str) -> list[Any]:
        """Return the items of a list."""
        answer = self.get(f"/api/v1/{path}")
        assert answer.status_code == 200, answer.text
        return list(answer.json()["items"])

    def ids(self, path: str) -> list[str]:
        """Return the ids of a list's items."""
        return [item["id"] for item in self.items(path)]

    def tables(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return all rows of the tables that articles change."""
        names = ("named", "about", "quoted", "name_lists", "entity_hours", "entity_days", "series")
        with self.database.reading() as db:
            return {name: sorted(db.execute(f"SELECT * FROM {name}").fetchall()) for name in names}  # noqa: S608 - ours
