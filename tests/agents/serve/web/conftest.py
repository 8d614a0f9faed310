"""A store that the lists of the API are asked of."""

import pytest

from streams.records.articles import Source
from tests.agents.serve.filled import ECONOMY, EGYPT, QUOTED, SISI, Filled, article, counted, named, quote


@pytest.fixture
def filled():
    """Three articles of two outlets, an older one, and what is counted of their entities."""
    gulf = Source(id="gulf", name="الخليج", country="AE")
    entities = [named(EGYPT, QUOTED, "مصر"), named(SISI, QUOTED, "السيسي")]
    quotes = [quote(QUOTED, "مصر بخير", SISI.id), quote(QUOTED, "السيسي عائد", None)]
    return Filled(
        article("a"),
        article("b", source=gulf, entities=[EGYPT], media_topics=[], genre="opinion"),
        article("c", text=QUOTED, entities=entities, quotes=quotes, published_at="2026-03-01T09:00:00Z"),
        article("old", published_at="2026-02-01T09:00:00Z", entities=[EGYPT]),
        counted(EGYPT, 40, sources={"al-fanar": 30}, with_={SISI.id: 7}, media_topics={ECONOMY.id: 5}),
        counted(SISI, 10, last_seen="2026-03-01T10:30:00Z"),
    )
