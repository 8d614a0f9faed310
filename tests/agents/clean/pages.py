"""Builds pages and calls the clean stage, for the tests beside it."""

import os
from pathlib import Path

import pytest

from agents.clean.cleaner import clean
from agents.clean.judge.outlet_profile import Profile
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


def cleaned(text: str, profile: Profile | None = None, **fields: str | None) -> Article:
    """Clean a text dump."""
    return clean(RawPage(text=text, **fields), ORIGIN, RECEIVED, profile, Settings())


def cleaned_html(html: str, **fields: str | None) -> Article:
    """Clean an HTML document."""
    return clean(RawPage(html=html, **fields), ORIGIN, RECEIVED, None, Settings())


def page(*above: str, between: tuple[str, ...] = (), below: tuple[str, ...] = (), title: str = TITLE) -> str:
    """Set the article in chrome: lines above and below it, and lines between its paragraphs."""
    body = [SENTENCES[0], SENTENCES[1], *between, *SENTENCES[2:]]
    return "\n".join([*above, title, *body, *below])


def reasons(article: Article) -> dict[str, str]:
    """Give the reason of each line of chrome."""
    return {line.text: line.reason for line in article.chrome}
