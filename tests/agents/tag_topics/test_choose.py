"""Which likely topics are given."""

import pytest

from agents.tag_topics.choose import MAX_TOPICS, Threshold, choose, min_scores
from agents.tag_topics.concepts import taxonomy
from agents.tag_topics.concepts.taxonomy import Concept
from agents.tag_topics.concepts.tree import Tree
from tests.agents.tag_topics.samples import CONCEPTS

TREE = Tree(list(CONCEPTS), CONCEPTS)
A, B, C, D, X, Y = range(6)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([], []),
        ([(C, 0.15)], []),
        ([(C, 0.9)], [C]),
        ([(A, 0.95), (B, 0.9), (C, 0.8)], [C]),
        ([(A, 0.95), (B, 0.15)], [A]),
        ([(A, 0.95), (B, 0.3)], [B]),
        ([(B, 0.95), (C, 0.3)], [B]),
        ([(C, 0.9), (D, 0.34)], [C, D]),
        ([(C, 0.9), (Y, 0.34)], [C]),
        ([(C, 0.9), (Y, 0.6)], [C, Y]),
        ([(C, 0.9), (X, 0.5)], [C]),
    ],
)
def test_deepest_that_fit(scores: list[tuple[int, float]], expected: list[int]) -> None:
    """The deepest that fit, none above another; a further one needs the more the farther it stands."""
    assert [concept for concept, _ in choose(scores, TREE)] == expected


def test_no_more_than_four() -> None:
    """Of five that stand apart, the likeliest MAX_TOPICS are given."""
    concepts = {name: Concept(id=name, name_ar=None, name_en=name, broader=None) for name in "abcde"}
    scores = [(0, 0.99), (1, 0.98), (2, 0.97), (3, 0.96), (4, 0.95)]
    assert choose(scores, Tree(list(concepts), concepts)) == scores[:MAX_TOPICS]


def test_containers_are_not_given() -> None:
    """What only holds others together is left out: one below it is given, or the one above."""
    tree = Tree(["medtop:20001243"], taxonomy.load())
    top, container, energy, oil = (
        tree.numbers[f"medtop:{number}"] for number in ("04000000", "20000209", "20000256", "20001243")
    )
    assert choose([(top, 0.9), (container, 0.8), (energy, 0.15), (oil, 0.15)], tree) == [(top, 0.9)]
    assert choose([(top, 0.9), (container, 0.8), (energy, 0.7), (oil, 0.6)], tree) == [(oil, 0.6)]


def test_a_threshold_is_the_topics_own() -> None:
    """A topic without a threshold needs no more than all topics share."""
    assert min_scores([Threshold(TREE.topics[C], 0.7, None, 30)], TREE) == [0, 0, 0.7, 0, 0, 0]


def test_one_above_stands_in() -> None:
    """What scores less than it must leaves its place to what stands above it."""
    assert choose([(A, 0.9), (B, 0.8), (C, 0.6)], TREE, [0, 0, 0.7, 0, 0, 0]) == [(B, 0.8)]
    assert choose([(C, 0.6), (Y, 0.5)], TREE, [0.7, 0, 0, 0, 0, 0]) == [(Y, 0.5)]


def test_the_likeliest_alone() -> None:
    """Where nothing scores as much as it must, the likeliest topic is given all the same, if it is likely enough."""
    assert choose([(C, 0.6), (D, 0.5)], TREE, [0.7, 0, 0, 0, 0, 0]) == [(C, 0.6)]
    assert choose([(C, 0.3)], TREE, [0.7, 0, 0, 0, 0, 0]) == []
