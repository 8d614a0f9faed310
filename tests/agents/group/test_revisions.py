"""Revisions in the stories: the latest of each article alone counts, whatever came before it and in which order."""

import functools
import random
from collections import defaultdict, deque
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from agents.group.offline import Grouping
from agents.group.partition import Partition
from agents.group.rows import Row
from agents.group.state import State
from agents.group.step import Sketched, banded, sketched
from agents.memory_rows import MemoryRows
from streams.records.bands import BandedArticle, Bands
from streams.records.stories import Story
from tests.agents.group.texts import edited, revised, text

ALONE = 0
"""The subject of texts that are like no other."""

Visit = tuple[int, int]
"""An article's number, and the subject that it has from then on."""
VISITS = st.lists(st.tuples(st.integers(0, 7), st.integers(ALONE, 3)), min_size=1, max_size=30)


@functools.cache
def sketch_of(number: int, revision: int, subject: int) -> Sketched:
    """Return a sketched revision of an article on a subject."""
    body = text(1000 + 100 * number + revision) if subject == ALONE else edited(text(subject), number, changes=1)
    return sketched([revised(number, revision, body, source=f"outlet{revision}")])[0]


def revisions(visits: Sequence[Visit]) -> list[Sketched]:
    """Return what visits find, each a further revision of its article."""
    count: defaultdict[int, int] = defaultdict(int)
    found = []
    for number, subject in visits:
        count[number] += 1
        found.append(sketch_of(number, count[number], subject))
    return found


def expected(visits: Sequence[Visit]) -> list[list[str]]:
    """Return the articles of each subject, as the latest visits have it, where it has several."""
    by_subject: defaultdict[int, list[str]] = defaultdict(list)
    for number, subject in dict(visits).items():
        by_subject[subject].append(f"n{number}")
    by_subject.pop(ALONE, None)
    return sorted(sorted(articles) for articles in by_subject.values() if len(articles) > 1)


def contents(grouping: Grouping) -> list[tuple[list[str], list[str], str]]:
    """Return the stories without their ids and origins."""
    return sorted((story.articles, story.sources, story.title) for story in grouping.stories.values())


@settings(max_examples=300)
@given(VISITS, st.sampled_from([1, 2, 8]), st.data())
def test_the_stories_are_those_of_the_latest_revisions_alone(visits, partitions, data):
    """In any batches, the stories, their outlets and titles are as if only the latest revisions had come."""
    found = revisions(visits)
    grouping, alone = Grouping(partitions), Grouping(partitions)

    while found:
        size = data.draw(st.integers(1, len(found)))
        grouping.add(found[:size])
        found = found[size:]
    last = {article.card.id: article for article in revisions(visits)}
    alone.add(list(last.values()))

    assert sorted(sorted(articles) for articles, _, _ in contents(grouping)) == expected(visits)
    # Without any revisions, too, the order in which copies come can part a story into two, which never become one.
    if sorted(sorted(articles) for articles, _, _ in contents(alone)) == expected(visits):
        assert contents(grouping) == contents(alone)
    assert all(id_.removeprefix("story:") in story.articles for id_, story in grouping.stories.items())


class Network:
    """Partitions and the queues to them, taken in any order; what is in a queue stays in order."""

    def __init__(self, partitions: int, chance: random.Random) -> None:
        self.chance = chance
        self.count = partitions
        self.rows = [MemoryRows[State]() for _ in range(partitions)]
        self.owners = [self.open(number) for number in range(partitions)]
        self.taken: list[set[tuple[int, int]]] = [set() for _ in range(partitions)]
        self.queues: list[deque[Bands]] = [deque() for _ in range(partitions)]
        self.logs: list[list[Bands]] = [[] for _ in range(partitions)]
        self.stories: dict[str, Story] = {}

    def open(self, number: int) -> Partition:
        """Own a partition anew, from its rows."""
        return Partition(self.rows[number], number, self.count, hours=72, kept=1000)

    def send(self, articles: Sequence[Sketched]) -> None:
        """Queue what the partitions get of articles; at times all of it twice, as after a crash of who sends it."""
        for _ in range(self.chance.choice([1, 1, 2])):
            for number, bands in banded(articles, self.count).items():
                self.queues[number].append(bands)

    def step(self) -> bool:
        """Take a record of one queue, at times after a restart and with records before it; whether there was one."""
        waiting = [number for number, queue in enumerate(self.queues) if queue]
        if not waiting:
            return False
        number = self.chance.choice(waiting)
        log = self.logs[number]
        log.append(self.queues[number].popleft())
        first = len(log) - 1
        if self.chance.random() < 0.2:
            self.owners[number] = self.open(number)
            first = self.chance.randint(0, first)
        for offset in range(first, len(log)):
            self._take(number, offset, log[offset])
        return True

    def _take(self, number: int, offset: int, bands: Bands) -> None:
        new = [article for article in bands.articles if self._is_new(number, article)]
        outcome = self.owners[number].apply(Bands(articles=new, relations=bands.relations), offset, offset)
        for to, relations in outcome.relations.items():
            self.queues[to].append(Bands(relations=relations))
        for id_, story in outcome.stories.items():
            self.stories.pop(id_, None)
            if story is not None:
                self.stories[id_] = story

    def _is_new(self, number: int, article: BandedArticle) -> bool:
        place = (article.origin.partition, article.origin.offset)
        if place in self.taken[number]:
            return False
        self.taken[number].add(place)
        return True

    def articles(self) -> list[Row]:
        """Return all rows of articles."""
        return [row for rows in self.rows for row in rows.states.values() if isinstance(row, Row)]


@settings(max_examples=300)
@given(VISITS, st.sampled_from([2, 4]), st.integers(0, 1_000_000))
def test_records_in_any_order_restarts_and_replays_leave_nothing_of_earlier_revisions(visits, partitions, seed):
    """Every story is of one subject, no article is of two, none is left out, and no row waits or says otherwise."""
    network = Network(partitions, random.Random(seed))
    found = revisions(visits)
    while found:
        size = network.chance.randint(1, 5)
        network.send(found[:size])
        found = found[size:]
        for _ in range(network.chance.randint(0, 10)):
            network.step()
    while network.step():
        pass

    subjects = {f"n{number}": subject for number, subject in dict(visits).items()}
    grouped = [article for story in network.stories.values() for article in story.articles]
    assert len(grouped) == len(set(grouped))
    assert all(len({subjects[article] for article in story.articles}) == 1 for story in network.stories.values())
    assert sorted(grouped) == sorted(article for articles in expected(visits) for article in articles)
    latest = {article.card.id: article.card for article in revisions(visits)}
    for story in network.stories.values():
        cards = sorted((latest[article] for article in story.articles), key=lambda card: card.order)
        assert (story.title, story.sources) == (cards[0].title, list(dict.fromkeys(card.source for card in cards)))
    assert not [row for row in network.articles() if row.asked or row.held]
    members = {member.id: row.id for row in network.articles() for member in row.members}
    assert {row.id: row.story for row in network.articles() if row.story} == members
