"""What a partition remembers of articles, and what a revision changes in it."""

import msgspec
import pytest

from agents.group import index as index_module
from agents.group.index import LEAST_GONE, MAX_ARTICLES_OF_A_BAND, Index
from agents.group.remembered import Chunk, Remembered
from agents.group.state import State
from agents.group.step import banded, sketched
from agents.memory_rows import MemoryRows
from streams.records.bands import BandedArticle
from tests.agents.group.texts import edited, revised, text

WINDOW = 72 * 3_600_000


class CountingRows(MemoryRows[State]):
    """Rows that count how often one was read."""

    read = 0

    def get(self, key: str) -> State | None:
        """Return a key's state."""
        self.read += 1
        return super().get(key)


def entry(number: int, revision: int, body: str) -> BandedArticle:
    """Return a revision of an article as the only partition gets it."""
    return banded(sketched([revised(number, revision, body)]), 1)[0].articles[0]


def remembering(rows: MemoryRows[State], *articles: BandedArticle, at_once: int = 1) -> Index:
    """Return an index to which articles came in their order, so many of them in a chunk."""
    index = Index(rows, WINDOW)
    for number, article in enumerate(articles):
        index.add(number // at_once, number, article, index.find(article))
    return index


def kept(rows: MemoryRows[State]) -> dict[str, list[Remembered]]:
    """Return what stands in the chunks by the last figures of their keys."""
    states = {key: rows.get(key) for key in sorted(rows.keys())}
    return {key[-2:]: state.articles for key, state in states.items() if isinstance(state, Chunk)}


FIRST, SECOND, THIRD = (entry(number, 1, edited(text(1), number, changes=1)) for number in range(3))
CHANGED = entry(0, 2, text(2))


def test_a_revision_takes_the_place_of_the_one_before():
    """Nothing is like the text that was."""
    rows = MemoryRows[State]()
    index = remembering(rows, FIRST)

    index.revise(CHANGED)

    assert (index.articles, index.latest("n0"), index.find(SECOND), kept(rows)) == (0, None, None, {})


def test_who_followed_an_article_that_changed_follows_another():
    """They are told of each other, as they had only been told of the one that changed."""
    rows = MemoryRows[State]()
    index = remembering(rows, FIRST, SECOND, THIRD)

    found = index.revise(CHANGED)

    assert [(one.card.id, other.card.id) for one, other in found] == [("n2", "n1")]
    assert [(one.article.card.id, one.through) for chunk in kept(rows).values() for one in chunk] == [
        ("n1", None),
        ("n2", "n1"),
    ]


def test_what_stands_in_one_chunk_with_it_stays():
    """Of the articles that came together only the one goes that changed."""
    rows = MemoryRows[State]()
    index = remembering(rows, FIRST, SECOND, THIRD, at_once=3)

    index.revise(CHANGED)

    assert [one.article.card.id for one in kept(rows)["00"]] == ["n1", "n2"]
    assert [index.latest(id_) for id_ in ("n0", "n1", "n2")] == [None, SECOND, THIRD]


def test_an_earlier_revision_changes_nothing():
    """Whatever comes late is not what counts."""
    rows = MemoryRows[State]()
    index = remembering(rows, before := entry(0, 3, text(1)))

    assert (index.revise(CHANGED), index.latest("n0")) == ([], before)


def test_the_first_chunks_are_forgotten():
    """By their age, and when there are too many articles."""
    rows = MemoryRows[State]()
    index = remembering(rows, FIRST, SECOND, THIRD)

    index.expire(1, 10)
    by_age = (index.articles, list(kept(rows)))
    index.expire(1, 1)

    assert by_age == (2, ["01", "02"])
    assert (index.articles, list(kept(rows))) == (1, ["02"])
    assert [index.latest(id_) for id_ in ("n0", "n1", "n2")] == [None, None, THIRD]


def test_a_restored_index_knows_the_same():
    """What stands in the rows is all that it needs."""
    rows, copy = MemoryRows[State](), MemoryRows[State]()
    index, restored = remembering(rows, FIRST, SECOND, THIRD, at_once=2), Index(copy, WINDOW)
    for key, state in sorted(rows.states.items()):
        copy.put(key, state)
        assert isinstance(state, Chunk)
        restored.restore(key, state)
    found = index.find(entry(3, 1, edited(text(1), 3, changes=1)))

    assert found is not None
    assert (restored.articles, restored.next_number, restored.latest_change) == (3, 2, 2)
    assert restored.find(entry(3, 1, edited(text(1), 3, changes=1))) == found
    assert restored.revise(CHANGED) == index.revise(CHANGED)
    assert kept(copy) == kept(rows)


def test_memory_is_given_back():
    """However many articles have come and gone, those that are left are found, and nothing else takes room."""
    rows = MemoryRows[State]()
    index = Index(rows, WINDOW)
    many = LEAST_GONE * 3
    articles = [entry(number, 1, text(number)) for number in range(40)]
    for number in range(many):
        index.expire(0, 16)
        index.add(number, number, articles[number % 40], None)

    restored, stored = Index(rows, WINDOW), dict(rows.states)
    for key, state in sorted(stored.items()):
        assert isinstance(state, Chunk)
        restored.restore(key, state)
    last = [articles[(many - 1 - n) % 40] for n in range(16)]
    alike = [entry(50, 1, text((many - 1 - n) % 40)) for n in range(16)]
    assert len(vars(index)["_there"]) <= LEAST_GONE + 16
    for one in (index, restored):
        assert [one.latest(article.card.id) for article in last] == last
        assert [found and found.article for found in map(one.find, alike)] == last


def test_only_the_latest_articles_of_a_band_are_compared():
    """A phrase that very many share says little of any."""
    rows = CountingRows()
    index = Index(rows, WINDOW)
    for number in range(MAX_ARTICLES_OF_A_BAND * 3):
        index.add(number, number, entry(number, 1, text(1)), None)
    rows.read = 0
    found = index.find(entry(500, 1, text(1)))

    assert found is not None
    assert found.article.card.id == f"n{MAX_ARTICLES_OF_A_BAND * 2}"
    assert rows.read == MAX_ARTICLES_OF_A_BAND


def test_rows_of_texts_that_are_not_alike_are_not_read():
    """That two texts share a phrase is told from what is in memory."""
    rows = CountingRows()
    index = remembering(rows, *(entry(number, 1, text(number)) for number in range(30)))
    other = entry(99, 1, text(40))
    bands = [band for number in range(30) for band in entry(number, 1, text(number)).bands]
    rows.read = 0

    index.find(msgspec.structs.replace(other, bands=bands))

    assert rows.read == 0


def test_only_what_is_likest_is_read():
    """A row is read only where no other article is liker."""
    rows = CountingRows()
    index = remembering(rows, *(entry(number, 1, edited(text(1), number, changes=number)) for number in range(20)))
    rows.read = 0

    found = index.find(entry(99, 1, text(1)))

    assert (found and found.article.card.id, rows.read) == ("n0", 1)


def test_who_followed_is_known_when_memory_was_given_back(monkeypatch: pytest.MonkeyPatch):
    """Places change, and what stands under them with them."""
    monkeypatch.setattr(index_module, "LEAST_GONE", 2)
    rows = MemoryRows[State]()
    others = [entry(number, 1, text(number)) for number in range(5, 9)]
    index = remembering(rows, *others, FIRST, SECOND, THIRD)
    index.expire(4, 100)

    assert (index.articles, len(vars(index)["_there"])) == (3, 3)
    assert [(one.card.id, other.card.id) for one, other in index.revise(CHANGED)] == [("n2", "n1")]
