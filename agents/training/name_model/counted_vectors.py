"""Word vectors from unlabelled text: which words stand beside a word, on which side, in 96 numbers."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
from scipy import sparse

MAX_WORDS = 45_000
"""Most frequent folded words that get a vector."""
MAX_CONTEXTS = 15_000
"""Most frequent words whose standing to the left or right is counted."""
REACH = 3
"""How many words beside a word count."""
SIZE = 96
"""Numbers of a vector."""


def words_of(texts: Iterable[list[str]]) -> tuple[list[str], np.ndarray]:
    """Return the frequent folded words, most frequent first, and the texts as their ids.

    The ids, int32, follow one another with REACH times -1 between texts; rarer words are -1 as well.
    """
    counts: Counter[str] = Counter()
    flat: list[str] = []
    gap = [""] * REACH
    for tokens in texts:
        counts.update(tokens)
        flat += tokens
        flat += gap
    counts.pop("", None)
    words = [w for w, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MAX_WORDS]]
    index = {w: i for i, w in enumerate(words)}
    return words, np.fromiter((index.get(w, -1) for w in flat), np.int32, len(flat))


def vectors(ids: np.ndarray, count: int, seed: int = 1) -> np.ndarray:
    """Return (count, SIZE) float32 rows of length 1: the main directions of the words' positive mutual information."""
    contexts = min(MAX_CONTEXTS, count)
    total = sparse.csr_matrix((count, 2 * contexts), dtype=np.float32)
    for distance in range(1, REACH + 1):
        left, right = ids[:-distance], ids[distance:]
        for words, others, side in ((left, right, 0), (right, left, 1)):
            keep = (words >= 0) & (others >= 0) & (others < contexts)
            ones = np.full(int(keep.sum()), 1.0 / distance, np.float32)
            pairs = sparse.coo_matrix((ones, (words[keep], others[keep] + side * contexts)), total.shape)
            total = total + pairs.tocsr()
    table = total.tocoo()
    rows = np.asarray(total.sum(1)).ravel()
    columns = np.asarray(total.sum(0)).ravel() ** 0.75
    columns /= columns.sum()
    information = np.log(table.data / np.maximum(rows[table.row] * columns[table.col], 1e-12))
    keep = information > 0
    matrix = sparse.csr_matrix((information[keep], (table.row[keep], table.col[keep])), table.shape, dtype=np.float32)
    return _directions(matrix, seed)


def _directions(matrix: sparse.csr_matrix, seed: int) -> np.ndarray:
    """Return the left singular vectors, each times the root of its value, as rows of length 1."""
    rng = np.random.default_rng(seed)
    basis = rng.standard_normal((matrix.shape[1], SIZE + 32)).astype(np.float32)
    basis = matrix @ basis
    for _ in range(4):
        basis, _ = np.linalg.qr(basis)
        basis = matrix @ (matrix.T @ basis)
    basis, _ = np.linalg.qr(basis)
    small = (matrix.T @ basis).T
    u, s, _ = np.linalg.svd(small, full_matrices=False)
    found = (basis @ u)[:, :SIZE] * np.sqrt(s[:SIZE])
    found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)
    return np.ascontiguousarray(found, np.float32)
