"""The lowest point of a smooth cost: what the small models of named features are learned by."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

_STEPS: Final = 300
_LENGTH_OF_STEP: Final = 0.1


def lowest(slope: Callable[[NDArray[np.float64]], NDArray[np.float64]], size: int) -> NDArray[np.float64]:
    """Return where a slope leads: steps of the size of each weight's own past slopes, ever shorter."""
    at, mean, spread = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, _STEPS + 1):
        now = slope(at)
        mean, spread = 0.9 * mean + 0.1 * now, 0.99 * spread + 0.01 * now**2
        length = _LENGTH_OF_STEP * (1 - step / (_STEPS + 1))
        at = at - length * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-9)
    return at


class LaidOut(NamedTuple):
    """Which features which examples have, as a sparse matrix of ones."""

    names: list[str]
    """The features that have a weight, in order: one is a column."""
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    """Of each one."""


def laid_out(seen: Sequence[Sequence[str]], min_seen: int) -> LaidOut:
    """Return which examples have which features; one of fewer than `min_seen` examples has no column."""
    counts = Counter(feature for features in seen for feature in features)
    names = sorted(feature for feature, count in counts.items() if count >= min_seen)
    number_of = {name: number for number, name in enumerate(names)}
    known = [[number_of[name] for name in features if name in number_of] for features in seen]
    rows = np.repeat(np.arange(len(known)), [len(numbers) for numbers in known])
    return LaidOut(names, rows, np.array([number for numbers in known for number in numbers], dtype=np.int64))


def likeliest(seen: Sequence[Sequence[str]], right: Sequence[bool], *, cost: float, min_seen: int) -> dict[str, float]:
    """Return the weights of features with which what is right is likeliest; large weights cost.

    Parameters
    ----------
    seen
        The features of each example.
    right
        Whether each example is right.
    cost
        Of a weight's square, in nats.
    min_seen
        Examples that a feature has at least; one of fewer has no weight.
    """
    names, rows, columns = laid_out(seen, min_seen)
    target = np.array(right, dtype=np.float64)

    def slope(weights: NDArray[np.float64]) -> NDArray[np.float64]:
        likely = 1 / (1 + np.exp(-np.bincount(rows, weights[columns], minlength=len(target))))
        pull = np.bincount(columns, (likely - target)[rows], minlength=len(names))
        return pull + 2 * cost * weights

    return dict(zip(names, map(float, lowest(slope, len(names))), strict=True))
