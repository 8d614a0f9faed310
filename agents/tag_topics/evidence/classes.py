"""Nine classes that a public collection has its articles in, as further evidence for the top level."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from agents.tag_topics.concepts.tree import Tree

Floats = NDArray[np.float64]

NAMES = ("Beauty", "Culture", "Finance", "Gaming", "Medical", "Politics", "Religion", "Sports", "Tech")
"""The classes, in the order of the model's columns."""
MEANING: Mapping[str, tuple[str, ...]] = {
    "medtop:01000000": ("Beauty", "Culture"),
    "medtop:04000000": ("Finance",),
    "medtop:07000000": ("Medical",),
    "medtop:10000000": ("Gaming",),
    "medtop:11000000": ("Politics",),
    "medtop:12000000": ("Religion",),
    "medtop:13000000": ("Tech",),
    "medtop:15000000": ("Sports",),
    "medtop:16000000": ("Politics",),
}
"""Of concepts of the top level: the classes that mean them."""
_MIN_LOG_SHARE = -6.0
"""Of a class that is next to impossible."""

_TINY = 1e-9
"""Added to a share, so that it has a logarithm."""


class Classes:
    """What the classes say for each concept.

    Parameters
    ----------
    tree
        The concepts.
    """

    def __init__(self, tree: Tree) -> None:
        self._meanings = [tuple(map(NAMES.index, names)) for names in MEANING.values()]
        column = {tree.numbers[topic]: place for place, topic in enumerate(MEANING) if topic in tree.numbers}
        self._columns = np.array([column.get(top, len(MEANING)) for top in tree.top.tolist()], np.int64)
        self._known = (self._columns < len(MEANING)).astype(np.float64)
        self._tops = (tree.depth == 0).astype(np.float64)

    def features(self, logits: Floats) -> list[Floats]:
        """Return the log share of the classes that mean a concept's top level, whether any does, and the share itself.

        Parameters
        ----------
        logits
            Shape: articles, NAMES; or articles, 0 where no classes were learned.

        Returns
        -------
        list of arrays
            Shape of each: articles, topics.
        """
        shares = np.zeros((len(logits), len(MEANING) + 1))
        if logits.shape[1]:
            odds = np.exp(logits - logits.max(axis=1, keepdims=True))
            whole = sum(odds[:, number] for number in range(len(NAMES)))
            for place, numbers in enumerate(self._meanings):
                shares[:, place] = np.log(sum(odds[:, number] for number in numbers) / whole + _TINY)
        share = np.clip(shares, _MIN_LOG_SHARE, 0.0)[:, self._columns]
        chance = np.exp(share) * self._known
        return [share, self._known * np.ones(share.shape), chance, chance * self._tops]
