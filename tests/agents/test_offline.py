"""The pure functions in a row."""

from importlib.resources import files

import pytest

from agents.offline import Pipeline
from agents.stage import Incoming
from streams.records.codec import encode
from streams.records.enriched import EnrichedArticle
from streams.records.rejected import Rejected
from streams.settings import Settings


def records() -> list[Incoming]:
    lines = (files("agents.commands.demo") / "pages.jsonl").read_bytes().splitlines()
    lines += (files("agents.commands.demo") / "bad-pages.jsonl").read_bytes().splitlines()
    return [Incoming("rasid.pages", 0, n, 1_770_000_000_000, None, line) for n, line in enumerate(lines)]


@pytest.fixture(scope="module")
def results() -> list[EnrichedArticle | Rejected]:
    """Give what becomes of the sample pages, in one batch."""
    return Pipeline(Settings()).enrich(records())


def test_each_page_is_enriched_or_rejected_in_order(results: list[EnrichedArticle | Rejected]):
    """Every page gives one result, in the order of the input, that carries its origin."""
    assert [result.origin.offset for result in results] == list(range(len(records())))


def test_batches_make_no_difference(results: list[EnrichedArticle | Rejected]):
    """One by one, the pages give the same bytes as in one batch."""
    pipeline = Pipeline(Settings())
    assert [encode(pipeline.enrich([record])[0]) for record in records()] == [encode(result) for result in results]


def test_offsets_slice_to_the_surface(results: list[EnrichedArticle | Rejected]):
    """Every mention, quote and date stands in the text where it says."""
    articles = [result for result in results if isinstance(result, EnrichedArticle)]
    spans = [
        (article.text[span.start : span.end], said)
        for article in articles
        for span, said in (
            *((mention, mention.surface) for entity in article.entities for mention in entity.mentions),
            *((quote, quote.text) for quote in article.quotes),
            *((date, date.surface) for date in article.dates),
        )
    ]
    assert len(spans) > 300
    assert [pair for pair in spans if pair[0] != pair[1]] == []


def test_text_is_title_headings_and_paragraphs(results: list[EnrichedArticle | Rejected]):
    """The text is the title, headings and paragraphs, joined by line feeds, and nothing else."""
    for article in results:
        if isinstance(article, EnrichedArticle):
            lines = [line for line in article.text.split("\n") if line]
            parts = [article.title, *article.headings, *article.paragraphs]
            assert sorted(lines) == sorted(part for whole in parts for part in whole.split("\n") if part)
