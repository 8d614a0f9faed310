"""The network's arithmetic: whole numbers, however rows are put together and whatever the processor."""

import numpy as np
import pytest

from agents.tag_entities.name_model.model import _shipped
from agents.tag_entities.name_model.network import DILATIONS, LIMIT, LIMIT_BESIDE_SIGNS, Network

BYTE, SIXTEEN_BITS = 255, 2**15
FLOAT_EXACT = 2**24


@pytest.fixture(scope="module")
def network() -> Network:
    """Give the shipped model's network."""
    return Network(_shipped())


def test_sums_stay_exact(network):
    """No sum of products can reach 2**24, up to which float32 holds every whole number."""
    stored = _shipped()
    blocks = [stored[f"block{i}.{part}.weight"].astype(float) for i in range(len(DILATIONS)) for part in ("in", "out")]
    for matrix in (network.hidden.weight, network.word.weight, *blocks):
        assert (matrix == np.rint(matrix)).all()
        assert np.abs(matrix).sum(0).max() * (LIMIT + 1) < FLOAT_EXACT


def test_two_products_stay_below_sixteen_bits():
    """Weights are so small that processors that add two products up in sixteen bits lose nothing."""
    stored = _shipped()
    signed = [stored["labels.weight"], *(stored[f"block{i}.in.weight"] for i in range(len(DILATIONS)))]
    assert max(int(np.abs(weight).max()) for weight in signed) == LIMIT_BESIDE_SIGNS
    assert 2 * BYTE * LIMIT_BESIDE_SIGNS < SIXTEEN_BITS
    assert 2 * LIMIT * LIMIT < SIXTEEN_BITS


def test_scores_are_those_of_plain_integers(network):
    """The graph gives what 64-bit integers, scaled and rounded one by one, give."""
    stored = _shipped()
    rng = np.random.default_rng(2)
    lengths = np.array([1, 2, 30, 7])
    given = rng.integers(-LIMIT, LIMIT + 1, (lengths.sum(), network.width))

    def dense(x: np.ndarray, name: str) -> np.ndarray:
        scale = stored[f"{name}.scale"]
        offset = np.rint(stored[f"{name}.offset"].astype(float) / scale).astype(np.int64)
        sums = x.astype(np.int64) @ stored[f"{name}.weight"].astype(np.int64) + offset
        return sums.astype(np.float32) * scale

    expected = []
    for sentence in np.split(given, np.cumsum(lengths)[:-1]):
        x = sentence
        for i, reach in enumerate(DILATIONS):
            padded = np.pad(x, ((reach, reach), (0, 0)))
            three = np.concatenate([padded[: len(x)], x, padded[2 * reach :]], axis=1)
            hidden = np.clip(np.rint(dense(three, f"block{i}.in")), 0, LIMIT)
            x = np.clip(np.rint(x.astype(np.float32) + dense(hidden, f"block{i}.out")), -LIMIT, LIMIT + 1)
        expected.append(np.rint(dense(x, "labels")))
    assert (network.scores((given + LIMIT).astype(np.uint8), lengths) == np.concatenate(expected)).all()


def test_sentences_do_not_see_each_other(network):
    """Scores of a sentence are the same beside any other sentence."""
    rng = np.random.default_rng(3)
    one, other = (rng.integers(0, 2 * LIMIT + 1, (n, network.width), np.uint8) for n in (9, 14))

    def scores(*sentences: np.ndarray) -> np.ndarray:
        lengths = np.array([len(sentence) for sentence in sentences])
        return network.scores(np.concatenate(sentences), lengths)[: lengths[0]]

    assert (scores(one) == scores(one, other)).all()
    assert (scores(one) == scores(one, one, other)).all()
    assert (scores(one[:1]) == scores(one[:1], one[:2], other)).all()
