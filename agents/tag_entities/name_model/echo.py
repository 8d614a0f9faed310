"""What a word is elsewhere in its text: a name that is clear in one sentence helps where it is not in another.

Whoever is `توفيق الحكيم` once is a person as plain `الحكيم` ten times. The scores of a word that stands several times
in a text lean towards what its other occurrences say, as in the collective reading of Krishnan and Manning (2006).
"""

import numpy as np

from agents.tag_entities.name_model.decode import TYPES, UNIT

Array = np.ndarray

WEIGHT = 0.6
"""What the other occurrences count, an occurrence's own score being 1."""
DOUBT = 0.02
"""Added to each share, so that no other occurrence can forbid anything."""
EVEN = 0.45
"""Of the others' verdict, the share of no name that speaks neither for a name nor against it."""
_WHOLE = 4096
_KINDS = 1 + len(TYPES)
_EVEN = np.array([EVEN, *[(1 - EVEN) / len(TYPES)] * len(TYPES)])[:, None]
_KIND = np.array([0, *(kind for kind in range(1, _KINDS) for _ in "BIES")])
"""Each label's kind: none, or a type."""
_ODDS = np.rint(_WHOLE * np.exp(-np.arange(9 * UNIT) / UNIT)).astype(np.int64)
"""By how far a label's score is behind the best, in whole numbers, so that sums do not depend on their order."""


def lean(scores: Array, words: Array) -> None:
    """Change the labels' scores of words that stand more than once.

    Parameters
    ----------
    scores
        (tokens, labels) float32 whole numbers, UNIT a nat.
    words
        (tokens,) int: the same for the same word of the same text; below 0: a word that is left as it is.
    """
    _, group, counts = np.unique(words, return_inverse=True, return_counts=True)
    again = np.flatnonzero((counts[group] > 1) & (words >= 0))
    if not len(again):
        return
    chances = _chances(np.ascontiguousarray(scores[again].T))
    group = group[again]
    sums = np.stack([np.bincount(group, row, len(counts)) for row in chances])
    others = sums[:, group] - chances
    shares = others / others.sum(0)
    scores[again] += np.rint(WEIGHT * UNIT * np.log((shares + DOUBT) / (_EVEN + DOUBT)))[_KIND].T


def _chances(scores: Array) -> Array:
    """Return the chances of being no name, or one of a type: (kinds, tokens) of _WHOLE, from (labels, tokens)."""
    behind = (scores.max(0) - scores).astype(np.int64)
    odds = _ODDS[np.minimum(behind, len(_ODDS) - 1)]
    kinds = np.concatenate([odds[:1], odds[1:].reshape(len(TYPES), -1, odds.shape[1]).sum(1)])
    chances: Array = kinds * _WHOLE // kinds.sum(0)
    return chances
