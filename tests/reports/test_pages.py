"""Pages as bug reports of extractors, feed readers, PDF tools and of Rasid have them: what they become, end to end."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from agents.offline import Pipeline
from agents.stage import Incoming
from streams.records.articles import Article
from streams.records.enriched import EnrichedArticle
from streams.settings import Settings

RECEIVED_MS = 1_743_472_000_000
FILES = ("pages.jsonl", "written_pages.jsonl")
"""Reported ones, and those that were written after their kinds."""
ROWS = [orjson.loads(line) for file in FILES for line in Path(__file__).with_name(file).read_bytes().splitlines()]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """Return the stages without Kafka."""
    return Pipeline(Settings())


def before(article: EnrichedArticle, expected: dict[str, Any]) -> bool:
    """Whether an article's time begins as it must not."""
    return (article.published_at or "").startswith(expected.get("not_published", "never"))


def found(article: EnrichedArticle, expected: dict[str, Any]) -> dict[str, Any]:
    """Return what an article has of what is expected of it."""
    entities = {entity.id for entity in article.entities}
    chrome = {line.text for line in article.chrome}
    surfaces = {entity.id: entity.mentions[0] for entity in article.entities}
    named = {mention.surface for entity in article.entities for mention in entity.mentions}
    fields: dict[str, Any] = {
        "title": article.title,
        "author": article.byline.author,
        "authors": article.byline.authors,
        "agency": article.byline.agency,
        "dateline": article.byline.dateline,
        "republished_from": article.republished_from,
        "section": article.section,
        "instant": article.published_at,
        "has": [part for part in expected.get("has", ()) if part in article.text],
        "chrome": [text for text in expected.get("chrome", ()) if text in chrome],
        "reasons": sorted({line.reason for line in article.chrome}),
        "published_at": (article.published_at or "")[:10],
        "paragraphs": len(article.paragraphs),
        "headings": len(article.headings),
        "quotes": min(len(article.quotes), expected.get("quotes", 0)),
        "with": [name for name in expected.get("with", []) if name in entities],
        "surfaces": {
            name: article.text[surfaces[name].start : surfaces[name].end]
            for name in expected.get("surfaces", ())
            if name in surfaces
        },
        "no_text": [text for text in expected.get("no_text", ()) if text not in article.text],
        "unnamed": [text for text in expected.get("unnamed", ()) if text not in named],
        "not_published": expected.get("not_published") if not before(article, expected) else article.published_at,
        "without": [name for name in expected.get("without", []) if name not in entities],
    }
    return {name: fields[name] for name in expected}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["key"])
def test_a_reported_page_comes_out_right(row: dict[str, Any], pipeline: Pipeline) -> None:
    """Title, author, date, paragraphs and entities are those of the article that a reader sees."""
    received = row.get("received_ms", RECEIVED_MS)
    incoming = Incoming("rasid.pages", 0, 0, received, None, orjson.dumps(row["page"]))
    article = pipeline.enrich([incoming])[0]
    assert isinstance(article, EnrichedArticle)
    assert found(article, row["expected"]) == row["expected"]


def test_a_page_of_thousands_of_paragraphs_says_what_is_cut(pipeline: Pipeline) -> None:
    """htacg/tidy-html5#633, dgunning/edgartools#1114: the first are there, each once, and the record says so."""
    sentences = [f"{number}. أعلنت الوزارة بدء تشغيل محطة جديدة لتحلية المياه في المدينة." for number in range(9000)]
    body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    page = orjson.dumps({"html": f"<article><h1>محطة جديدة لتحلية المياه في المدينة</h1>{body}</article>"})
    article = pipeline.clean(Incoming("rasid.pages", 0, 0, RECEIVED_MS, None, page))
    assert isinstance(article, Article)
    *whole, last = article.paragraphs
    assert (whole, article.truncated) == (sentences[: len(whole)], True)
    assert sentences[len(whole)].startswith(last)
