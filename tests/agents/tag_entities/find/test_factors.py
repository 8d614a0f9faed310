"""What signs weigh alone and two by two."""

import random
from pathlib import Path

import numpy as np
import pytest

from agents.tag_entities.find.factors import LIMIT, SIZE, WEIGHT_UNIT, Factors, Learned

SIGNS = [f"sign {number}" for number in range(12)]
UNIT = 0.01


def made() -> Learned:
    """Return weights and vectors by chance, in whole units."""
    chance = np.random.default_rng(1)
    vectors = chance.integers(-LIMIT, LIMIT, (len(SIGNS), SIZE))
    vectors[0, 0] = LIMIT
    return Learned(SIGNS, chance.integers(-10_000, 10_000, len(SIGNS)) * WEIGHT_UNIT, vectors * UNIT)


def test_two_signs_weigh_the_product_of_their_vectors_besides():
    """As written out for each pair, also for one whose value is not 1."""
    learned = made()
    values = [*[1.0] * (len(SIGNS) - 1), -1.75]
    pairs = [(at, other) for at in range(len(SIGNS)) for other in range(at)]
    expected = learned.weights @ values + sum(
        values[one] * values[other] * (learned.vectors[one] @ learned.vectors[other]) for one, other in pairs
    )

    assert Factors.of(learned).sum(SIGNS[:-1], SIGNS[-1], -1.75) == pytest.approx(expected, abs=1e-2)


def test_the_order_of_signs_makes_no_difference():
    """Not even in the last digit."""
    factors, signs = Factors.of(made()), list(SIGNS)
    sums = set()
    for seed in range(20):
        random.Random(seed).shuffle(signs)
        sums.add(factors.sum(signs, "sign 1", 0.7))
    assert len(sums) == 1


def test_what_was_not_learned_weighs_nothing():
    """Alone or beside others."""
    factors = Factors.of(made())
    assert factors.sum([]) == factors.sum(["unheard of"], "nor this", 3.0) == 0.0


def test_they_are_read_as_they_were_written(tmp_path: Path):
    """With every sign."""
    factors = Factors.of(made())
    factors.write(file := tmp_path / "signs.npz")
    read = Factors.read(file)
    assert [read.sum(SIGNS[:n], SIGNS[n], 2.5) for n in range(12)] == [
        factors.sum(SIGNS[:n], SIGNS[n], 2.5) for n in range(12)
    ]


def test_a_sign_that_comes_again_counts_once():
    """A word that is said thirty times in a name is not thirty times as telling."""
    factors = Factors.of(made())
    assert factors.sum([*SIGNS[:2], *SIGNS[:1] * 30]) == factors.sum(SIGNS[:2])
