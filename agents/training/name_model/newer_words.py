"""Vectors for words of the news that a model has none for, in the space of the vectors that it has.

A model's vocabulary is as old as the texts that it was made from. Words that came up since are counted here beside
those that it knows, over all news there is; how the vectors of these follow from what stands beside them gives the
others'.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from agents.arabic.folding import fold
from agents.tag_entities.name_model.features import Lexical, stems
from agents.tag_entities.name_model.network import LIMIT
from agents.training.annotations import records
from agents.training.annotations.texts import Texts
from agents.training.name_model import corpora, counted_vectors
from agents.training.name_model.examples import Words
from agents.training.name_model.further import Stored
from agents.training.name_model.student import STEP

MIN_COUNT = 8
"""How often the news must have a word."""
_PENALTY = 30.0
_MAX_COUNT = 100
"""A word that is met more often than this teaches no more."""
_WORD = re.compile(r"\w+")


class _Met(NamedTuple):
    """Words of texts: which, how often, and the texts as their numbers, -1 between lines."""

    words: list[str]
    counts: np.ndarray
    ids: np.ndarray


def lines(root: Path) -> Iterator[str]:
    """Yield the lines of all news under a data folder, less the articles that are held out to measure."""
    texts = Texts(root)
    held_out = {(article.set, article.row) for article in records.read() if article.held_out}
    for article in corpora.news(root):
        yield from (" ".join(sentence) for sentence in article)
    yield from (" ".join(article) for article in corpora.classes(root))
    for path in sorted((root / "news").glob("*/*-dev.jsonl.gz")):
        name = path.parent.name
        for number, row in enumerate(texts.rows(name)):
            if (name, number) not in held_out:
                yield row["title"]
                yield from row["text"].split("\n")


def widen(stored: Stored, news: Iterable[str]) -> Stored:
    """Return a model that has vectors, too, for words of the news that it has none for, nor without their proclitics.

    Parameters
    ----------
    stored
        Its student gets the vectors in place; what it makes of words that had one stays as it is.
    news
        Lines of text.
    """
    met = _meet(news)
    lexical = stored.words.lexical
    words = [*lexical.vocabulary, *_newer(met, lexical.vocabulary)]
    counts, counted = _counted(met, words)
    old = stored.model.vectors
    stored.model.vectors = torch.cat([old, torch.from_numpy(_mapped(counted, counts, old.numpy()))])
    vocabulary = {word: number for number, word in enumerate(words)}
    return Stored(stored.model, Words(Lexical(lexical.lists, vocabulary), stored.words.phrases))


def _meet(lines: Iterable[str]) -> _Met:
    numbers: dict[str, int] = {}
    of_published: dict[str, int] = {}
    ids = array("i")
    gap = [-1] * counted_vectors.REACH
    for line in lines:
        for word in _WORD.findall(line):
            number = of_published.get(word)
            if number is None:
                number = of_published[word] = numbers.setdefault(fold(word), len(numbers))
            ids.append(number)
        ids.extend(gap)
    flat = np.frombuffer(ids, np.int32)
    return _Met(list(numbers), np.bincount(flat[flat >= 0], minlength=len(numbers)), flat)


def _newer(met: _Met, known: Mapping[str, int]) -> list[str]:
    """Return the words that are frequent enough and unknown, most frequent first."""
    new = Counter[str]()
    for word, count in zip(met.words, met.counts.tolist(), strict=True):
        if count >= MIN_COUNT and word and word not in known and known.keys().isdisjoint(stems(word)):
            new[word] = count
    return sorted(new, key=lambda word: (-new[word], word))


def _counted(met: _Met, vocabulary: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return how often each word was met, and its vector by what stands beside it."""
    place = {word: number for number, word in enumerate(met.words)}
    at = np.array([place.get(word, -1) for word in vocabulary])
    counts = np.where(at >= 0, met.counts[at], 0)
    order = np.argsort(-counts, kind="stable")  # the first ones are what words are counted beside
    rank = np.full(len(met.words) + 1, -1, np.int32)
    rank[at[order]] = np.arange(len(order))
    rank[-1] = -1  # of gaps, and of words that were not met
    found = np.empty((len(vocabulary), counted_vectors.SIZE), np.float32)
    found[order] = counted_vectors.vectors(rank[met.ids], len(vocabulary))
    return counts, found


def _mapped(counted: np.ndarray, counts: np.ndarray, old: np.ndarray) -> np.ndarray:
    """Return vectors of the words behind those of `old`, by how those follow from `counted`; (words, numbers) float32.

    What does not follow, as most of what an encoder made of words, comes out near 0.
    """
    known = len(old)
    taught = np.flatnonzero(counts[:known] >= MIN_COUNT)
    weight = np.minimum(counts[taught], _MAX_COUNT)[:, None] ** 0.25
    x = np.concatenate([counted * np.sqrt(counted.shape[1]), np.ones((len(counted), 1), np.float32)], axis=1)
    a, b = x[taught] * weight, old[taught] * weight
    found = x[known:] @ np.linalg.solve(a.T @ a + _PENALTY * np.eye(a.shape[1]), a.T @ b)
    return (np.rint(found / STEP).clip(-LIMIT, LIMIT) * STEP).astype(np.float32)
