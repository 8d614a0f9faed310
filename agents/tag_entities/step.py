"""The pure part of the entities stage: articles in, tagged articles out."""

from agents.stage import Step, article_step
from agents.tag_entities.tagger import Tagger
from streams.records.articles import Article
from streams.records.tagged import TaggedArticle
from streams.settings import Settings


def make_step(settings: Settings) -> Step[Article, TaggedArticle]:
    """Return the stage's pure part, with all that it needs loaded."""
    tagger = Tagger.load(settings)
    return article_step(
        "tag_entities", reads=("articles", Article), writes="tagged", process=tagger.tag, settings=settings
    )
