"""Finds all seed phrases of a batch of articles in one pass, and adds up what they say for each concept."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agents.tag_topics.evidence.vocabulary import UNKNOWN, Vocabulary

Ints = NDArray[np.int64]

MAX_COUNTS = np.array([1, 2, 2, 4])
"""How often a phrase counts at most in the title, the headings, the lead and the rest."""
ZONES = len(MAX_COUNTS)
_SLOTS = 1 << 18
"""Slots of the table that says for nearly all pairs of words at once that no phrase has them."""
_MULTIPLIER = 0x9E3779B1
"""Spreads keys over the slots (Knuth's multiplicative hash)."""


class Words(NamedTuple):
    """The numbers of the words of a batch, one after the other; UNKNOWN stands after each zone."""

    numbers: Ints
    cells: Ints
    """article * ZONES + zone of each number."""
    articles: int


class Phrases:
    """The seed phrases as a trie in arrays.

    Parameters
    ----------
    net
        What each phrase adds for each concept: the words of a phrase to concept number to weight.
    vocabulary
        Knows all words of the phrases.
    concepts
        How many concepts there are.
    """

    def __init__(self, net: Mapping[tuple[str, ...], Mapping[int, int]], vocabulary: Vocabulary, concepts: int) -> None:
        self.concepts = concepts
        self._size = len(vocabulary.known) + 1
        nodes: dict[int, int] = {}
        weights: dict[int, Mapping[int, int]] = {}
        for words, of_concepts in net.items():
            node = 0
            for word in words:
                node = nodes.setdefault(node * self._size + vocabulary.known[word], len(nodes) + 1)
            weights[node] = of_concepts
        keys = sorted(nodes)
        self._keys = np.array([*keys, np.iinfo(np.int64).max], np.int64)
        self._nodes = np.array([*(nodes[key] for key in keys), 0], np.int64)
        self._first = np.zeros(self._size, np.int64)
        for key in keys:
            if key < self._size:
                self._first[key] = nodes[key]
        self._there = np.zeros(_SLOTS, np.bool_)
        self._there[_slots(self._keys[:-1])] = True
        rows = [sorted(weights.get(node, {}).items()) for node in range(len(nodes) + 1)]
        self._starts = np.cumsum([0, *map(len, rows)])
        self._concepts = np.array([concept for row in rows for concept, _ in row], np.int64)
        self._weights = np.array([weight for row in rows for _, weight in row], np.int64)

    def find(self, words: Words) -> tuple[Ints, Ints]:
        """Return the node and the cell of each phrase in the batch; a node that ends no phrase has no weight."""
        numbers = np.concatenate([words.numbers, np.full(ZONES + 1, UNKNOWN)])
        node = self._first[words.numbers]
        positions = np.flatnonzero(node)
        node = node[positions]
        nodes, cells = [node], [words.cells[positions]]
        length = 1
        while positions.size:
            key = node * self._size + numbers[positions + length]
            maybe = self._there[_slots(key)]  # nearly all fail here, long before a search among all keys would tell
            positions, key = positions[maybe], key[maybe]
            place = np.searchsorted(self._keys, key)
            hit = self._keys[place] == key
            positions, node = positions[hit], self._nodes[place[hit]]
            nodes.append(node)
            cells.append(words.cells[positions])
            length += 1
        return np.concatenate(nodes), np.concatenate(cells)

    def evidence(self, words: Words) -> Ints:
        """Return what the phrases say for each concept in each zone (shape: articles, ZONES, concepts)."""
        nodes, cells = self.find(words)
        pairs, counts = np.unique(cells * len(self._starts) + nodes, return_counts=True)
        cells, nodes = np.divmod(pairs, len(self._starts))
        counts = np.minimum(counts, MAX_COUNTS[cells % ZONES])
        lengths = self._starts[nodes + 1] - self._starts[nodes]
        ends = np.cumsum(lengths)
        inside = np.arange(ends[-1] if ends.size else 0) - np.repeat(ends - lengths, lengths)
        entries = np.repeat(self._starts[nodes], lengths) + inside
        places = np.repeat(cells, lengths) * self.concepts + self._concepts[entries]
        values = np.repeat(counts, lengths) * self._weights[entries]
        total = np.bincount(places, values, words.articles * ZONES * self.concepts)
        return np.maximum(total, 0).astype(np.int64).reshape(words.articles, ZONES, self.concepts)


def _slots(keys: Ints) -> Ints:
    return ((keys * _MULTIPLIER) >> 20) & (_SLOTS - 1)


def join(batch: Sequence[Sequence[Sequence[int]]]) -> Words:
    """Return the zones of a batch's articles (numbers of words) one after the other."""
    numbers: list[int] = []
    lengths: list[int] = []
    for article in batch:
        for zone in article:
            numbers.extend(zone)
            numbers.append(UNKNOWN)
            lengths.append(len(zone) + 1)
    cells = np.repeat(np.arange(len(lengths)), lengths)
    return Words(np.array(numbers, np.int64), cells, len(batch))
