"""Which likely topics are given."""

import pytest

from agents.tag_topics.choose import MOST, decide
from agents.tag_topics.concepts import taxonomy
from agents.tag_topics.concepts.tree import Tree
from tests.agents.tag_topics.samples import CONCEPTS

TREE = Tree(list(CONCEPTS), CONCEPTS)
A, B, C, D, X, Y = range(6)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([], []),
        ([(C, 0.2)], []),
        ([(C, 0.9)], [C]),
        ([(A, 0.95), (B, 0.9), (C, 0.8)], [C]),
        ([(A, 0.95), (B, 0.3)], [A]),
        ([(C, 0.9), (D, 0.35)], [C, D]),
        ([(C, 0.9), (Y, 0.35)], [C]),
        ([(C, 0.9), (Y, 0.6)], [C, Y]),
        ([(C, 0.9), (X, 0.5)], [C]),
    ],
)
def test_decide(scores: list[tuple[int, float]], expected: list[int]) -> None:
    """The deepest that fit, none above another; a further one needs the more the farther it stands."""
    assert [concept for concept, _ in decide(scores, TREE)] == expected


def test_no_more_than_four() -> None:
    """However many fit, MOST are given."""
    tree = Tree(list(CONCEPTS), CONCEPTS)
    scores = [(concept, 0.9) for concept in (C, D, Y)] * 3
    assert len(decide(scores, tree)) <= MOST


def test_containers_are_not_given() -> None:
    """What only holds others together is left out: one below it is given, or the one above."""
    tree = Tree(["medtop:20001243"], taxonomy.load())
    top, container, energy, oil = (
        tree.numbers[f"medtop:{number}"] for number in ("04000000", "20000209", "20000256", "20001243")
    )
    assert decide([(top, 0.9), (container, 0.8), (energy, 0.3), (oil, 0.3)], tree) == [(top, 0.9)]
    assert decide([(top, 0.9), (container, 0.8), (energy, 0.7), (oil, 0.6)], tree) == [(oil, 0.6)]
