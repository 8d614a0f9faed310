"""The thresholds of topics are chosen from held-out articles."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from agents.tag_topics import model
from agents.tag_topics.choose import Threshold, min_scores
from agents.tag_topics.concepts import taxonomy
from agents.tag_topics.concepts.tree import Tree
from agents.training.topic_model import thresholds
from agents.training.topic_model.targets import Targets
from tests.agents.tag_topics.samples import CONCEPTS

TREE = Tree(list(CONCEPTS), CONCEPTS)
A, B, C, D, X, Y = range(6)


def readers(wanted: NDArray[np.float64]) -> Targets:
    return Targets(wanted.astype(np.float32), np.ones(wanted.shape, np.float32))


def test_precise() -> None:
    """The lowest score from which on nine of ten are right is taken, of those that cost the topic little."""
    scores, wanted = np.zeros((100, 6)), np.zeros((100, 6))
    scores[:, A] = np.linspace(0.01, 1, 100)
    wanted[50:, A] = 1
    chosen = {threshold.id: threshold for threshold in thresholds.choose(scores, readers(wanted), TREE)}
    of_a = chosen[TREE.topics[A]]
    assert (of_a.min_score, of_a.sure_score, of_a.examples) == (0.49, 0.46, 50)


def test_not_allowed() -> None:
    """Where scores say nothing, the topic has no threshold of its own."""
    wanted = np.zeros((100, 6))
    wanted[::2, A] = 1
    chosen = thresholds.choose(np.full((100, 6), 0.5), readers(wanted), TREE)
    assert [threshold.min_score for threshold in chosen if threshold.id == TREE.topics[A]] == [0.0]


def test_what_was_reached() -> None:
    """Precision and recall are those of the topics that were given, those below included."""
    given, wanted = np.zeros((2, 6), np.bool_), np.zeros((2, 6))
    given[:, C] = True
    wanted[0, (A, B, C)] = 1
    (found,) = thresholds.reached([Threshold(TREE.topics[A], 0.5, None, 1)], given, readers(wanted), TREE)
    assert (found.precision, found.recall) == (0.5, 1.0)


def test_no_mistake_counts_for_nothing() -> None:
    """What a reader said may be given is neither right nor wrong."""
    given, wanted, counted = np.zeros((2, 6), np.bool_), np.zeros((2, 6)), np.ones((2, 6), np.float32)
    given[:, A] = True
    wanted[0, A], counted[1, A] = 1, 0
    of_readers = Targets(wanted.astype(np.float32), counted)
    (found,) = thresholds.reached([Threshold(TREE.topics[A], 0.5, None, 1)], given, of_readers, TREE)
    assert (found.precision, found.recall) == (1.0, 1.0)


def test_few_examples() -> None:
    """A topic below the top level of which there are few has no threshold of its own."""
    wanted = np.zeros((100, 6))
    wanted[:5, (A, C)] = 1
    chosen = thresholds.choose(wanted, readers(wanted), TREE)
    assert TREE.topics[C] not in {threshold.id for threshold in chosen}
    needed = min_scores(chosen, TREE)
    assert (needed[A] > 0, needed[C]) == (True, 0.0)


def test_table() -> None:
    """Readers get a line for each."""
    lines = thresholds.table([Threshold(TREE.topics[A], 0.5, 0.4, 20, 0.9, 0.8)], CONCEPTS)
    assert lines[2].endswith("| 0.50 | 0.90 | 0.80 | 20 | 0.40 |")


def test_documented() -> None:
    """The page on media topics has the table of the shipped model."""
    page = (Path(__file__).parents[4] / "docs" / "media-topics.md").read_text(encoding="utf-8")
    assert "\n".join(thresholds.table(model.load().thresholds, taxonomy.load())) in page
