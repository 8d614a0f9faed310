"""The pure part of the media topics stage: TaggedArticle records in, EnrichedArticle records out."""

from agents.stage import Incoming, Step, publishable
from agents.tag_topics.classifier import Classifier
from streams.outgoing import Out
from streams.records.codec import Codec, encode
from streams.records.enriched import EnrichedArticle
from streams.records.tagged import TaggedArticle
from streams.settings import Settings

NAME = "tag_topics"


def make_step(settings: Settings) -> Step[TaggedArticle, EnrichedArticle]:
    """Return the stage's pure part, with all that it needs loaded."""
    classifier = Classifier.load(settings)
    codec = Codec(TaggedArticle)

    def emit(incoming: Incoming, article: EnrichedArticle) -> list[Out]:
        value = publishable(encode(article), settings.max_request_bytes)
        return [Out("enriched", value, article.id.encode(), incoming.partition)]

    return Step(
        name=NAME,
        reads="tagged",
        decode=lambda incoming: codec.decode(incoming.value),
        process=classifier.enrich,
        emit=emit,
        origin=lambda article: article.origin,
    )
