"""Pages as public bug reports of date parsers, feed readers and crawlers have them: their times and their ids."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from agents.clean.cleaner import clean
from agents.clean.read.raw_page import decode_page
from streams.records.articles import Article
from streams.records.origin import Origin
from streams.settings import Settings

ROWS = [orjson.loads(line) for line in Path(__file__).with_name("times.jsonl").read_bytes().splitlines()]
SENTENCES = (
    "أعلنت هيئة المياه بدء تشغيل محطة جديدة للتحلية في المدينة الساحلية بطاقة تكفي ثلاثمائة ألف نسمة.\n"
    "وقال مدير الهيئة إن المحطة ستعمل على مدار الساعة، وإن السكان لن يدفعوا رسوما إضافية مقابل الخدمة."
)
RECEIVED = "2025-04-01T02:00:00Z"


def article_of(page: dict[str, Any]) -> Article:
    """Clean a page as it comes from Kafka."""
    raw = decode_page(orjson.dumps(page), Settings())
    return clean(raw, Origin(topic="pages", partition=0, offset=0), RECEIVED, None, Settings())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["key"])
def test_a_reported_page_has_the_time_and_the_id_that_it_should(row: dict[str, Any]) -> None:
    """Times begin as given, empty for none; `same_as` is another address of the page."""
    article, expected = article_of(row["page"]), row["expected"]
    same_as = expected.get("same_as")
    times = {name: expected[name] for name in ("published_at", "updated_at", "fetched_at") if name in expected}
    assert {name: (getattr(article, name) or "")[: len(time) or None] for name, time in times.items()} == times
    assert same_as is None or article.id == article_of(row["page"] | {"url": same_as}).id
    assert "chrome" not in expected or expected["chrome"] in {line.reason for line in article.chrome}


@pytest.mark.parametrize("fetched", [0, -1, 1e20, "0", "", None])
def test_an_hour_ago_counts_from_receipt_where_the_fetch_has_no_time(fetched: object) -> None:
    """A number that is no time: «منذ ساعتين» is two hours before the page was received."""
    page = {"title": "محطة جديدة لتحلية المياه", "text": f"محطة جديدة لتحلية المياه\nمنذ ساعتين\n{SENTENCES}"}
    article = article_of(page | {"fetched_at": fetched})
    assert (article.published_at, article.fetched_at) == ("2025-04-01T00:00:00Z", None)
