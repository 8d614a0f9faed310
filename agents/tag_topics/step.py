"""The pure part of the media topics stage: tagged articles in, enriched articles and mentions out."""

from collections.abc import Sequence
from dataclasses import replace

from agents.stage import Step, article_step
from agents.tag_topics.classifier import Classifier
from agents.tag_topics.mentions import mentions
from streams.outgoing import Out
from streams.records.codec import encode
from streams.records.enriched import EnrichedArticle
from streams.records.tagged import TaggedArticle
from streams.settings import Settings

MENTIONS_TOPICS = ("mentions", "trend-mentions")
"""One for each stage that reads them: a topic has one reading stage."""


def make_step(settings: Settings) -> Step[TaggedArticle, EnrichedArticle]:
    """Return the stage's pure part, with all that it needs loaded."""
    classifier = Classifier.load(settings)

    def emit_batch(articles: Sequence[EnrichedArticle]) -> list[Out]:
        by_partition = mentions(articles, settings.entity_partitions)
        values = {partition: encode(record) for partition, record in by_partition.items()}
        return [Out(topic, value, None, at) for topic in MENTIONS_TOPICS for at, value in values.items()]

    step = article_step(
        "tag_topics", reads=("tagged", TaggedArticle), writes="enriched", process=classifier.enrich, settings=settings
    )
    return replace(step, emit_batch=emit_batch)
