"""Silver sentences: unlabelled text with the labels that several models together give it."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch

from agents.evaluate.conll import Sentence
from agents.tag_entities.name_model.decode import LABELS, best_paths, legal, spans
from agents.tag_entities.name_model.neural import NeuralModel
from agents.training.name_model.examples import Words
from agents.training.name_model.student import Student

Array = np.ndarray


NEVER = -1e6
"""The score of a move that is not legal."""


class Opinion(NamedTuple):
    """Scores of all tokens, (tokens, labels) float32 in nats, and of the moves between labels."""

    scores: Array
    moves: Array


def student_opinion(model: Student, words: Words, sentences: Sequence[Sequence[str]]) -> Opinion:
    """Return a student's opinion."""
    model.eval()
    examples = [words.example(Sentence(list(tokens), [])) for tokens in sentences]
    ends = np.cumsum([len(e.words) for e in examples])
    scores = np.zeros((int(ends[-1]), len(LABELS)), np.float32)
    order = sorted(range(len(examples)), key=lambda i: -len(examples[i].words))
    with torch.no_grad():
        for at in range(0, len(order), 64):
            chosen = order[at : at + 64]
            batch = words.batch(examples[i] for i in chosen)
            known = model.words(batch.rows, batch.starts, batch.vectors, 1.0)
            found = model(known, batch.places, batch.marks).numpy()
            for row, i in enumerate(chosen):
                n = len(examples[i].words)
                scores[ends[i] - n : ends[i]] = found[row, :n]
        return Opinion(scores, model.crf.table().numpy())


def neural_opinion(model: NeuralModel, sentences: Sequence[Sequence[str]]) -> Opinion:
    """Return the neural tagger's opinion."""
    return Opinion(np.concatenate(model.scores(sentences)), np.where(legal(), 0, NEVER).astype(np.float32))


def together(opinions: Sequence[Opinion], weights: Sequence[float]) -> Opinion:
    """Return the mean of opinions, which count by their weights."""
    total = np.float32(sum(weights))
    scores = sum((o.scores * np.float32(w) for o, w in zip(opinions, weights, strict=True)), np.float32(0)) / total
    moves = sum((o.moves * np.float32(w) for o, w in zip(opinions, weights, strict=True)), np.float32(0)) / total
    return Opinion(np.asarray(scores, np.float32), np.asarray(moves, np.float32))


def probabilities(opinion: Opinion) -> Array:
    """Return each token's label probabilities, apart from its neighbours': (tokens, labels)."""
    found = np.exp(opinion.scores - opinion.scores.max(1, keepdims=True))
    return np.asarray(found / found.sum(1, keepdims=True), np.float32)


def decide(opinion: Opinion, sentences: Sequence[Sequence[str]]) -> list[Sentence]:
    """Return the sentences with the spans of their best labels."""
    lengths = np.array([len(tokens) for tokens in sentences])
    starts = np.cumsum(lengths) - lengths
    order = np.argsort(-lengths, kind="stable")
    out: list[Sentence] = [Sentence([], [])] * len(sentences)
    for at in range(0, len(order), 256):
        chosen = order[at : at + 256]
        padded = np.zeros((int(lengths[chosen[0]]), len(chosen), len(LABELS)), np.float32)
        for column, i in enumerate(chosen):
            padded[: lengths[i], column] = opinion.scores[starts[i] : starts[i] + lengths[i]]
        paths = best_paths(padded, opinion.moves, lengths[chosen])
        for column, i in enumerate(chosen):
            n = int(lengths[i])
            found = [s[:3] for s in spans(paths[:n, column].tolist(), padded[:n, column])]
            out[i] = Sentence(list(sentences[i]), found)
    return out
