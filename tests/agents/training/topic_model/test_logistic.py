"""Logistic regressions of few features, and of words beside what is known."""

import numpy as np
import pytest

sparse = pytest.importorskip("scipy.sparse", reason="only training needs scipy")
from agents.training.topic_model import logistic  # noqa: E402 - needs it, too


def test_groups_have_biases() -> None:
    """Of two groups that a feature does not tell apart, the one with more right examples gets the higher bias."""
    features = np.random.default_rng(0).normal(size=(400, 1))
    group = np.arange(400) % 2
    _, biases = logistic.fit(features, (group == 1).astype(np.float64), (logistic.Group(group, 2, 1.0),))
    assert biases[1] > 1 > -1 > biases[0]


def test_weights_fit_features_as_they_come() -> None:
    """The weights are those of features in their own units."""
    features = np.random.default_rng(0).normal(3, 50, (2000, 1))
    (weights,) = logistic.fit(features, (features[:, 0] > 10).astype(np.float64))
    found = features @ weights[:-1] + weights[-1] > 0
    assert float((found == (features[:, 0] > 10)).mean()) > 0.99


def test_what_does_not_count_teaches_nothing() -> None:
    """An article is passed over for the concepts that do not count for it."""
    words = sparse.csr_matrix(np.tile(np.eye(2, dtype=np.float32), (50, 1)))
    targets = np.tile(np.array([[1, 1], [0, 0]], np.float32), (50, 1))
    counted = np.tile(np.array([[1, 0], [1, 0]], np.float32), (50, 1))
    weights, _ = logistic.fit_words(
        words, targets, pace=logistic.Pace(20, 0.1, 10), beside=logistic.Beside(np.zeros_like(targets), counted, 1e-5)
    )
    assert (weights[0, 0] > 1, weights[1, 0] < -1, bool((weights[:, 1] == 0).all())) == (True, True, True)
