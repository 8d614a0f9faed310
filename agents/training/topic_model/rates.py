"""Precision, recall and F1 of sets of topics."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Rates(NamedTuple):
    """Of all articles together."""

    precision: float
    recall: float
    f1: float


def rates(given: NDArray[np.bool_], wanted: NDArray[np.bool_]) -> Rates:
    """Return how sets of topics compare (shape: articles, topics)."""
    right, all_given, all_wanted = int((given & wanted).sum()), int(given.sum()), int(wanted.sum())
    return Rates(right / max(all_given, 1), right / max(all_wanted, 1), 2 * right / max(all_given + all_wanted, 1))
