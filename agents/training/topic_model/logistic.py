"""Logistic regressions: of pairs (few features), and of words (many features, many concepts at once)."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

Floats = NDArray[np.float64]
_ROWS_AT_ONCE = 512
_MAX_STEPS = 250
"""Of the search for the weights of one regression."""
_TINY = 1e-9
_DECAY = 1e-4
"""How much of the weights of words is forgotten at each step."""


class Group(NamedTuple):
    """Biases of their own for groups of examples."""

    of: NDArray[np.int64]
    """The group of each example."""
    size: int
    """How many groups there are."""
    freedom: float
    """How freely their biases may move."""


def fit(
    features: Floats,
    targets: Floats,
    groups: Sequence[Group] = (),
    *,
    given: Floats | float = 0.0,
) -> list[Floats]:
    """Return the weights of one regression; large ones cost, each feature taken in units of its spread.

    Parameters
    ----------
    features
        Shape: examples, features.
    targets
        0 to 1; shape: examples.
    groups
        Of the same examples.
    given
        Log odds that are there already; shape: examples.

    Returns
    -------
    list of arrays
        The weights, the constant last; then of each of `groups` its biases.
    """
    mean, spread = features.mean(axis=0), features.std(axis=0) + _TINY
    even = (features - mean) / spread
    count = np.arange(len(targets))
    of_groups = [
        sparse.csr_matrix((np.full(len(count), group.freedom), (count, group.of)), (len(count), group.size))
        for group in groups
    ]
    design = sparse.csr_matrix(sparse.hstack([sparse.csr_matrix((len(count), 0)), *of_groups]))
    turned, width = sparse.csr_matrix(design.T), features.shape[1]

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = even @ weights[:width] + design @ weights[width:-1] + weights[-1] + given
        wrong = 1 / (1 + np.exp(-odds)) - targets
        value = float(np.sum(np.logaddexp(0, odds) - targets * odds) + np.sum(weights[:-1] ** 2) / 2)
        gradient = np.concatenate([even.T @ wrong, turned @ wrong]) + weights[:-1]
        return value, np.append(gradient, wrong.sum())

    size = width + sum(group.size for group in groups) + 1
    found = optimize.minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": _MAX_STEPS}).x
    weights = found[:width] / spread
    parts = np.split(found[width:-1], np.cumsum([group.size for group in groups])) if groups else []
    biases = [group.freedom * part for group, part in zip(groups, parts, strict=False)]
    return [np.append(weights, found[-1] - mean @ weights), *biases]


class Pace(NamedTuple):
    """How words are learned."""

    rounds: int = 8
    """How often all articles are seen."""
    rate: float = 0.05
    """The first step; falls to 0."""
    batch: int = 1024
    """Articles of a step."""


class Beside(NamedTuple):
    """What is known already of the concepts of each article, and how much of it counts."""

    odds: NDArray[np.float32]
    """Log odds that stay as they are; shape: articles, concepts."""
    counted: NDArray[np.float32]
    """0 where nothing is learned from an article about a concept, 1 where something is (shape as above)."""
    penalty: float
    """Of the squared weights."""


def fit_words(
    words: sparse.csr_matrix,
    targets: NDArray[np.float32],
    *,
    pace: Pace | None = None,
    beside: Beside | None = None,
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return a regression for each concept, by Adam in small batches, the order of which is fixed.

    Parameters
    ----------
    words
        Rows of length one; shape: articles, words.
    targets
        Probabilities; shape: articles, concepts.
    pace
        How fast, and how long; None: as `Pace` has it.
    beside
        Where the regressions only add to something known.

    Returns
    -------
    pair
        The weights (shape: words, concepts) and the constants.
    """
    rounds, rate, batch = pace or Pace()
    order = np.random.default_rng(0)
    count = words.shape[0]
    steps = rounds * -(-count // batch)
    weights = np.zeros((words.shape[1], targets.shape[1]), np.float32)
    bias = np.log(targets.mean(axis=0) + 1e-3).astype(np.float32) if beside is None else np.zeros_like(weights[0])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    step = 0
    for _ in range(rounds):
        shuffled = order.permutation(count)
        for start in range(0, count, batch):
            chosen = shuffled[start : start + batch]
            some = words[chosen]
            odds = some @ weights + bias
            if beside is not None:
                odds += beside.odds[chosen]
            wrong = 1 / (1 + np.exp(-odds)) - targets[chosen]
            if beside is not None:
                wrong *= beside.counted[chosen]
            gradient = (some.T @ wrong) / np.float32(len(chosen))
            if beside is not None:
                gradient += np.float32(beside.penalty) * weights
            step += 1
            now = rate * (1 - step / (steps + 1))
            for first in range(0, len(weights), _ROWS_AT_ONCE):
                rows = slice(first, first + _ROWS_AT_ONCE)
                _adam(weights[rows], mean[rows], square[rows], gradient[rows], (now, step))
            bias -= now * 5 * wrong.mean(axis=0)
    return weights, bias


def _adam(
    weights: NDArray[np.float32],
    mean: NDArray[np.float32],
    square: NDArray[np.float32],
    gradient: NDArray[np.float32],
    how: tuple[float, int],
) -> None:
    """Take one step in place, with few rows, so that all of it stays in the processor's cache."""
    rate, step = how
    mean *= 0.9
    mean += 0.1 * gradient
    square *= 0.99
    gradient *= gradient
    gradient *= 0.01
    square += gradient
    change = square / (1 - 0.99**step)
    np.sqrt(change, out=change)
    change += 1e-6
    np.divide(mean, change, out=change)
    change *= 1 / (1 - 0.9**step)
    change += _DECAY * weights
    change *= rate
    weights -= change
