"""The pure part of the entities stage: Article records in, TaggedArticle records out."""

from agents.stage import Incoming, Step, publishable
from agents.tag_entities.tagger import Tagger
from streams.outgoing import Out
from streams.records.articles import Article
from streams.records.codec import Codec, encode
from streams.records.tagged import TaggedArticle
from streams.settings import Settings

NAME = "tag_entities"


def make_step(settings: Settings) -> Step[Article, TaggedArticle]:
    """Give the stage's pure part, with all that it needs loaded."""
    worker = Tagger.load(settings)
    codec = Codec(Article)

    def emit(incoming: Incoming, article: TaggedArticle) -> list[Out]:
        value = publishable(encode(article), settings.max_request_bytes)
        return [Out("tagged", value, article.id.encode(), incoming.partition)]

    return Step(
        name=NAME,
        reads="articles",
        decode=lambda incoming: codec.decode(incoming.value),
        process=worker.tag,
        emit=emit,
        origin=lambda article: article.origin,
    )
