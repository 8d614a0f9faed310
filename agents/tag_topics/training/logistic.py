"""Logistic regressions: of pairs (few features), and of words (many features, many concepts at once)."""

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

Floats = NDArray[np.float64]


def fit(features: sparse.csr_matrix, targets: Floats, penalty: float = 1.0, given: Floats | float = 0.0) -> Floats:
    """Fit one regression.

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
    """Fit a regression for each concept, by Adam in small batches, the order of which is fixed.

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
            gradient = (some.T @ wrong) / len(chosen)
            step += 1
            mean = 0.9 * mean + 0.1 * gradient
            square = 0.99 * square + 0.01 * gradient**2
            now = rate * (1 - step / (steps + 1))
            change = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-6)
            weights -= now * (change + decay * weights)
            bias -= now * 5 * wrong.mean(axis=0)
    return weights, bias
