"""Learn what signs weigh, each alone and two together, in telling right from wrong.

Two learners are averaged. One gives each sign a weight, by logistic regression. The other is a factorization machine
(Rendle, 2010): beside a weight each sign has a short vector, and two signs that come together weigh the product of
theirs besides.
"""

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy import optimize, sparse

from agents.tag_entities.find.factors import SIZE, Learned

Array = np.ndarray

MIN_COUNT = 3
"""In how many rows a sign must stand to be learned."""
COST_OF_WEIGHTS = 2.0
"""How strongly the regression holds weights near 0."""
MAX_STEPS = 500
"""Of the regression."""
SPREAD = 0.05
"""Of the vectors' numbers at the beginning."""
KEPT = 0.6
"""Share of its signs that a row keeps each time that it is met: else rare signs learn their rows by heart."""
PENALTY = 3e-5
"""How strongly vectors are held near 0, each time that one of their sign's rows is met."""
RATE = 8e-3
"""Step of Adam at the beginning; it falls to 0."""
PASSES = 8
BATCH = 1024
SEED = 1
_MEMORY, _MEMORY_OF_SQUARES, _LEAST = 0.9, 0.999, 1e-8

_log = logging.getLogger(__name__)


class Rows(NamedTuple):
    """Rows of signs as a table."""

    signs: list[str]
    table: sparse.csr_matrix
    """(rows, signs) float: each sign's value."""


def tabulate(rows: Sequence[Mapping[str, float]], signs: list[str] | None = None) -> Rows:
    """Return rows as a table of the given signs, or of those that are frequent enough."""
    if signs is None:
        frequency = Counter(sign for row in rows for sign in row)
        signs = sorted(sign for sign, count in frequency.items() if count >= MIN_COUNT)
    number = {sign: i for i, sign in enumerate(signs)}
    found = [[(number[sign], value) for sign, value in row.items() if sign in number] for row in rows]
    ends = np.cumsum([0, *map(len, found)])
    columns = np.array([column for row in found for column, _ in row], np.int64)
    values = np.array([value for row in found for _, value in row])
    return Rows(signs, sparse.csr_matrix((values, columns, ends), (len(rows), len(signs))))


def sums(table: sparse.csr_matrix, weights: Array, vectors: Array) -> Array:
    """Return what each row's signs weigh: (rows,) float."""
    together = table @ vectors
    total: Array = table @ weights + 0.5 * (together**2 - table.power(2) @ vectors**2).sum(1)
    return total


def learn(
    rows: Sequence[Mapping[str, float]],
    right: Sequence[bool],
    counts: Sequence[float],
    costs: Mapping[str, float] | None = None,
) -> Learned:
    """Return weights by which the rows that are right can be told.

    Parameters
    ----------
    rows
        The values of each row's signs.
    right
        Whether each row is right.
    counts
        What each row counts.
    costs
        By sign how strongly the regression holds its weight near 0, where that is not `COST_OF_WEIGHTS`.
    """
    signs, table = tabulate(rows)
    wanted, weighed = np.array(right, float), np.array(counts)
    cost = np.array([(costs or {}).get(sign, COST_OF_WEIGHTS) for sign in signs])
    machine = _machine(table, wanted, weighed)
    # Half of each: where vectors are divided by the square root of 2, their products are halved.
    weights = (machine.weights + _regression(table, wanted, weighed, cost)) / 2
    vectors = machine.vectors / 2**0.5
    loss = weighed @ _losses(sums(table, weights, vectors), wanted) / weighed.sum()
    _log.info("%d rows, %d of them right, %d signs, loss %.4f", len(rows), wanted.sum(), len(signs), loss)
    return Learned(signs, weights, vectors)


def _losses(z: Array, right: Array) -> Array:
    losses: Array = np.logaddexp(0, z) - right * z
    return losses


def _regression(table: sparse.csr_matrix, right: Array, counts: Array, cost: Array) -> Array:
    def loss(weights: Array) -> tuple[float, Array]:
        z = table @ weights
        value = counts @ _losses(z, right) + 0.5 * (cost * weights**2).sum()
        return value, table.T @ (counts * (1 / (1 + np.exp(-z)) - right)) + cost * weights

    start, options = np.zeros(table.shape[1]), {"maxiter": MAX_STEPS}
    found: Array = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    return found


def _machine(table: sparse.csr_matrix, right: Array, counts: Array) -> "_Learner":
    rng = np.random.default_rng(SEED)
    rows, signs = table.shape
    learner = _Learner(np.zeros(signs), rng.normal(0, SPREAD, (signs, SIZE)))
    batches = -(-rows // BATCH)
    for number in range(PASSES):
        order = rng.permutation(rows)
        for at in range(batches):
            chosen = order[at * BATCH : (at + 1) * BATCH]
            batch = table[chosen]
            batch.data *= (rng.random(len(batch.data)) < KEPT) / KEPT
            done = (number * batches + at) / (PASSES * batches)
            learner.learn(batch, right[chosen], counts[chosen], RATE * (1 - done))
    return learner


class _Learner:
    """Weights and vectors, which Adam changes in place."""

    def __init__(self, weights: Array, vectors: Array) -> None:
        self.weights, self.vectors = weights, vectors
        self._moments = [(np.zeros_like(part), np.zeros_like(part)) for part in (weights, vectors)]
        self._steps = 0

    def learn(self, table: sparse.csr_matrix, right: Array, counts: Array, rate: float) -> None:
        """Go a step, after some rows."""
        together, squares = table @ self.vectors, table.power(2)
        z = sums(table, self.weights, self.vectors)
        wrong = counts * (1 / (1 + np.exp(-z)) - right) / len(right)
        of_weights = table.T @ wrong
        of_vectors = table.T @ (wrong[:, None] * together) - (squares.T @ wrong)[:, None] * self.vectors
        met = np.unique(table.indices)
        of_vectors[met] += PENALTY * self.vectors[met]
        self._steps += 1
        for part, gradient, moments in zip(
            (self.weights, self.vectors), (of_weights, of_vectors), self._moments, strict=True
        ):
            part[...] -= rate * self._direction(gradient, *moments)

    def _direction(self, gradient: Array, mean: Array, square: Array) -> Array:
        mean *= _MEMORY
        mean += (1 - _MEMORY) * gradient
        square *= _MEMORY_OF_SQUARES
        square += (1 - _MEMORY_OF_SQUARES) * gradient**2
        means, squares = mean / (1 - _MEMORY**self._steps), square / (1 - _MEMORY_OF_SQUARES**self._steps)
        direction: Array = means / (np.sqrt(squares) + _LEAST)
        return direction
