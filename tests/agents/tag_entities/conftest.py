"""What the tests of the entities stage share."""

import pytest

from agents.tag_entities.tagger import Tagger
from streams.records.articles import Article, Source
from streams.records.origin import Origin
from streams.settings import Settings


@pytest.fixture(scope="session")
def tagger():
    """Load the packaged tagger once."""
    return Tagger.load(Settings())


@pytest.fixture(scope="session")
def tagged(tagger):
    """Give a function from a text to what is tagged in it: entities by id, quotes, dates."""

    def tag(text):
        entities, quotes, dates = tagger.tag_text(text)
        return {entity.id: entity for entity in entities}, quotes, dates

    return tag


@pytest.fixture(scope="session")
def article():
    """Give a function from title and paragraphs to an article."""

    def make(title, *paragraphs, section=None, published_at="2021-01-28T10:00:00Z"):
        return Article(
            id=f"a-{title}",
            origin=Origin(topic="pages", partition=0, offset=0),
            received_at="2021-01-28T11:00:00Z",
            source=Source(id="madar", name="مدار نيوز"),
            language="ar",
            title=title,
            section=section,
            paragraphs=list(paragraphs),
            text="\n".join([title, *paragraphs]),
            published_at=published_at,
            fingerprint="",
        )

    return make
