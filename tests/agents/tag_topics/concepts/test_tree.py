"""The tree of topics: sums and maxima along the way up."""

import numpy as np

from agents.tag_topics.concepts.tree import Tree
from tests.agents.tag_topics.samples import CONCEPTS


def test_those_above_come_along() -> None:
    """A wanted topic brings all that stand above it."""
    tree = Tree(["c", "x"], CONCEPTS)
    assert (tree.topics, tree.depth.tolist(), tree.top.tolist()) == (["a", "b", "c", "x"], [0, 1, 2, 0], [0, 0, 0, 3])


def test_raised() -> None:
    """The highest value below a topic reaches it, over any number of steps."""
    tree = Tree(list(CONCEPTS), CONCEPTS)
    values = np.array([[1, 0, 5, 2, 0, 3]])
    assert tree.raised(values).tolist() == [[5, 5, 5, 2, 3, 3]]


def test_lowered() -> None:
    """What stands above a topic reaches it; its own value does not."""
    tree = Tree(list(CONCEPTS), CONCEPTS)
    values = np.array([[4, 7, 5, 2, 0, 3]])
    assert tree.lowered(values).tolist() == [[0, 4, 7, 4, 0, 0]]


def test_summed() -> None:
    """All under one of the top level share its sum."""
    tree = Tree(list(CONCEPTS), CONCEPTS)
    values = np.array([[1, 2, 3, 4, 5, 6]])
    assert tree.summed(values).tolist() == [[10, 10, 10, 10, 11, 11]]
