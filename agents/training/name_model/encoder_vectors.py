"""Word vectors from a published multilingual encoder: the mean of what it makes of a word in a few sentences.

The encoder is not trained here. It brings what it read elsewhere: that a word is a surname, a town, a club.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import torch

from agents.arabic.folding import fold
from agents.training.name_model.encoder import WIDTH, Encoder, File, Pieces

SIZE = 96
OCCURRENCES = 4
"""Sentences that a word is wanted in; a sentence is read when it has a word that is still wanted."""
_LAYERS = 9
_WINDOW_PIECES = 96
_WINDOWS_AT_ONCE = 24


class Chosen(NamedTuple):
    """Sentences to read, and how many words they have."""

    sentences: list[list[str]]
    words: int


def choose(texts: Iterable[list[str]], index: dict[str, int], max_words: int) -> Chosen:
    """Return sentences that have each word of `index` OCCURRENCES times, up to `max_words` published words."""
    met = np.zeros(len(index), np.int32)
    chosen: list[list[str]] = []
    total = 0
    for tokens in texts:
        ids = [i for token in tokens if (i := index.get(fold(token), -1)) >= 0]
        if sum(1 for i in ids if met[i] < OCCURRENCES) * 8 >= len(tokens):
            met[ids] += 1
            chosen.append(tokens)
            total += len(tokens)
            if total >= max_words:
                break
    return Chosen(chosen, total)


def vectors(sentences: list[list[str]], words: list[str]) -> np.ndarray:
    """Return (words, SIZE) float32 rows of length 1; a word that no sentence has is read alone."""
    reader = _Reader(words)
    reader.read(sentences)
    reader.read([[word] for i, word in enumerate(words) if not reader.counts[i]])
    means = reader.sums / np.maximum(reader.counts, 1)[:, None]
    means -= means.mean(0)
    means /= np.maximum(means.std(0), 1e-6)
    _, _, directions = np.linalg.svd(means[::3], full_matrices=False)
    found = means @ directions[:SIZE].T
    found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)
    return np.ascontiguousarray(found, np.float32)


class _Reader:
    """Adds up what the encoder makes of each word."""

    def __init__(self, words: list[str]) -> None:
        file = File()
        self.pieces = Pieces(file)
        self.model = Encoder(file).eval()
        self.index = {word: i for i, word in enumerate(words)}
        self.sums = np.zeros((len(words), WIDTH), np.float32)
        self.counts = np.zeros(len(words), np.int32)

    def read(self, sentences: list[list[str]]) -> None:
        """Read sentences, cut to windows of pieces, windows of like length together."""
        parts = []
        for tokens in sentences:
            ids: list[int] = []
            owners: list[int] = []
            for token in tokens:
                found = self.pieces(token)
                if len(ids) + len(found) > _WINDOW_PIECES:
                    parts.append((ids, owners))
                    ids, owners = [], []
                ids += found
                owners += [self.index.get(fold(token), -1)] * len(found)
            parts.append((ids, owners))
        parts.sort(key=lambda part: len(part[0]))
        at = 0
        while at < len(parts):
            size = max(1, _WINDOWS_AT_ONCE * _WINDOW_PIECES // (len(parts[at][0]) + 8))
            self._add(parts[at : at + size])
            at += size

    def _add(self, group: list[tuple[list[int], list[int]]]) -> None:
        length = max(len(ids) for ids, _ in group) + 2
        file = self.pieces.file
        batch = torch.full((len(group), length), file.pad)
        owner = np.full((len(group), length), -1)
        inside = torch.zeros(len(group), length, dtype=torch.bool)
        for row, (ids, owners) in enumerate(group):
            batch[row, : len(ids) + 2] = torch.tensor([file.bos, *ids, file.eos])
            inside[row, : len(ids) + 2] = True
            owner[row, 1 : len(ids) + 1] = owners
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            hidden = self.model(batch, inside, _LAYERS).float().numpy()
        keep = owner >= 0
        np.add.at(self.sums, owner[keep], hidden[keep])
        np.add.at(self.counts, owner[keep], 1)
