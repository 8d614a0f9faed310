"""Logistic regressions: of pairs (few features), and of words (many features, many concepts at once)."""

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

Floats = NDArray[np.float64]
_ROWS_AT_ONCE = 512


def fit(features: sparse.csr_matrix, targets: Floats, penalty: float = 1.0, given: Floats | float = 0.0) -> Floats:
    """Return the weights of one regression.

    Parameters
    ----------
    features
        Shape: examples, features.
    targets
        0 to 1; shape: examples.
    penalty
        Of the squared weights.
    given
        Log odds that are there already; shape: examples.

    Returns
    -------
    array
        The weights, the constant last.
    """

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = features @ weights[:-1] + weights[-1] + given
        likely = 1 / (1 + np.exp(-odds))
        value = float(np.sum(np.logaddexp(0, odds) - targets * odds) + penalty * np.sum(weights[:-1] ** 2) / 2)
        wrong = likely - targets
        return value, np.append(features.T @ wrong + penalty * weights[:-1], wrong.sum())

    found: Floats = optimize.minimize(loss, np.zeros(features.shape[1] + 1), jac=True, method="L-BFGS-B").x
    return found


def fit_words(
    words: sparse.csr_matrix, targets: NDArray[np.float32], *, rounds: int = 8, rate: float = 0.05, decay: float = 1e-4
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return a regression for each concept, by Adam in small batches, the order of which is fixed.

    Parameters
    ----------
    words
        Rows of length one; shape: articles, words.
    targets
        Probabilities; shape: articles, concepts.
    rounds
        How often all articles are seen.
    rate
        The first step; falls to 0.
    decay
        How much of the weights is forgotten at each step.

    Returns
    -------
    pair
        The weights (shape: words, concepts) and the constants.
    """
    batch, order = 1024, np.random.default_rng(0)
    count = words.shape[0]
    steps = rounds * -(-count // batch)
    weights = np.zeros((words.shape[1], targets.shape[1]), np.float32)
    bias = np.log(targets.mean(axis=0) + 1e-3).astype(np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    step = 0
    for _ in range(rounds):
        shuffled = order.permutation(count)
        for start in range(0, count, batch):
            chosen = shuffled[start : start + batch]
            some = words[chosen]
            wrong = 1 / (1 + np.exp(-(some @ weights + bias))) - targets[chosen]
            gradient = (some.T @ wrong) / np.float32(len(chosen))
            step += 1
            now = rate * (1 - step / (steps + 1))
            for first in range(0, len(weights), _ROWS_AT_ONCE):
                rows = slice(first, first + _ROWS_AT_ONCE)
                _adam(weights[rows], mean[rows], square[rows], gradient[rows], (now, step, decay))
            bias -= now * 5 * wrong.mean(axis=0)
    return weights, bias


def _adam(
    weights: NDArray[np.float32],
    mean: NDArray[np.float32],
    square: NDArray[np.float32],
    gradient: NDArray[np.float32],
    how: tuple[float, int, float],
) -> None:
    """Take one step in place, with few rows, so that all of it stays in the processor's cache."""
    rate, step, decay = how
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
    change += decay * weights
    change *= rate
    weights -= change
