"""Sentences as numbers for the student, and batches of them."""

import random
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import torch

from agents.arabic.folding import fold
from agents.evaluate.conll import Sentence
from agents.tag_entities.name_model.decode import LABELS
from agents.tag_entities.name_model.features import LONGEST, Lexical, Phrases


class Example(NamedTuple):
    """A sentence: its words' numbers, its words' places in listed names, its labels, and how much it counts.

    `soft`, where there is one, is what is to be learned beside the labels: (words, labels) probabilities.
    """

    words: np.ndarray
    marks: np.ndarray
    labels: np.ndarray
    weight: float
    soft: np.ndarray | None = None


class Batch(NamedTuple):
    """What the student reads; see `Student.words` and `Student.forward`. Sentences in order of falling length.

    `soft` is (sentences, longest, labels), zeros where there is nothing to learn.
    """

    rows: torch.Tensor
    starts: torch.Tensor
    vectors: torch.Tensor
    places: torch.Tensor
    marks: torch.Tensor
    labels: torch.Tensor
    lengths: torch.Tensor
    weights: torch.Tensor
    soft: torch.Tensor


def labels_of(sentence: Sentence) -> np.ndarray:
    """Return a sentence's labels as indices into LABELS."""
    labels = np.zeros(len(sentence.tokens), np.int64)
    for start, end, kind in sentence.spans:
        first = LABELS.index(f"B-{kind}")
        labels[start:end] = first + 1
        labels[start], labels[end - 1] = first, first + 2
        if end - start == 1:
            labels[start] = first + 3
    return labels


class Words:
    """The words met, each with its rows and vectors."""

    def __init__(self, lexical: Lexical, phrases: Phrases) -> None:
        self.lexical, self.phrases = lexical, phrases
        self.numbers: dict[str, int] = {}
        self.begins: list[str] = []
        self.rows: list[np.ndarray] = []
        self.vectors: list[tuple[int, int]] = []

    def number(self, form: str) -> int:
        """Return a folded word's number."""
        found = self.numbers.get(form)
        if found is None:
            found = self.numbers[form] = len(self.rows)
            word = self.lexical([form])
            self.rows.append(word.rows.astype(np.int32))
            self.vectors.append((int(word.vectors[0]), int(word.stem_vectors[0])))
            self.begins.append(self.phrases.begins(form, word.stems[0]))
        return found

    def example(self, sentence: Sentence, weight: float = 1.0, soft: np.ndarray | None = None) -> Example:
        """Return a sentence in numbers."""
        forms = [fold(token) for token in sentence.tokens]
        words = np.array([self.number(form) for form in forms], np.int32)
        marks = np.zeros(len(forms), np.int64)
        done = 0
        for i, w in enumerate(words.tolist()):
            if i >= done and self.begins[w]:
                count, kind = self.phrases.match(self.begins[w], forms[i : i + LONGEST])
                if count:
                    done = i + count
                    marks[i:done] = 2 + 3 * kind
                    marks[i], marks[done - 1] = 1 + 3 * kind, 3 + 3 * kind
        return Example(words, marks, labels_of(sentence), weight, soft)

    def batch(self, examples: Iterable[Example]) -> Batch:
        """Return sentences as one batch."""
        chosen = sorted(examples, key=lambda e: -len(e.words))
        lengths = np.array([len(e.words) for e in chosen])
        longest = int(lengths[0])
        used, inverse = np.unique(np.concatenate([e.words for e in chosen]), return_inverse=True)
        places = np.full((len(chosen), longest), -1, np.int64)
        marks = np.zeros_like(places)
        labels = np.zeros_like(places)
        soft = np.zeros((*places.shape, len(LABELS)), np.float32)
        at = 0
        for i, e in enumerate(chosen):
            n = len(e.words)
            places[i, :n] = inverse[at : at + n]
            marks[i, :n] = e.marks
            labels[i, :n] = e.labels
            if e.soft is not None:
                soft[i, :n] = e.soft
            at += n
        rows = [self.rows[w] for w in used.tolist()]
        starts = np.cumsum([0, *map(len, rows[:-1])])
        vectors = np.array([self.vectors[w] for w in used.tolist()])
        return Batch(
            rows=torch.from_numpy(np.concatenate(rows).astype(np.int64)),
            starts=torch.from_numpy(starts),
            vectors=torch.from_numpy(vectors),
            places=torch.from_numpy(places),
            marks=torch.from_numpy(marks),
            labels=torch.from_numpy(labels),
            lengths=torch.from_numpy(lengths),
            weights=torch.tensor([e.weight for e in chosen]),
            soft=torch.from_numpy(soft),
        )

    def batches(self, examples: list[Example], size: int, rng: random.Random) -> Iterator[Batch]:
        """Yield all examples once, in batches of about `size` words, sentences of like length together."""
        order = sorted(range(len(examples)), key=lambda i: len(examples[i].words) + rng.random() * 8)
        groups: list[list[int]] = [[]]
        for i in order:
            if groups[-1] and (len(groups[-1]) + 1) * len(examples[i].words) > size:
                groups.append([])
            groups[-1].append(i)
        rng.shuffle(groups)
        for group in groups:
            yield self.batch(examples[i] for i in group)
