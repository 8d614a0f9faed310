"""The linear model over words: how much the words of an article, each for itself, speak for a concept."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agents.tag_topics.evidence.phrases import ZONES, Words

ZONE_COUNTS: NDArray[np.int64] = np.array([3, 2, 2, 1], np.int64)
"""How often a word counts in the title, the headings, the lead and the rest."""
_MAX_COUNT = 40
"""Times that a word counts at most."""
COUNT_WEIGHTS: NDArray[np.int64] = np.rint(16 * np.log1p(np.arange(_MAX_COUNT + 1))).astype(np.int64)
"""The weight of a word by how often it counts, in sixteenths of a natural logarithm."""
_ROWS_AT_ONCE = 1024
"""Words whose weights are read at a time: some megabytes, however long an article is."""


class Bag(NamedTuple):
    """The words of an article that a model may know, each once."""

    rows: NDArray[np.int64]
    weights: NDArray[np.int64]


def bags(words: Words, rows: NDArray[np.int64]) -> list[Bag]:
    """Return the words of each article, weighed.

    Parameters
    ----------
    words
        Of a batch.
    rows
        The row in the model of each word's number; 0 for words that it does not know.
    """
    size = len(rows)
    of_words = rows[words.numbers]
    known = of_words > 0
    articles, zones = np.divmod(words.cells[known], ZONES)
    places, which = np.unique(articles * size + of_words[known], return_inverse=True)
    counts = np.bincount(which, ZONE_COUNTS[zones], len(places)).astype(np.int64)
    weights = COUNT_WEIGHTS[np.minimum(counts, _MAX_COUNT)]
    bounds = np.searchsorted(places, np.arange(words.articles + 1) * size)
    found = places % size
    return [Bag(found[start:end], weights[start:end]) for start, end in pairwise(bounds.tolist())]


class WordModel(NamedTuple):
    """Whole numbers, so that the sums are exact in whatever order they are added."""

    weights: NDArray[np.int8]
    """Shape: words, concepts of the model."""
    scale: NDArray[np.float64]
    """Of each concept: what 1 in `weights` is worth."""
    bias: NDArray[np.float64]
    rarity: NDArray[np.int64]
    """Of each word: its inverse document frequency, in sixteenths of a natural logarithm."""

    def logits(self, words: Bag) -> NDArray[np.float64]:
        """Return the log odds of each concept of the model; the bias alone where no word is known."""
        length = np.sqrt(float(np.sum((words.weights * self.rarity[words.rows]) ** 2)))
        if not length:
            return self.bias
        total = np.zeros(len(self.bias), np.float32)
        for start in range(0, len(words.rows), _ROWS_AT_ONCE):
            part = slice(start, start + _ROWS_AT_ONCE)
            # Whole numbers below 2**24: single precision holds every sum exactly.
            total += words.weights[part].astype(np.float32) @ self.weights[words.rows[part]].astype(np.float32)
        logits: NDArray[np.float64] = total.astype(np.float64) * self.scale / length + self.bias
        return logits

    def all_logits(self, bags: Sequence[Bag]) -> NDArray[np.float64]:
        """Return `logits` of several articles (shape: articles, concepts)."""
        return np.array([self.logits(words) for words in bags]).reshape(len(bags), len(self.bias))
