"""The same functions as a Faust tutorial would chain them: each send awaited, a plain counter table, no exactness.

Only measured, never shipped; settings come from the environment.
"""

import tempfile
from typing import Any

import faust

from agents.clean.step import clean_record
from agents.stage import Incoming
from agents.tag_entities.tagger import Tagger
from agents.tag_topics.classifier import Classifier
from streams.records.articles import Article
from streams.records.codec import Codec, encode
from streams.records.tagged import TaggedArticle
from streams.rejection import Reject
from streams.settings import load

settings = load(env_file=None)
app = faust.App(
    f"{settings.prefix}naive",
    broker=f"kafka://{settings.broker}",
    value_serializer="raw",
    key_serializer="raw",
    topic_partitions=8,
    consumer_auto_offset_reset="earliest",
    store="memory://",
    datadir=tempfile.mkdtemp(prefix="rasid-bench-naive-"),
)


def _topic(name: str) -> Any:
    return app.topic(settings.topic(name), key_type=bytes, value_type=bytes)


pages, articles, tagged, enriched, mention, done = map(
    _topic, ("pages", "articles", "tagged", "enriched", "mention", "done")
)
counts = app.Table("counts", default=int, partitions=8)
tagger, classifier = Tagger.load(settings), Classifier.load(settings)


@app.agent(pages)
async def clean(stream: Any) -> None:
    """Clean page by page."""
    async for event in stream.events():
        message = event.message
        record = Incoming(
            message.topic, message.partition, message.offset, int(message.timestamp * 1000), None, message.value
        )
        try:
            article = clean_record(record, lambda _: None, settings).article
        except Reject:
            await (await done.send(value=b"rejected"))
            continue
        await (await articles.send(key=article.id.encode(), value=encode(article)))


@app.agent(articles)
async def tag_entities(stream: Any) -> None:
    """Tag article by article."""
    async for value in stream:
        article = tagger.tag([Codec(Article).decode(value)])[0]
        await (await tagged.send(key=article.id.encode(), value=encode(article)))


@app.agent(tagged)
async def tag_topics(stream: Any) -> None:
    """Classify article by article, and send each mention to where its entity is counted."""
    async for value in stream:
        article = classifier.enrich([Codec(TaggedArticle).decode(value)])[0]
        await (await enriched.send(key=article.id.encode(), value=encode(article)))
        for entity in article.entities:
            await (await mention.send(key=entity.id.encode(), value=b"%d" % entity.count))
        await (await done.send(value=b"enriched"))


@app.agent(mention)
async def count(stream: Any) -> None:
    """Count mention by mention."""
    async for key, value in stream.items():
        counts[key.decode()] += int(value)
