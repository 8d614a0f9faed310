"""Made-up articles for the tests of grouping: texts of their own, and their near-duplicates."""

import random
from collections.abc import Sequence

import msgspec

from agents.group.sketch import sketch
from streams.fingerprint import fingerprint
from streams.records.articles import Article, Source
from streams.records.bands import BandedArticle
from streams.records.origin import Origin
from streams.records.stories import Card

VOCABULARY = (
    "أعلن أكد بحث استقبل وقع افتتح زار شارك الوزير الرئيس المدير الفريق المجلس الهيئة الشركة الجامعة المدينة الميناء"
    " مشروع اتفاق برنامج مؤتمر معرض مباراة دراسة تقرير خطة حملة في على من إلى خلال بعد قبل مع حول ضمن الجديد الكبير"
    " الدولي المحلي الوطني العربي الماضي المقبل اليوم أمس الطاقة المياه التعليم الصحة النقل الزراعة السياحة الرياضة"
    " الثقافة الاقتصاد التجارة البيئة مليون ألف دولار سنة شهر يوم كيلومتر طالب لاعب عامل مريض سائح القاهرة الرياض"
    " بغداد بيروت عمان الدوحة تونس الرباط الجزائر مسقط الكويت دمشق صنعاء الخرطوم نواكشوط جدة الإسكندرية البصرة"
)
WORDS = VOCABULARY.split()


def text(seed: int, words: int = 120) -> str:
    """Return a text that no other seed gives."""
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(words))


def edited(original: str, seed: int, changes: int = 6) -> str:
    """Return a near-duplicate: some words are others, and the spelling of hamza is too."""
    chance = random.Random(seed)
    words = original.split()
    for _ in range(changes):
        words[chance.randrange(len(words))] = chance.choice(WORDS)
    return " ".join(words).replace("أ", "ا")


def article(number: int, body: str, *, published_at: str | None = "2026-02-01T10:00:00Z", source: str = "a") -> Article:
    """Return an article with a text."""
    return Article(
        id=f"n{number}",
        origin=Origin(topic="pages", partition=number % 2, offset=number // 2),
        received_at="2026-02-01T12:00:00Z",
        source=Source(id=source, name=source),
        language="ar",
        title=f"عنوان {number}",
        text=body,
        published_at=published_at,
        fingerprint=fingerprint(body),
    )


def revised(number: int, revision: int, body: str, **changes: str | None) -> Article:
    """Return a revision of an article, whose page came in as the `revision`th of a run of a hundred."""
    plain = article(number, body, **changes)
    return msgspec.structs.replace(
        plain,
        title=f"{plain.title} {revision}",
        revision=revision,
        origin=Origin(topic="pages", partition=number % 2, offset=100 * number + revision),
        replaces=plain.origin if revision > 1 else None,
    )


def compared(card: Card, body: str) -> BandedArticle:
    """Return an article as others are compared with it, without bands."""
    found = sketch(body)
    if found is None:
        return BandedArticle(card=card, record=card.origin, sketch="", pairs=0, bands=[])
    words = {"names": found.names, "figures": found.figures, "words": found.words}
    return BandedArticle(card=card, record=card.origin, sketch=found.minima, pairs=found.pairs, bands=[], **words)


def copies(stories: int, each: int) -> Sequence[Article]:
    """Return articles, `each` of them near-duplicates of each of so many stories, the stories in turn."""
    return [
        article(
            copy * stories + story,
            edited(text(story), copy * stories + story),
            published_at=f"2026-02-01T{10 + copy:02}:00:00Z",
            source=f"outlet{copy}",
        )
        for copy in range(each)
        for story in range(stories)
    ]
