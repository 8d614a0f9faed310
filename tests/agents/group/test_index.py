"""What a partition remembers of articles, and what a revision changes in it."""

from agents.group.index import _PACKED, Index
from agents.group.step import banded, sketched
from streams.records.bands import BandedArticle
from tests.agents.group.texts import edited, revised, text

WINDOW = 72 * 3_600_000


def entry(number: int, revision: int, body: str) -> BandedArticle:
    """Return a revision of an article as the only partition gets it."""
    return banded(sketched([revised(number, revision, body)]), 1)[0].articles[0]


def index_of(*articles: BandedArticle) -> Index:
    """Return an index to which articles came one by one, each in a chunk of its own."""
    index = Index(WINDOW)
    for number, article in enumerate(articles):
        found = index.find(article)
        index.add(f"chunk{number}", article, found and found.lead, found and found.article.card.id)
    return index


FIRST, SECOND, THIRD = (entry(number, 1, edited(text(1), number, changes=1)) for number in range(3))
CHANGED = entry(0, 2, text(2))


def test_a_revision_takes_the_place_of_the_one_before():
    """Nothing is like the text that was."""
    index = index_of(FIRST)

    index.revise(CHANGED)

    assert (index.articles, index.latest("n0"), index.find(SECOND)) == (0, None, None)


def test_who_followed_an_article_that_changed_follows_another():
    """They are told of each other, as they had only been told of the one that changed."""
    index = index_of(FIRST, SECOND, THIRD)

    found = index.revise(CHANGED)

    assert found.alike == [(THIRD, SECOND)]
    assert found.chunks == {"chunk0", "chunk1", "chunk2"}
    assert [remembered.through for chunk in ("chunk1", "chunk2") for remembered in index.chunk(chunk)] == [None, "n1"]


def test_an_earlier_revision_changes_nothing():
    """Whatever comes late is not what counts."""
    index = index_of(entry(0, 3, text(1)))

    found = index.revise(CHANGED)

    assert (found.chunks, found.alike, index.articles) == (set(), [], 1)


def test_what_is_forgotten_leaves_nothing():
    """Memory is given back, in whatever order chunks go."""
    index = index_of(FIRST, SECOND, THIRD)

    for chunk in ("chunk1", "chunk0", "chunk2"):
        index.forget(chunk)

    assert (index.articles, index.find(FIRST), vars(index)["_led"], vars(index)["_bands"]) == (0, None, {}, {})


def test_partitions_share_what_they_remember_of_an_article():
    """An article that two partitions remember is held once, and is gone when both have let go of it."""
    article, before = entry(70, 1, text(7)), len(_PACKED)
    one, other = index_of(article), index_of(article)
    held = [len(_PACKED) - before]
    for index in (one, other):
        index.forget("chunk0")
        held.append(len(_PACKED) - before)

    assert held == [1, 1, 0]
