"""The row of a story, as large as it gets."""

from agents.group.rows import MAX_ARTICLES, MAX_CANDIDATES, Member, Row
from streams.records.bands import BandedArticle
from streams.records.codec import encode
from streams.records.origin import Origin
from streams.records.stories import Card
from streams.settings import LEAST_REQUEST_BYTES, MOST_ID_BYTES

PLACE = Origin(topic="rasid.pages", partition=1000, offset=2**40)


def largest(number: int) -> BandedArticle:
    """Return an article with all that is bounded at its bound."""
    longest = "ع" * (MOST_ID_BYTES // 2 - 2)
    card = Card(
        id=f"{longest}{number:04}",
        origin=PLACE,
        revision=1000,
        source="س" * 253,
        title="ع" * 200,
        published_at="2026-02-01T10:00:00Z",
        at=1_769_940_000_000,
    )
    return BandedArticle(
        card=card,
        record=PLACE,
        sketch="A" * 128,
        pairs=10_000,
        bands=[],
        names=["ع" * 40] * 6,
        figures=["7" * 20] * 24,
        words="A" * 344,
    )


def test_a_full_row_can_be_published():
    """Of a story that takes no more articles, with as many that wait for it, each as large as can be."""
    articles = [largest(number) for number in range(2 * MAX_ARTICLES)]
    members = [Member(article=article, via=article.card.id) for article in articles[MAX_ARTICLES:]]
    held, candidates = articles[:MAX_ARTICLES], articles[:MAX_CANDIDATES]
    row = Row(article=articles[0], candidates=candidates, held=held, members=members, changed=0)
    assert LEAST_REQUEST_BYTES / 4 < len(encode(row)) < LEAST_REQUEST_BYTES
