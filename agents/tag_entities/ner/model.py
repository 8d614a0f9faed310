"""The name model: which words of a sentence name a person, a place, an organisation or another thing."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Self

import numpy as np

from agents.tag_entities.ner.decode import LABELS, best_paths, spans
from agents.tag_entities.ner.features import LONGEST, Lexical, Phrases
from agents.tag_entities.ner.memory import Memory
from agents.tag_entities.ner.network import DILATIONS, LIMIT, Network

Array = np.ndarray
NameSpan = tuple[int, int, str, float]

FILE = "names.npz"
_CUT = 256
"""Words of a sentence that are tagged at once; a longer one is cut there."""
_ROWS = 2048
"""Rows, of words and gaps, that the network is given at once: what fits a processor's cache."""
_PATHS = 512
"""Sentences whose paths are searched at once."""
_KEPT = 150_000
"""Different words that are remembered, at most: 40 MB."""


class NameModel:
    """Tags tokens with names.

    The result for a sentence depends on the sentence alone: not on the others of the batch, on what was tagged before,
    or on the machine. A word is a run of letters and digits, or one punctuation mark, as published: proclitics stay on
    (`وبوش`, `للبنان`), and a span that begins with such a word includes it; who wants the bare name takes them off.

    Parameters
    ----------
    stored
        The arrays of a model file.
    """

    reach = sum(DILATIONS)
    folds = True

    def __init__(self, stored: Mapping[str, Array]) -> None:
        self.version = text(stored["version"])
        vocabulary = {word: i for i, word in enumerate(text(stored["vocabulary"]).split("\n"))}
        lists = dict(zip(text(stored["list_words"]).split("\n"), stored["list_masks"].tolist(), strict=True))
        names = dict(zip(text(stored["names"]).split("\n"), stored["name_kinds"].tolist(), strict=True))
        self._lexical = Lexical(lists, vocabulary)
        self._phrases = Phrases(names)
        self._network = Network(stored)
        self.moves = stored["moves"].astype(np.float32)
        self._memory = Memory(self._lexical, self._phrases, self._network)

    @classmethod
    def load(cls) -> Self:
        """Give a model of the file that ships with the package; the file is read once a process."""
        return cls(_shipped())

    def spans(self, sentences: Sequence[Sequence[str]]) -> list[list[NameSpan]]:
        """Give each sentence's names: first token, token after the last, type (PER, LOC, ORG, MISC), score (0 to 1).

        Spans are in order and do not overlap.
        """
        tagged: dict[tuple[int, int], list[NameSpan]] = {}
        for places, lengths, scores in self._scored(sentences):
            paths = best_paths(scores, self.moves, lengths)
            for s in np.flatnonzero((paths > 0).any(0)).tolist():
                n = int(lengths[s])
                tagged[places[s]] = spans(paths[:n, s].tolist(), scores[:n, s])
        found: list[list[NameSpan]] = [[] for _ in sentences]
        for i, at in sorted(tagged):
            found[i] += [(start + at, end + at, kind, score) for start, end, kind, score in tagged[i, at]]
        return found

    def scores(self, sentences: Sequence[Sequence[str]]) -> list[Array]:
        """Give the labels' scores of each sentence's tokens: (tokens, labels) float32 whole numbers, UNIT a nat."""
        found = [np.zeros((len(tokens), len(LABELS)), np.float32) for tokens in sentences]
        for places, lengths, scores in self._scored(sentences):
            for s, (i, at) in enumerate(places):
                found[i][at : at + _CUT] = scores[: lengths[s], s]
        return found

    def _scored(self, sentences: Sequence[Sequence[str]]) -> Iterator[tuple[list[tuple[int, int]], Array, Array]]:
        """Score pieces of sentences, many at once, in order of falling length.

        Gives each piece's sentence and first token, its length, and the scores: (longest, pieces, labels).
        """
        if len(self._memory) > _KEPT:
            self._memory = Memory(self._lexical, self._phrases, self._network)
        memory = self._memory
        pieces = [(i, at) for i, tokens in enumerate(sentences) for at in range(0, len(tokens), _CUT)]
        words = [[memory[token] for token in sentences[i][at : at + _CUT]] for i, at in pieces]
        memory.learn()
        order = sorted(range(len(pieces)), key=lambda p: -len(words[p]))
        for first in range(0, len(order), _PATHS):
            chosen = order[first : first + _PATHS]
            group = [words[p] for p in chosen]
            scores = np.zeros((len(group[0]), len(group), len(LABELS)), np.float32)
            begun = rows = 0
            for last, piece in enumerate(group):
                if rows + len(piece) > _ROWS and last > begun:
                    self._score(group[begun:last], scores[:, begun:last])
                    begun, rows = last, 0
                rows += len(piece)
            self._score(group[begun:], scores[:, begun:])
            yield [pieces[p] for p in chosen], np.array([len(piece) for piece in group]), scores

    def _score(self, group: list[list[int]], out: Array) -> None:
        """Fill in the labels' scores, (longest, pieces, labels), of pieces that the network takes at once."""
        lengths = np.array([len(words) for words in group])
        before = np.cumsum(lengths) - lengths
        piece = np.repeat(np.arange(len(group)), lengths)
        place = np.arange(len(piece)) - before[piece]
        words = np.fromiter(chain.from_iterable(group), np.int32, len(piece))
        x = self._memory.vectors[words].astype(np.float32)
        opens = np.flatnonzero(self._memory.opens[words])
        done = 0
        for k, p, at in zip(opens.tolist(), piece[opens].tolist(), place[opens].tolist(), strict=True):
            if k >= done:
                done = k + self._mark(group[p], at, x[k:])
        np.clip(x, -LIMIT, LIMIT, out=x)
        out[place, piece] = self._network.scores(x, lengths)

    def _mark(self, words: list[int], at: int, x: Array) -> int:
        """Add what the network knows of a listed name that begins at a place to its words, and count these."""
        memory = self._memory
        start = memory.begins[words[at]]
        if at + 1 >= len(words) or f"{start} {memory.forms[words[at + 1]]}" not in self._phrases.openings:
            return 0
        forms = [memory.forms[w] for w in words[at : at + LONGEST]]
        count, kind = self._phrases.match(start, forms)
        if count:
            first = 1 + 3 * kind
            x[:count] += self._network.phrases[[first, *[first + 1] * (count - 2), first + 2]]
        return count


def text(stored: Array) -> str:
    """Give a text that is stored as bytes."""
    return stored.tobytes().decode("utf-8")


@cache
def _shipped() -> dict[str, Array]:
    with files(__package__).joinpath(FILE).open("rb") as file, np.load(file) as arrays:
        return {name: arrays[name] for name in arrays.files}
