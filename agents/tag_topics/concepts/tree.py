"""The concepts that can be given, as numbers, and sums and maxima along the way up."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agents.tag_topics.concepts import taxonomy
from agents.tag_topics.concepts.taxonomy import Concept

Ints = NDArray[np.int64]


class Tree:
    """The concepts of a classifier and those above them, in the order of their ids.

    Parameters
    ----------
    wanted
        Ids; those above them are added.
    concepts
        The taxonomy.
    """

    def __init__(self, wanted: Sequence[str], concepts: Mapping[str, Concept]) -> None:
        paths = {topic: taxonomy.path(topic, concepts) for topic in wanted}
        self.topics = sorted({up for topic, above in paths.items() for up in (topic, *above)})
        self.numbers = {topic: number for number, topic in enumerate(self.topics)}
        self.above = [[self.numbers[up] for up in taxonomy.path(topic, concepts)] for topic in self.topics]
        self.depth: Ints = np.array([len(above) for above in self.above], np.int64)
        self.top: Ints = np.array([above[-1] if above else number for number, above in enumerate(self.above)], np.int64)
        self.containers = frozenset(map(self.numbers.__getitem__, taxonomy.CONTAINERS.intersection(self.topics)))
        self._levels = [self._level(depth) for depth in range(int(self.depth.max(initial=0)), 0, -1)]
        order = np.argsort(self.top, kind="stable")
        tops, starts = np.unique(self.top[order], return_index=True)
        self._by_top = (order, starts, np.searchsorted(tops, self.top))

    def _level(self, depth: int) -> tuple[Ints, Ints, Ints]:
        children = sorted(np.flatnonzero(self.depth == depth).tolist(), key=lambda child: (self.above[child][0], child))
        parents, starts = np.unique([self.above[child][0] for child in children], return_index=True)
        return np.array(children, np.int64), starts, parents

    def raised(self, values: NDArray[Any]) -> NDArray[Any]:
        """Return for each concept the highest value of itself and all below it (shape as given: articles, topics)."""
        highest = values.copy()
        for children, starts, parents in self._levels:
            best = np.maximum.reduceat(highest[:, children], starts, axis=1)
            highest[:, parents] = np.maximum(highest[:, parents], best)
        return highest

    def lowered(self, values: NDArray[Any]) -> NDArray[Any]:
        """Return for each concept the highest value of all above it, 0 at the top level (shape as given)."""
        above = np.zeros_like(values)
        for children, starts, parents in reversed(self._levels):
            repeats = np.diff(np.append(starts, len(children)))
            from_parents = np.maximum(values[:, parents], above[:, parents])
            above[:, children] = np.repeat(from_parents, repeats, axis=1)
        return above

    def summed(self, values: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return for each concept the sum of all that stand under the same one of the top level (shape as given)."""
        order, starts, of_topic = self._by_top
        sums: NDArray[np.int64] = np.add.reduceat(values[:, order], starts, axis=1)[:, of_topic]
        return sums
