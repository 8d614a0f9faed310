"""What readers gave, as numbers for articles and concepts."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agents.tag_topics.concepts import taxonomy
from agents.tag_topics.concepts.tree import Tree
from agents.training.topic_model.labelled import Topics

SECOND_BEST = 0.6
"""How likely a concept is that a reader finds as right as another, which he names first."""


class Targets(NamedTuple):
    """Shape of both: articles, topics."""

    likely: NDArray[np.float32]
    """1 for what a reader gave and what stands above it, SECOND_BEST for what is as right, 0 for the rest."""
    counted: NDArray[np.float32]
    """0 for what would be no mistake and need not be given, what stands above it included; 1 for the rest."""

    @property
    def wanted(self) -> NDArray[np.bool_]:
        """What a reader gave, or would have given as well."""
        wanted: NDArray[np.bool_] = self.likely > 0
        return wanted

    def of(self, articles: NDArray[np.bool_] | slice) -> "Targets":
        """Return those of some articles."""
        return Targets(self.likely[articles], self.counted[articles])


def targets(given: Sequence[Topics], tree: Tree) -> Targets:
    """Return the targets of articles with these topics."""
    found = Targets(
        np.zeros((len(given), len(tree.topics)), np.float32), np.ones((len(given), len(tree.topics)), np.float32)
    )
    for likely, counted, topics in zip(*found, given, strict=True):
        counted[_numbers(topics.ok, tree)] = 0
        as_right = _numbers((topic for one in topics.must for topic in one[1:]), tree)
        best = _numbers((one[0] for one in topics.must), tree)
        if not topics.deeper:
            counted[np.isin(tree.top, [*best, *as_right])] = 0
        likely[as_right], likely[best] = SECOND_BEST, 1
        counted[as_right + best] = 1
    return found


def exact(given: Sequence[Topics], tree: Tree) -> NDArray[np.bool_]:
    """Return the very topics that readers gave, without those above them (shape: articles, topics)."""
    must = [{topic for one in topics.must for topic in one} for topics in given]
    return np.array([[topic in of_article for topic in tree.topics] for of_article in must])


def _numbers(topics: Iterable[str], tree: Tree) -> list[int]:
    """Return the numbers of topics and of those above them."""
    concepts = taxonomy.load()
    above = {up for topic in topics for up in (topic, *taxonomy.path(topic, concepts))}
    return sorted(tree.numbers[up] for up in above if up in tree.numbers)
