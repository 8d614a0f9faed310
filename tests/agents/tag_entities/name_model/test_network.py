"""The network's arithmetic: whole numbers, however rows are put together."""

import numpy as np
import pytest

from agents.tag_entities.name_model.model import _shipped
from agents.tag_entities.name_model.network import LIMIT, Network


@pytest.fixture(scope="module")
def network() -> Network:
    """Give the shipped model's network."""
    return Network(_shipped())


def test_sums_stay_exact(network):
    """No sum of products can reach 2**24, up to which float32 holds every whole number."""
    matrices = [network.hidden.weight, network.word.weight, network.labels.weight]
    for block in network.blocks:
        matrices += [np.concatenate([block.left, block.centre, block.right]), block.out.weight]
    for matrix in matrices:
        assert (matrix == np.rint(matrix)).all()
        assert np.abs(matrix).sum(0).max() * LIMIT < 2**24


def test_one_block_is_as_in_integers(network):
    """A product in float32 equals the same one in 64-bit integers."""
    rng = np.random.default_rng(2)
    x = rng.integers(-LIMIT, LIMIT + 1, (50, network.width))
    exact = x @ network.labels.weight.astype(np.int64)
    assert ((x.astype(np.float32) @ network.labels.weight).astype(np.int64) == exact).all()


def test_sentences_do_not_see_each_other(network):
    """Scores of a sentence are the same beside any other sentence."""
    rng = np.random.default_rng(3)
    one, other = (rng.integers(-LIMIT, LIMIT + 1, (n, network.width)).astype(np.float32) for n in (9, 14))

    def scores(*sentences: np.ndarray) -> np.ndarray:
        lengths = np.array([len(sentence) for sentence in sentences])
        return network.scores(np.concatenate(sentences), lengths)[: lengths[0]]

    assert (scores(one) == scores(one, other)).all()
    assert (scores(one) == scores(one, one, other)).all()
    assert (scores(one[:1]) == scores(one[:1], one[:2], other)).all()
