"""Generated pages with known truth, and the ledger that compares what came out with it."""

import asyncio
import itertools
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

import msgspec
import orjson
from aiokafka import AIOKafkaConsumer, TopicPartition

from streams import kafka_client
from streams.records.articles import Article
from streams.records.codec import Codec
from streams.records.counts import EntityCount
from streams.records.enriched import EnrichedArticle
from streams.records.origin import Origin
from streams.records.rejected import Rejected
from streams.records.repeats import Repeat
from streams.settings import Settings

T = TypeVar("T", bound=msgspec.Struct)
Outcome = tuple[str, int, tuple[int, int] | None]
"""The topic, the revision, and the page that it replaces or repeats."""
ENTITIES = {
    "org:united-nations": "الأمم المتحدة",
    "loc:egypt": "مصر",
    "loc:bahrain": "البحرين",
    "loc:tunisia": "تونس",
    "loc:algeria": "الجزائر",
    "loc:kuwait": "الكويت",
    "loc:japan": "اليابان",
    "loc:france": "فرنسا",
    "loc:germany": "ألمانيا",
    "loc:brazil": "البرازيل",
    "loc:canada": "كندا",
    "loc:india": "الهند",
    "loc:yemen": "اليمن",
    "loc:libya": "ليبيا",
    "loc:sudan": "السودان",
    "loc:iraq": "العراق",
    "loc:lebanon": "لبنان",
    "loc:spain": "إسبانيا",
    "loc:italy": "إيطاليا",
    "loc:russia": "روسيا",
    "loc:ukraine": "أوكرانيا",
    "loc:argentina": "الأرجنتين",
    "loc:norway": "النرويج",
    "loc:sweden": "السويد",
}
"""Entities that the lexicon surely knows, and the names by which the pages mention them."""
SENTENCES = (
    "{} {} {} وصل وفد من {name} إلى {} قبل {} صباح اليوم لبحث {} في مجال {}.",
    "{} {} {} أعلنت {name} استعدادها لدعم {} بعد {} خلال الأعوام المقبلة بحسب {} عن {}.",
    "{} {} {} شارك ممثلون عن {name} في أعمال {} الذي ناقش {} وبحضور {} من أجل {}.",
    "{} {} {} ارتفع حجم التبادل مع {name} بنسبة كبيرة مقارنة مع {} كما جاء في {} حول {} ثم {}.",
)
"""The gaps are for words: no two lines are alike nor begin alike, since an outlet's recurring lines are its chrome."""
WORDS = """
الاجتماع التعاون التعليم المشروع البيان المؤتمر المستقبل الطاقة المنطقة التجارة الفترة العام
الزراعة الصناعة الصحة النقل المياه البيئة السياحة الثقافة الرياضة البحث العلوم التدريب التمويل
الاستثمار الإسكان الطرق الموانئ المطارات الجامعات المدارس المستشفيات الشباب المرأة الأطفال
الأسرة العمل الأجور الأسعار الأسواق الإنتاج التصدير الاستيراد الاتصالات التقنية الفضاء الملاحة
الصيد الغابات السدود الكهرباء الوقود المعادن الغذاء القمح التمور المتاحف الآثار
""".split()
BAD = (b"{not json", b'{"id": "no-text-%d"}', b'{"id": "empty-%d", "text": ""}', b"\xff\xfe")


MISREAD = 0.02
"""Share of articles in which tagging may read a planted name otherwise: these texts make no sense, and it learns on."""
AGAIN = 0.2
"""Share of pages that are visits to an article of an earlier page; half of them find it changed."""
FAR = 0.3
"""Share of these that go back to any page; the others to one of the last hundred, which may be in flight yet."""


@dataclass
class Page:
    """A page to push, and what must come of it."""

    value: bytes
    id: str | None
    """None: it must be rejected."""
    entities: Counter[str] = field(default_factory=Counter)
    version: int = 0
    """Which content of the article it shows; pages with the same id and version are the same but for their place."""

    @property
    def text(self) -> str:
        """The text of its article: the title and the lines."""
        raw = orjson.loads(self.value)
        return f"{raw['title']}\n{raw['text']}"


def pages(n: int, seed: int) -> list[Page]:
    """Return n pages, one in fifty of them bad; the same seed gives the same pages."""
    return list(itertools.islice(_endless(seed), n))


def load(n: int, seed: int, over: asyncio.Event) -> Iterator[Page]:
    """Yield n pages, and then more for as long as the faults are not over."""
    for i, page in enumerate(_endless(seed)):
        if i >= n and over.is_set():
            return
        yield page


def _endless(seed: int) -> Iterator[Page]:
    chance = random.Random(seed)
    earlier: list[tuple[int, Page]] = []
    for i in itertools.count():
        if chance.random() < 0.02:
            bad = chance.choice(BAD)
            yield Page(bad % i if b"%d" in bad else bad, None)
            continue
        if earlier and chance.random() < AGAIN:
            number, page = chance.choice(earlier if chance.random() < FAR else earlier[-100:])
            if chance.random() < 0.5:
                yield replace(page)
                continue
            page = _page(chance, seed, number, i)
        else:
            number, page = i, _page(chance, seed, i, i)
        earlier.append((number, page))
        yield page


