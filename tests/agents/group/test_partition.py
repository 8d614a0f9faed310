"""Partitions together: the same stories whatever the order of their records, no id ever changed, all of it twice."""

import random
from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.group.offline import Grouping
from agents.group.partition import HOUR_MS, Partition
from agents.group.state import State
from agents.group.step import banded, sketched
from agents.memory_rows import MemoryRows
from streams.records.bands import Bands, Relation
from tests.agents.group.texts import article, copies, edited, revised, text


def grouped(grouping: Grouping) -> list[list[str]]:
    return sorted(sorted(story.articles) for story in grouping.stories.values())


def expected(stories: int, each: int) -> list[list[str]]:
    return sorted(sorted(f"n{copy * stories + story}" for copy in range(each)) for story in range(stories))


@pytest.mark.parametrize("partitions", [1, 2, 8])
@pytest.mark.parametrize("batch", [1, 7, 64])
def test_each_storys_copies_are_found_with_any_partitions_and_batches(partitions, batch):
    """Ten stories of three outlets each come out as ten stories."""
    articles = copies(10, 3)
    grouping = Grouping(partitions)

    for start in range(0, len(articles), batch):
        grouping.add(sketched(articles[start : start + batch]))

    assert grouped(grouping) == expected(10, 3)


def test_articles_that_are_like_none_make_no_story():
    """An article alone is published nowhere."""
    grouping = Grouping(2)

    grouping.add(sketched([article(n, text(n)) for n in range(20)]))

    assert grouping.stories == {}


def test_copies_further_apart_than_the_window_are_of_no_story():
    """The same report of another week is another story."""
    grouping = Grouping(2)

    grouping.add(sketched([article(1, text(1)), article(2, text(1), published_at="2026-02-04T10:00:01Z")]))

    assert grouping.stories == {}


def test_an_undated_copy_joins():
    """A page without a date finds its story by its text."""
    grouping = Grouping(2)

    grouping.add(
        sketched([article(1, text(1), published_at="2015-07-20T10:00:00Z"), article(2, text(1), published_at=None)])
    )

    assert grouped(grouping) == [["n1", "n2"]]


def test_what_came_in_longer_ago_than_the_window_is_forgotten():
    """State is bounded: after the window nothing is left of articles and, after another, of stories."""
    rows = MemoryRows[State]()
    partition = Partition(rows, 0, 1, hours=72, kept=1000)
    bands = banded(sketched(copies(5, 2)), 1)[0]

    partition.apply(bands, 0, 0)
    held = len(rows.keys())
    partition.apply(Bands(), 1, 72 * HOUR_MS + 1)
    after_one = len(rows.keys())
    partition.apply(Bands(), 2, 144 * HOUR_MS + 1)

    assert (held, after_one, len(rows.keys())) == (11, 10, 0)


def test_no_more_articles_are_kept_than_the_setting_says():
    """A burst of old pages does not fill the memory: the oldest records go first."""
    rows = MemoryRows[State]()
    partition = Partition(rows, 0, 1, hours=72, kept=10)

    for n in range(50):
        partition.apply(banded(sketched([article(n, text(n))]), 1)[0], n, 0)

    assert len(rows.keys()) == 11


def test_a_relation_that_brings_a_revision_is_as_good_as_its_own_record():
    """What was known of the text before is taken back at once, also when its partition is owned anew in between."""
    rows = MemoryRows[State]()
    one, other = (banded(sketched([article(n, text(1))]), 1)[0].articles[0] for n in range(2))
    newer = banded(sketched([revised(0, 2, text(2))]), 1)[0].articles[0]

    def partition() -> Partition:
        return Partition(rows, 0, 1, hours=72, kept=1000)

    partition().apply(Bands(articles=[one, other]), 0, 0)
    refused = Relation(kind="refuse", child=newer, parent=other)
    told = partition().apply(Bands(relations=[refused]), 1, 1)
    late = partition().apply(Bands(articles=[one]), 2, 2)

    assert (told.stories, late.stories) == ({"story:n0": None}, {})


class Network:
    """Partitions with queues between them, whose records are taken in any order of queues, and sometimes twice."""

    def __init__(self, partitions: int, chance: random.Random) -> None:
        self.chance = chance
        self.count = partitions
        self.rows = [MemoryRows[State]() for _ in range(partitions)]
        self.owners = [self.open(number) for number in range(partitions)]
        self.queues: list[deque[tuple[Bands, bool]]] = [deque() for _ in range(partitions)]
        self.offsets = [0] * partitions
        self.published: list[tuple[str, tuple[str, ...]]] = []

    def open(self, number: int) -> Partition:
        """Own a partition anew, from its rows."""
        return Partition(self.rows[number], number, self.count, hours=72, kept=1000)

    def send(self, articles) -> None:
        """Sketch articles, and queue what the partitions get of them."""
        for number, bands in banded(sketched(articles), self.count).items():
            self.queues[number].append((bands, True))

    def run(self) -> None:
        """Take records until no queue has any."""
        while any(self.queues):
            number = self.chance.choice([n for n, queue in enumerate(self.queues) if queue])
            bands, first = self.queues[number].popleft()
            if self.chance.random() < 0.2:
                self.owners[number] = self.open(number)  # a restart: all from the rows again
            outcome = self.owners[number].apply(bands, self.offsets[number], 0)
            self.offsets[number] += 1
            for to, relations in outcome.relations.items():
                self.queues[to].append((Bands(relations=relations), True))
            self.published += [(story.id, tuple(story.articles)) for story in outcome.stories.values()]
            if first and bands.relations and self.chance.random() < 0.2:
                # Consumed again after a crash: its articles are known by their origins, its relations come twice.
                self.queues[number].append((Bands(relations=bands.relations), False))


@given(st.integers(0, 10_000))
def test_whatever_the_order_each_article_is_of_one_story_and_no_id_changes(seed):
    """Queues, restarts and repetitions in any order: pairs always meet, and stories only grow."""
    chance = random.Random(seed)
    network = Network(4, chance)
    articles = [*copies(6, 2), *(article(100 + n, edited(text(n % 2), 100 + n)) for n in range(6))]
    chance.shuffle(articles)
    for start in range(0, len(articles), 5):
        network.send(articles[start : start + 5])
    network.run()

    latest: dict[str, set[str]] = {}
    for id_, members in network.published:
        assert latest.get(id_, set()) < set(members)
        latest[id_] = set(members)
    owners = [member for members in latest.values() for member in members]
    assert len(owners) == len(set(owners))
    assert [members for members in expected(6, 2)[2:] if not any(set(members) <= s for s in latest.values())] == []
