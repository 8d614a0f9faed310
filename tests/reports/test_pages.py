"""Pages as public bug reports of extractors, feed readers and PDF tools have them: what they become, end to end."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from agents.offline import Pipeline
from agents.stage import Incoming
from streams.records.enriched import EnrichedArticle
from streams.settings import Settings

RECEIVED_MS = 1_743_472_000_000
ROWS = [orjson.loads(line) for line in Path(__file__).with_name("pages.jsonl").read_bytes().splitlines()]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """Return the stages without Kafka."""
    return Pipeline(Settings())


def found(article: EnrichedArticle, expected: dict[str, Any]) -> dict[str, Any]:
    """Return what an article has of what is expected of it."""
    entities = {entity.id for entity in article.entities}
    fields: dict[str, Any] = {
        "title": article.title,
        "author": article.byline.author,
        "published_at": (article.published_at or "")[:10],
        "paragraphs": len(article.paragraphs),
        "headings": len(article.headings),
        "quotes": min(len(article.quotes), expected.get("quotes", 0)),
        "with": [name for name in expected.get("with", []) if name in entities],
        "without": [name for name in expected.get("without", []) if name not in entities],
    }
    return {name: fields[name] for name in expected}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["key"])
def test_a_reported_page_comes_out_right(row: dict[str, Any], pipeline: Pipeline) -> None:
    """Title, author, date, paragraphs and entities are those of the article that a reader sees."""
    incoming = Incoming("rasid.pages", 0, 0, RECEIVED_MS, None, orjson.dumps(row["page"]))
    article = pipeline.enrich([incoming])[0]
    assert isinstance(article, EnrichedArticle)
    assert found(article, row["expected"]) == row["expected"]


def test_no_paragraph_of_a_long_page_is_lost_in_silence(pipeline: Pipeline) -> None:
    """They are all there, or the record says that it was cut."""
    body = "".join(
        f"<p>{number}. أعلنت الوزارة بدء تشغيل محطة جديدة لتحلية المياه في المدينة.</p>" for number in range(6000)
    )
    page = orjson.dumps({"html": f"<article><h1>محطة جديدة لتحلية المياه في المدينة</h1>{body}</article>"})
    article = pipeline.clean(Incoming("rasid.pages", 0, 0, RECEIVED_MS, None, page))
    assert len(getattr(article, "paragraphs", ())) == 6000 or getattr(article, "truncated", False)
