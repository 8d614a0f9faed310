"""Generated pages with known truth, and the ledger that compares what came out with it."""

import asyncio
import itertools
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import orjson
from aiokafka import AIOKafkaConsumer, TopicPartition

from streams import kafka_client
from streams.records.codec import Codec
from streams.records.counts import EntityCount
from streams.records.enriched import EnrichedArticle
from streams.records.rejected import Rejected
from streams.settings import Settings

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


@dataclass
class Page:
    """A page to push, and what must come of it."""

    value: bytes
    id: str | None
    """None: it must be rejected."""
    entities: Counter[str] = field(default_factory=Counter)


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
    for i in itertools.count():
        if chance.random() < 0.02:
            bad = chance.choice(BAD)
            yield Page(bad % i if b"%d" in bad else bad, None)
            continue
        named = Counter(chance.choices(list(ENTITIES), k=chance.randint(1, 8)))
        lines = [
            chance.choice(SENTENCES).format(*chance.sample(WORDS, 7), name=ENTITIES[entity])
            for entity in named.elements()
        ]
        chance.shuffle(lines)
        day, hour, minute = chance.randint(10, 28), chance.randint(0, 23), chance.randint(0, 59)
        raw = {
            "id": f"p{seed}-{i}",
            "source": f"صحيفة {chance.randint(1, 9)}",
            "url": f"https://outlet.example/{seed}/{i}",
            "title": "اجتماع لبحث {} و{} و{} في ظل {}".format(*chance.sample(WORDS, 4)),
            "text": "\n".join(lines),
            "published_at": f"2026-01-{day}T{hour:02}:{minute:02}:00Z",
        }
        yield Page(orjson.dumps(raw), raw["id"], named)


@dataclass
class Ledger:
    """What stands on the output topics."""

    enriched: dict[str, set[bytes]]
    """By id, the different values with it."""
    rejected: set[tuple[int, int]]
    """Coordinates of the pages."""
    enriched_origins: set[tuple[int, int]]
    entities: dict[tuple[int, int], Counter[str]]
    """Of each enriched page, by its coordinates, how often it names each of the planted entities."""
    counts: dict[str, EntityCount]


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


async def ledger(settings: Settings) -> Ledger:
    """Read the output topics."""
    enriched: dict[str, set[bytes]] = {}
    entities: dict[tuple[int, int], Counter[str]] = {}
    codec = Codec(EnrichedArticle)
    for _, value in await read_all(settings, "enriched", settings.article_partitions):
        record = codec.decode(value)
        enriched.setdefault(record.id, set()).add(value or b"")
        entities[record.origin.partition, record.origin.offset] = Counter(
            {entity.id: entity.count for entity in record.entities if entity.id in ENTITIES}
        )
    rejected = set()
    for _, value in await read_all(settings, "rejected", settings.article_partitions):
        origin = Codec(Rejected).decode(value).origin
        rejected.add((origin.partition, origin.offset))
    counts = {}
    for key, value in await read_all(settings, "entity-counts", settings.entity_partitions):
        counts[(key or b"").decode()] = Codec(EntityCount).decode(value)
    return Ledger(enriched, rejected, set(entities), entities, counts)


def wrong_counts(found: Mapping[str, EntityCount], pushed: Iterable[Page]) -> dict[str, str]:
    """Compare the counts of the planted entities with the truth: articles, mentions, and the sums of the windows."""
    articles: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for page in pushed:
        articles.update(page.entities.keys())
        mentions.update(page.entities)
    wrong = {}
    for entity in ENTITIES:
        count = found.get(entity)
        got = (
            (0, 0, 0, 0)
            if count is None
            else (count.articles, count.mentions, sum(count.days.values()), sum(count.sources.values()))
        )
        expected = (articles[entity], mentions[entity], articles[entity], articles[entity])
        if got != expected:
            wrong[entity] = f"{got} instead of {expected}"
    return wrong


async def check(settings: Settings, placed: dict[tuple[int, int], Page], seed: int) -> dict[str, str]:
    """Check the promise but for the counts, print the ledger, and give the counts that are wrong."""
    found = await ledger(settings)
    wrong = wrong_counts(found.counts, placed.values())
    good = {at for at, page in placed.items() if page.id is not None}
    print(
        f"seed {seed}: {len(placed)} pushed, {len(found.enriched)} enriched, {len(found.rejected)} rejected, "
        f"{len(found.counts)} entities counted, {len(wrong)} counts wrong"
    )
    assert found.enriched_origins == good
    assert found.rejected == set(placed) - good
    assert {at: named for at, named in found.entities.items() if named != placed[at].entities} == {}
    assert {id_ for id_, values in found.enriched.items() if len(values) > 1} == set()
    return wrong
