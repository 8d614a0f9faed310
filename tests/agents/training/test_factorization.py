"""Learning what signs weigh alone and two by two."""

import random

import numpy as np
import pytest

pytest.importorskip("scipy", reason="only training needs scipy")

from agents.training import factorization


def test_what_only_two_signs_together_tell_is_learned():
    """A row is right when it has one of two signs, and wrong when it has both or none: no weights alone tell that."""
    chance = random.Random(1)
    rows = [{sign: 1.0 for sign in ("a", "b") if chance.random() < 0.5} | {"": 1.0} for _ in range(60_000)]
    right = [("a" in row) != ("b" in row) for row in rows]

    learned = factorization.learn(rows, right, [1.0] * len(rows))
    found = factorization.sums(factorization.tabulate(rows, learned.signs).table, learned.weights, learned.vectors) > 0

    assert np.mean(found == np.array(right)) == 1.0


def test_the_same_rows_teach_the_same():
    """To the last digit."""
    rows, right = [{"a": 1.0}, {"b": 1.0}, {"a": 1.0, "b": 2.0}] * 5, [True, False, True] * 5
    one, other = (factorization.learn(rows, right, [1.0] * 15) for _ in range(2))
    assert np.array_equal(one.vectors, other.vectors)
    assert np.array_equal(one.weights, other.weights)


def test_rare_signs_are_left_out():
    """What one or two rows have says little."""
    assert factorization.tabulate([{"a": 1.0}, {"a": 1.0, "b": 1.0}, {"a": 1.0}]).signs == ["a"]
