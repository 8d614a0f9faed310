"""What the tests of quotes share."""

import pytest

from agents.tag_entities.tagger import TextToTag


@pytest.fixture(scope="session")
def found(tagger):
    """Return a function from a text to its quotes as they are found: with the rules that made them."""

    def find(text):
        return tagger.read([TextToTag(text)])[0].quotes

    return find


@pytest.fixture(scope="session")
def speakers(found):
    """Return a function from a text to the speakers of its direct quotes."""

    def find(text):
        return [quote.speaker.id if quote.speaker is not None else None for quote in found(text) if quote.direct]

    return find
