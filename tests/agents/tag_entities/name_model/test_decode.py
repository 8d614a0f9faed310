"""Labels' paths and the spans they stand for."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from agents.tag_entities.name_model.decode import LABELS, best_paths, legal, margins, spans

FEW = [0, *(LABELS.index(label) for label in ("B-PER", "I-PER", "E-PER", "S-LOC"))]


def test_legal_moves():
    """A name that is begun goes on and ends with its type; nothing goes on that was not begun."""
    table = legal()
    names = [*LABELS, "start", "end"]

    def may(before: str, after: str) -> bool:
        return bool(table[names.index(before), names.index(after)])

    assert may("start", "O")
    assert may("start", "B-PER")
    assert may("B-PER", "I-PER")
    assert may("B-PER", "E-PER")
    assert may("E-PER", "B-PER")
    assert may("S-LOC", "end")
    assert not may("B-PER", "E-ORG")
    assert not may("O", "I-PER")
    assert not may("B-PER", "O")
    assert not may("start", "E-LOC")
    assert not may("I-MISC", "end")
    assert not may("O", "start")
    assert not may("end", "O")


@settings(max_examples=25)
@given(arrays.arrays(np.float32, (4, len(LABELS)), elements=st.integers(-500, 500).map(float)))
def test_best_path_is_the_best(scores):
    """No legal path over some of the labels scores higher than the path found."""
    scores[:, [i for i in range(len(LABELS)) if i not in FEW]] = -100_000
    n = len(LABELS)
    moves = np.where(legal(), 0, -1_000_000).astype(np.float32)
    found = best_paths(scores[:, None].copy(), moves, np.array([4]))[:, 0].tolist()

    def worth(path: list[int]) -> float:
        steps = [(n, path[0]), *itertools.pairwise(path), (path[-1], n + 1)]
        return float(sum(scores[t, label] for t, label in enumerate(path)) + sum(moves[a, b] for a, b in steps))

    assert worth(found) == max(worth(list(path)) for path in itertools.product(FEW, repeat=4))


def test_lengths_differ():
    """Sentences of a batch end where they end: each has the path it has alone, and the scores stay as they are."""
    rng = np.random.default_rng(1)
    lengths = np.array([7, 5, 5, 1])
    scores = np.rint(rng.normal(0, 200, (7, 4, len(LABELS)))).astype(np.float32)
    moves = np.where(legal(), 0, -1_000_000).astype(np.float32)
    before = scores.copy()
    together = best_paths(scores, moves, lengths)
    for i, n in enumerate(lengths):
        alone = best_paths(scores[:n, i : i + 1], moves, np.array([n]))
        assert together[:n, i].tolist() == alone[:, 0].tolist()
    assert np.array_equal(scores, before)


def test_spans_and_their_scores():
    """A span's score is that of its least certain word."""
    path = [LABELS.index(label) for label in ("O", "B-ORG", "I-ORG", "E-ORG", "S-PER", "O")]
    scores = np.zeros((6, len(LABELS)), np.float32)
    for i, (label, margin) in enumerate(zip(path, (0, 640, 64, 640, 0, 0), strict=True)):
        scores[i, label] = margin
    assert [s[:3] for s in spans(path, margins(scores))] == [(1, 4, "ORG"), (4, 5, "PER")]
    assert [s[3] for s in spans(path, margins(scores))] == pytest.approx([0.7311, 0.5], abs=1e-4)
