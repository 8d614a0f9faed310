"""Builds pages and calls the clean stage, for the tests beside it."""

import os
from pathlib import Path

import pytest

from agents.clean.cleaner import Cleaner, ExplainedLine, clean
from agents.clean.dates.clock import Clock
from agents.clean.judge import phrase_lexicon
from agents.clean.judge.judge import Judge
from agents.clean.judge.lines import Line, make_lines
from agents.clean.judge.outlet_profile import Profile
from agents.clean.judge.site import Site
from agents.clean.layout.layout import PASSES
from agents.clean.layout.page import Page
from agents.clean.read.line_words import split
from streams.records.articles import Article
from streams.records.origin import Origin
from streams.records.pages import RawPage
from streams.settings import Settings

ORIGIN = Origin(topic="pages", partition=3, offset=17)
RECEIVED = "2026-01-28T12:00:00Z"
SHARED = Path(os.environ.get("RASID_SHARED_DATA", Path(__file__).parents[4] / "shared" / "data"))
GOLD = SHARED / "gold"
needs_gold = pytest.mark.skipif(not GOLD.is_dir(), reason=f"{GOLD} is not on this machine")

SENTENCES = (
    "أعلنت هيئة الموانئ أن أعمال التوسعة في الرصيف الجنوبي ستنتهي قبل نهاية الربع الثاني من العام المقبل.",
    "وقال المتحدث باسم الهيئة إن الرصيف الجديد سيستقبل سفن الحاويات الكبيرة، وإن الشحنات الأولى ستصل في الخريف.",
    "وأضاف أن كلفة التوسعة بلغت مئتي مليون، موزعة على الأرصفة والرافعات وطرق الشاحنات المؤدية إلى الميناء.",
    "ويرى خبراء في النقل البحري أن الميناء سيخفف الضغط عن الموانئ المجاورة في مواسم الذروة.",
)
"""An article of our own, paragraph by paragraph."""
TITLE = "توسعة الميناء الجنوبي تنتهي في الربيع"

OTHER = (
    "شراع الجنوب - الدوحة فاز فريق السد بلقب بطولة الشباب لكرة اليد بعد مباراة أقيمت أمس على صالة النادي.",
    "وسجل لاعبو السد ثلاثين هدفا، فيما اكتفى منافسهم بسبعة وعشرين هدفا في الشوطين والوقت الإضافي.",
)
"""The beginning of another report, with a dateline of its own."""
TICKER = (
    "وزير الزراعة يفتتح معرض التمور في القصيم",
    "انخفاض أسعار الحديد في الأسواق المحلية",
    "انطلاق مهرجان الربيع في حديقة المدينة",
    "القبض على عصابة سرقت ثلاثين سيارة",
    "مدارس البنات تستقبل معلمات الرياضة الجديدات",
    "أمطار متوقعة على المرتفعات الغربية غدا",
)
CELLS = ("الرصيف", "السفن", "الحاويات", "الشمالي", "12", "4,800", "الغربي", "9", "3,150", "الجنوبي", "7", "2,400")
"""A table, cell by cell, with a head."""


def cleaned(text: str, profile: Profile | None = None, **fields: str | None) -> Article:
    """Clean a text dump."""
    return clean(RawPage(text=text, **fields), ORIGIN, RECEIVED, profile, Settings())


def cleaned_html(html: str, **fields: str | None) -> Article:
    """Clean an HTML document."""
    return clean(RawPage(html=html, **fields), ORIGIN, RECEIVED, None, Settings())


def explained(text: str, **fields: str | None) -> dict[str, ExplainedLine]:
    """Return what each line of a text dump was taken for, by the line."""
    lines = Cleaner(Settings()).explain(RawPage(text=text, **fields), ORIGIN, RECEIVED, None).lines
    return {line.text: line for line in lines}


def cut_lines(text: str) -> list[Line]:
    """Cut a text into its lines, which are not empty."""
    return make_lines(list(filter(None, map(str.strip, text.split("\n")))))


def judged(text: str, *, hint: str = "", outlet: str = "", profile: Profile | None = None) -> Line:
    """Judge one line of a site."""
    line = make_lines([text], [hint])[0]
    site = Site(phrase_lexicon.load(), frozenset(split(outlet)), profile, Clock.at(RECEIVED, "UTC"))
    Judge().judge([line], site)
    return line


def laid_out(text: str, upto: str, told_title: str = "") -> Page:
    """Judge a page, and run the passes over it up to one of them, which runs as the last."""
    lines = cut_lines(text)
    Judge().judge(lines, Site(phrase_lexicon.load(), frozenset(), None, Clock.at(RECEIVED, "UTC")))
    names = [step.name for step in PASSES]
    found = Page(lines, told_title, frozenset(), frozenset())
    for step in PASSES[: names.index(upto) + 1]:
        found.by = step.name
        step.run(found)
    return found


def page(*above: str, between: tuple[str, ...] = (), below: tuple[str, ...] = (), title: str = TITLE) -> str:
    """Set the article in chrome: lines above and below it, and lines between its paragraphs."""
    body = [SENTENCES[0], SENTENCES[1], *between, *SENTENCES[2:]]
    return "\n".join([*above, title, *body, *below])


def reasons(article: Article) -> dict[str, str]:
    """Return the reason of each line of chrome."""
    return {line.text: line.reason for line in article.chrome}
