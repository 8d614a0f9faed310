"""Which likely topics are given."""

import pytest

from agents.tag_topics.decide import MOST, decide
from agents.tag_topics.tree import Tree
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
