"""A small taxonomy, and articles written for these tests."""

from agents.tag_topics.concepts.taxonomy import Concept
from streams.records.articles import Byline, Source
from streams.records.origin import Origin
from streams.records.tagged import Pipeline, TaggedArticle

CONCEPTS = {
    name: Concept(id=name, name_ar=None, name_en=name, broader=broader)
    for name, broader in [("a", None), ("b", "a"), ("c", "b"), ("d", "a"), ("x", None), ("y", "x")]
}

MATCH = (
    "المنتخب يفوز في المباراة النهائية ويحرز كأس البطولة",
    "أحرز المنتخب الوطني لكرة القدم لقب البطولة بعد فوزه في المباراة النهائية بهدفين سجلهما المهاجم في الشوط الثاني.",
)
VOTE = (
    "مفوضية الانتخابات تعلن نتائج الانتخابات البرلمانية",
    "أعلنت المفوضية العليا للانتخابات نتائج الانتخابات البرلمانية، وبلغ الإقبال على الاقتراع ستين في المئة.",
)
OIL = (
    "أسعار النفط ترتفع بعد قرار أوبك خفض الإنتاج",
    "ارتفعت أسعار النفط الخام في التعاملات الآسيوية، وزاد سعر خام برنت دولارين بعد قرار منظمة أوبك.",
)
QUAKE = (
    "زلزال بقوة ست درجات يضرب الساحل",
    "ضرب زلزال بقوة ست درجات على مقياس ريختر الساحل فجر اليوم، وتبحث فرق الإنقاذ عن ناجين تحت الأنقاض.",
)
VACCINE = (
    "حملة تطعيم ضد الحصبة بعد تفشي المرض",
    "أطلقت وزارة الصحة حملة تطعيم، ووفرت اللقاح في المراكز الصحية، ودعت الأهالي إلى تلقيح أطفالهم.",
)


def article(title: str, *paragraphs: str, dateline: str | None = None, agency: str | None = None) -> TaggedArticle:
    """Return the record of an article."""
    return TaggedArticle(
        id=title,
        origin=Origin(topic="pages", partition=0, offset=0),
        received_at="2026-01-01T00:00:00Z",
        source=Source(id="unknown", name="unknown"),
        language="ar",
        title=title,
        paragraphs=list(paragraphs),
        text="\n".join([title, *paragraphs]),
        byline=Byline(dateline=dateline, agency=agency),
        fingerprint="",
        pipeline=Pipeline(version="1", lexicon="1"),
    )
