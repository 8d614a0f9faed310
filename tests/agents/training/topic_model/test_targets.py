"""What readers gave, as numbers."""

import numpy as np

from agents.tag_topics.concepts import taxonomy
from agents.tag_topics.concepts.tree import Tree
from agents.training.topic_model.labelled import Topics
from agents.training.topic_model.targets import SECOND_BEST, exact, targets

WAR, FIGHTING, FORCES = "medtop:20000062", "medtop:20000056", "medtop:20000599"
TREE = Tree([WAR, FORCES], taxonomy.load())
TOPICS = Topics(((WAR, FORCES),), frozenset({FORCES, "medtop:20000598"}))


def test_likely() -> None:
    """The best topic and all above it are certain, one that is as right is less so, the rest is not given."""
    likely = targets([TOPICS, Topics(((FORCES,),))], TREE).likely
    of_best = [likely[0, TREE.numbers[topic]] for topic in (WAR, FIGHTING, "medtop:16000000")]
    as_right = likely[0, TREE.numbers[FORCES]]
    assert (of_best, round(float(as_right), 3), likely[1, TREE.numbers[WAR]]) == ([1, 1, 1], SECOND_BEST, 0)


def test_counted() -> None:
    """What may be given counts for nothing, unless it must be given as well."""
    may = targets([Topics(((WAR,),), frozenset({FORCES}))], TREE)
    must = targets([TOPICS], TREE)
    column = TREE.numbers[FORCES]
    assert (may.counted[0, column], must.counted[0, column], may.counted[0, TREE.numbers[WAR]]) == (0, 1, 1)


def test_exact() -> None:
    """The very topics are those that must be given, with what is as right."""
    given = exact([TOPICS], TREE)
    assert {TREE.topics[number] for number in np.flatnonzero(given[0])} == {WAR, FORCES}
