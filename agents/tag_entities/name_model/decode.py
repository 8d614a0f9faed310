"""The best sequence of labels for each sentence of a batch, in whole numbers, and the spans that it stands for."""

import math

import numpy as np

Array = np.ndarray

TYPES = ("PER", "LOC", "ORG", "MISC")

_PARTS = "BIES"
LABELS = ("O", *(f"{part}-{entity_type}" for entity_type in TYPES for part in _PARTS))
"""Outside; the beginning, inside, end of a name; a name of a single word."""
_MAX_MARGIN = 30.0
"""Nats beyond which a score is 0 or 1."""
UNIT = 64.0
"""Scores are whole numbers, in this part of a nat."""


def legal() -> Array:
    """Return (labels + 2, labels + 2): whether a label may follow another; start and end of a sentence are last."""
    names = [*LABELS, "start", "end"]
    table = np.zeros((len(names), len(names)), bool)
    for i, before in enumerate(names):
        for j, after in enumerate(names):
            open_before = before[:2] in {"B-", "I-"}
            open_after = after[:2] in {"I-", "E-"}
            table[i, j] = open_before == open_after and (not open_before or before[2:] == after[2:])
    table[:, len(LABELS)] = False
    table[len(LABELS) + 1] = False
    table[len(LABELS), len(LABELS) + 1] = False
    return table


def best_paths(scores: Array, moves: Array, lengths: Array) -> Array:
    """Find each sentence's best labels (Viterbi).

    Parameters
    ----------
    scores
        (longest, sentences, labels) float32 whole numbers; sentences in order of falling length.
    moves
        (labels + 2, labels + 2) float32 whole numbers: a label after another, start and end last.
    lengths
        (sentences,) at least 1, falling.

    Returns
    -------
    Array
        (longest, sentences) int8; of no meaning past a sentence's length.
    """
    longest, count, labels = scores.shape
    inner = moves[:labels, :labels]
    alive = np.searchsorted(-lengths, -np.arange(longest), side="left").tolist()
    best = scores.transpose(0, 2, 1).copy()  # sentences last: the most of them at once
    best[0] += moves[labels, :labels, None]
    for t in range(1, longest):
        n = alive[t]
        best[t, :, :n] += (best[t - 1, :, None, :n] + inner[:, :, None]).max(0)
    out = np.zeros((longest, count), np.int8)
    current = (best[lengths - 1, :, np.arange(count)] + moves[:labels, labels + 1]).argmax(1)
    before = np.ascontiguousarray(inner.T)
    for t in range(longest - 1, 0, -1):
        n = alive[t]
        out[t, :n] = current[:n]
        # Where the best path came from is asked of that path alone, not kept of all.
        current[:n] = (best[t - 1, :, :n].T + before[current[:n]]).argmax(1)
    out[0] = current
    return out


def margins(scores: Array) -> Array:
    """Return by how much the best label of each type is before the best of all others: (tokens, types).

    `scores` is (tokens, labels).
    """
    of_label = np.ascontiguousarray(scores.T)  # tokens last: many at once
    best = list(of_label[1:].reshape(len(TYPES), len(_PARTS), -1).max(1))
    others = [np.maximum.reduce([of_label[0], *best[:number], *best[number + 1 :]]) for number in range(len(TYPES))]
    ahead: Array = np.stack(best, axis=1) - np.stack(others, axis=1)
    return ahead


def spans(labels: list[int], margins: Array) -> list[tuple[int, int, str, float]]:
    """Return the spans of one sentence's labels, each with a score from 0 to 1.

    The score is the least, over the span's words, of the odds of its type's best label against any other label;
    `margins` is what the function of that name gives for the sentence.
    """
    found = []
    first = 0
    rows = margins.tolist()
    for position, label in enumerate(labels):
        if not label:
            continue
        entity_type, part = divmod(label - 1, len(_PARTS))
        if _PARTS[part] in "BS":
            first = position
        if _PARTS[part] in "ES":
            margin = min([row[entity_type] for row in rows[first : position + 1]]) / UNIT
            odds = max(-_MAX_MARGIN, min(_MAX_MARGIN, margin))
            found.append((first, position + 1, TYPES[entity_type], round(1 / (1 + math.exp(-odds)), 4)))
    return found
