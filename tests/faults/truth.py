"""Generated pages of which it is known what must come out."""

import asyncio
import itertools
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import orjson

At = tuple[int, int]
"""Partition and offset of a page."""
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
AGAIN = 0.2
"""Share of pages that are visits to an article of an earlier page; half of them find it changed."""
FIRST, PER_DAY, BETWEEN = datetime(2025, 1, 1, tzinfo=UTC), 22, timedelta(minutes=65)
"""When the first pages were published, how many in a day, and what lies between; each up to a day earlier or later."""
PEACE, PER_BURST, BURST, BURSTING = 150, 150, 25, "loc:norway"
"""After so many pages, of each so many the first so many are about the same entity, and of one hour: a trend."""
OLD, MAX_YEARS = 0.06, 9
"""Share of articles that are of years before, as in a backfill beside live pages; and how many years at most."""
LAP = 15_000
"""After so many pages dates begin anew: those of a long soak would lie in the future, and be none."""
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
    put_back: bool = False
    """Whether it was refused before: then it is tagged, also where its content is known."""

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
    turn = version % LAP
    published = FIRST + (turn + chance.randint(-PER_DAY, PER_DAY)) * BETWEEN
    if version >= PEACE and version % PER_BURST < BURST:
        named[BURSTING] += 1
        published = FIRST + turn // PER_BURST * PER_BURST * BETWEEN + timedelta(minutes=version % 60)
    elif chance.random() < OLD:
        published -= timedelta(days=chance.randint(2, 365 * MAX_YEARS))
    lines = [
        chance.choice(SENTENCES).format(*chance.sample(WORDS, 7), name=ENTITIES[entity]) for entity in named.elements()
    ]
    chance.shuffle(lines)
    raw = {
        "id": f"p{seed}-{number}",
        "source": f"صحيفة {chance.randint(1, 9)}",
        "url": f"https://outlet.example/{seed}/{number}",
        "title": "اجتماع لبحث {} و{} و{} في ظل {}".format(*chance.sample(WORDS, 4)),
        "text": "\n".join(lines),
        "published_at": published.strftime("%Y-%m-%dT%H:%M:00Z"),
    }
    return Page(orjson.dumps(raw), raw["id"], named, version)