def _page(chance: random.Random, seed: int, number: int, version: int) -> Page:
    named = Counter(chance.choices(list(ENTITIES), k=chance.randint(1, 8)))
    lines = [
        chance.choice(SENTENCES).format(*chance.sample(WORDS, 7), name=ENTITIES[entity]) for entity in named.elements()
    ]
    chance.shuffle(lines)
    day, hour, minute = chance.randint(10, 28), chance.randint(0, 23), chance.randint(0, 59)
    raw = {
        "id": f"p{seed}-{number}",
        "source": f"صحيفة {chance.randint(1, 9)}",
        "url": f"https://outlet.example/{seed}/{number}",
        "title": "اجتماع لبحث {} و{} و{} في ظل {}".format(*chance.sample(WORDS, 4)),
        "text": "\n".join(lines),
        "published_at": f"2026-01-{day}T{hour:02}:{minute:02}:00Z",
    }
    return Page(orjson.dumps(raw), raw["id"], named, version)


async def read_all(settings: Settings, topic: str, partitions: int) -> list[tuple[bytes | None, bytes | None]]:
    """Return the committed records of a topic, keys and values, partition after partition."""
    consumer = AIOKafkaConsumer(**kafka_client.reading(settings))
    await consumer.start()
    try:
        tps = [TopicPartition(settings.topic(topic), partition) for partition in range(partitions)]
        consumer.assign(tps)
        ends = await consumer.end_offsets(tps)
        await consumer.seek_to_beginning(*tps)
        records: dict[TopicPartition, list[tuple[bytes | None, bytes | None]]] = {tp: [] for tp in tps}
        while any([await consumer.position(tp) < end for tp, end in ends.items()]):
            for tp, fetched in (await consumer.getmany(timeout_ms=200)).items():
                records[tp] += [(record.key, record.value) for record in fetched]
        return [record for tp in tps for record in records[tp]]
    finally:
        await consumer.stop()


At = tuple[int, int]
"""Partition and offset of a page."""


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
    """Read the output topics."""
    visits: dict[str, list[At]] = {}
    for article in await _decoded(settings, "articles", Article):
        visits.setdefault(article.id, []).append(_at(article.origin))
    counts: dict[str, EntityCount] = {}
    for key, value in await read_all(settings, "entity-counts", settings.entity_partitions):
        counts.pop((key or b"").decode(), None)
        if value is not None:
            counts[(key or b"").decode()] = Codec(EntityCount).decode(value)
    return Ledger(
        visits,
        await _decoded(settings, "enriched", EnrichedArticle),
        await _decoded(settings, "repeats", Repeat),
        [_at(rejected.origin) for rejected in await _decoded(settings, "rejected", Rejected)],
        counts,
    )


async def _decoded(settings: Settings, topic: str, record: type[T]) -> list[T]:
    codec = Codec(record)
    return [codec.decode(value) for _, value in await read_all(settings, topic, settings.article_partitions)]


def _at(origin: Origin) -> At:
    return origin.partition, origin.offset


def wrong_counts(found: Ledger) -> dict[str, str]:
    """Compare the counts of every entity with what the latest revisions of the articles hold."""
    truth: dict[str, Truth] = {}
    for article in found.latest().values():
        for entity in article.entities:
            of_entity = truth.setdefault(entity.id, Truth())
            of_entity.articles += 1
            of_entity.mentions += entity.count
            of_entity.sources[article.source.id] += 1
            of_entity.days[(article.published_at or "")[:10]] += 1
            of_entity.media_topics.update(topic.id for topic in article.media_topics)
            of_entity.with_.update(other.id for other in article.entities if other.id != entity.id)
    wrong = {}
    for id_ in sorted(truth.keys() | found.counts.keys()):
        expected, count = truth.get(id_), found.counts.get(id_)
        if expected is None or count is None:
            wrong[id_] = f"{count} instead of {expected}"
            continue
        kept = expected.with_ if not count.with_dropped else count.with_
        got = Truth(
            count.articles,
            count.mentions,
            *map(Counter, (count.sources, count.days, count.media_topics, count.with_)),
        )
        if got != replace(expected, with_=Counter(kept)):
            wrong[id_] = f"{got} instead of {expected}"
    return wrong


def expected_outcomes(found: Ledger, placed: Mapping[At, Page]) -> dict[At, Outcome]:
    """Return what must become of each good page: which revision it is or repeats, and which page that refers to."""
    expected: dict[At, Outcome] = {}
    for visits in found.visits.values():
        version, number, origin = None, 0, None
        for at in visits:
            if placed[at].version == version:
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
    assert of_enriched.keys() & of_repeats.keys() == set()
    return of_enriched | of_repeats


async def check(settings: Settings, placed: dict[At, Page], seed: int) -> dict[str, str]:
    """Check the promise but for the counts, print the ledger, and give the counts that are wrong."""
    found = await ledger(settings)
    wrong = wrong_counts(found)
    good = {at for at, page in placed.items() if page.id is not None}
    revised = sum(article.revision > 1 for article in found.enriched)
    print(
        f"seed {seed}: {len(placed)} pushed, {len(found.enriched)} enriched ({revised} of them revisions), "
        f"{len(found.repeats)} repeats, {len(found.rejected)} rejected, {len(found.counts)} entities counted, "
        f"{len(wrong)} counts wrong"
    )
    got = outcomes(found)
    assert len(got) == len(found.enriched) + len(found.repeats)  # each page once: they are written in transactions
    assert set(got) == good
    assert sorted(found.rejected) == sorted(set(placed) - good)
    expected = expected_outcomes(found, placed)
    assert {at: (outcome, expected[at]) for at, outcome in got.items() if outcome != expected[at]} == {}
    texts = {_at(article.origin): article.text for article in found.enriched}
    assert {at: text for at, text in texts.items() if text != placed[at].text} == {}
    planted = [_planted(article) == placed[_at(article.origin)].entities for article in found.enriched]
    assert planted.count(False) <= MISREAD * len(planted)
    return wrong


def _planted(article: EnrichedArticle) -> Counter[str]:
    return Counter({entity.id: entity.count for entity in article.entities if entity.id in ENTITIES})
