"""`python -m tests.streams.contract.make_examples` writes the examples of articles, counts and rejections anew.

They are what comes of the sample pages today. The others (repeats, stories, trends, alerts) change with their records
only, and are kept by hand.
"""

from importlib.resources import files
from pathlib import Path
from typing import Any

import orjson

from agents.count.tally import add
from agents.offline import Pipeline
from agents.stage import Incoming
from agents.tag_topics.mentions import mentions
from streams.records.articles import Article
from streams.records.codec import encode
from streams.records.counts import EntityCount
from streams.records.enriched import EnrichedArticle
from streams.records.rejected import Rejected
from streams.records.tagged import TaggedArticle
from streams.settings import Settings

EXAMPLES = Path(__file__).parents[3] / "docs/examples"
RECEIVED_MS = 1_790_000_000_000


def examples() -> dict[str, Any]:
    """Return the example of each topic, as JSON values."""
    settings = Settings()
    demo = files("agents.commands.demo")
    lines = [line for name in ("pages.jsonl", "bad-pages.jsonl") for line in (demo / name).read_bytes().splitlines()]
    incoming = [Incoming("rasid.pages", 0, at, RECEIVED_MS, b"key", line) for at, line in enumerate(lines)]
    results = Pipeline(settings).enrich(incoming)
    enriched = [result for result in results if isinstance(result, EnrichedArticle)]
    article = next(one for one in enriched if one.byline.agency and any(quote.speaker for quote in one.quotes))
    counts: dict[str, EntityCount] = {}
    for record in mentions([(one, None) for one in enriched], 1).values():
        for mentioning in record.articles:
            for entity in mentioning.entities:
                counts[entity.id] = add(counts.get(entity.id), mentioning, entity, settings)
    return {
        "pages": orjson.loads(lines[article.origin.offset]),
        "articles": orjson.loads(encode(as_earlier(article, Article))),
        "tagged": orjson.loads(encode(as_earlier(article, TaggedArticle))),
        "enriched": orjson.loads(encode(article)),
        "entity-counts": orjson.loads(encode(max(counts.values(), key=lambda count: count.articles))),
        "rejected": orjson.loads(encode(next(result for result in results if isinstance(result, Rejected)))),
    }


def as_earlier(article: EnrichedArticle, record: type[Article]) -> Article:
    """Return an article as an earlier stage has published it."""
    fields = {field: getattr(article, field) for field in record.__struct_fields__ if field != "schema"}
    return record(**fields)


if __name__ == "__main__":
    for topic, example in examples().items():
        (EXAMPLES / f"{topic}.json").write_bytes(orjson.dumps(example, option=orjson.OPT_INDENT_2) + b"\n")
