"""Articles as an annotation says that cleaning should give them: a stage is measured apart from the one before."""

from collections.abc import Sequence
from typing import Any

from agents.arabic.folding import fold
from agents.clean.judge.sections import standard
from agents.clean.read.line_words import split
from streams.records.articles import Article, Byline, Source
from streams.records.enriched import EnrichedArticle
from streams.records.origin import Origin
from streams.records.tagged import Pipeline, TaggedArticle


def article_of(page: dict[str, Any]) -> Article:
    """Return the article of an annotated page; its text is title, headings and paragraphs."""
    clean = page["clean"]
    parts = [clean["title"], *clean["headings"], *clean["paragraphs"]]
    return Article(
        id=page["id"],
        origin=Origin(topic="pages", partition=0, offset=0),
        received_at="1970-01-01T00:00:00Z",
        source=Source(id="source", name=page["raw"]["source"]),
        language="ar",
        title=clean["title"],
        section=standard(split(fold(clean["section"] or ""))),
        section_label=clean["section"],
        headings=clean["headings"],
        paragraphs=clean["paragraphs"],
        text="\n".join(parts),
        byline=Byline(author=clean["author"], agency=clean["agency"], dateline=clean["dateline"]),
        published_at=clean.get("published_date"),
        published_precision="day" if clean.get("published_date") else None,
        fingerprint="",
    )


def article_of_news(row: dict[str, Any]) -> Article:
    """Return the article of a row of annotated news; its text is the title, where it has one, and the text."""
    title, text = row["title"] or "", row["text"]
    return Article(
        id=row["id"],
        origin=Origin(topic="news", partition=0, offset=0),
        received_at="1970-01-01T00:00:00Z",
        source=Source(id="source", name=row["source"]),
        language="ar",
        title=title,
        paragraphs=[line.strip() for line in text.splitlines() if line.strip()],
        text=f"{title}\n{text}" if title else text,
        fingerprint="",
    )


def article_of_words(
    identifier: str, title: str, paragraphs: Sequence[str], headings: Sequence[str] = (), **more: Any
) -> TaggedArticle:
    """Return a tagged article without entities, of which no more is known than its words."""
    return TaggedArticle(
        id=identifier,
        origin=Origin(topic="pages", partition=0, offset=0),
        received_at="2026-01-01T00:00:00Z",
        source=Source(id="unknown", name="unknown"),
        language="ar",
        title=title,
        headings=list(headings),
        paragraphs=list(paragraphs),
        text="\n".join([title, *headings, *paragraphs]),
        fingerprint="",
        pipeline=Pipeline(version="", lexicon=""),
        **more,
    )


def without_topics(article: TaggedArticle) -> EnrichedArticle:
    """Return a tagged article as an enriched one without media topics."""
    fields = {name: getattr(article, name) for name in TaggedArticle.__struct_fields__ if name != "schema"}
    return EnrichedArticle(**fields, media_topics=[])
