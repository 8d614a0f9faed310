"""Training of the student, and the writing of the model file."""

import logging
import random
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from agents.evaluate.conll import Sentence, Span
from agents.evaluate.span_scores import Score, score
from agents.training.name_model.examples import Example, Words
from agents.training.name_model.network_graph import graph
from agents.training.name_model.silver import decide, student_opinion
from agents.training.name_model.student import Student

SOFT_WEIGHT = 0.5
"""Weight of the probabilities to learn, beside the likelihood of the labels."""

_BATCH_WORDS = 2048
_PASSES_BETWEEN_SCORES = 3
_MATRIX = 2
"""Dimensions of a matrix."""
_log = logging.getLogger(__name__)


class Plan(NamedTuple):
    """How to train.

    Passes over the examples, the highest learning rate, the share of a word's rows that is seen, the seed, and how many
    of the last passes are made with the integers' rounding.
    """

    epochs: int
    rate: float
    keep: float
    seed: int
    rounded: int = 0


def tag(model: Student, words: Words, sentences: Sequence[Sentence]) -> list[list[Span]]:
    """Return the spans that the model, as it is in training, finds in sentences."""
    tokens = [s.tokens for s in sentences]
    return [s.spans for s in decide(student_opinion(model, words, tokens), tokens)]


def evaluate(model: Student, words: Words, sentences: Sequence[Sentence]) -> Score:
    """Return the score of the student on annotated sentences."""
    return score([s.spans for s in sentences], tag(model, words, sentences))


def fit(
    model: Student,
    words: Words,
    examples_of: Callable[[int, random.Random], list[Example]],
    plan: Plan,
    dev: Mapping[str, Sequence[Sentence]],
) -> None:
    """Train the model in place; `examples_of` gives the examples of a pass, by its number."""
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)  # noqa: S311 - shuffling
    optimiser = _optimiser(model, plan.rate)
    began = time.monotonic()
    for epoch in range(plan.epochs):
        model.rounding = epoch >= plan.epochs - plan.rounded
        model.train()
        examples = examples_of(epoch, rng)
        tokens = sum(len(e.words) for e in examples)
        done, total = 0, 0.0
        for batch in words.batches(examples, _BATCH_WORDS, rng):
            part = (epoch + done / tokens) / plan.epochs
            for group in optimiser.param_groups:
                group["lr"] = plan.rate * min(1.0, 2 * plan.epochs * part + 0.05) * (1 - part) + 1e-5
            known = model.words(batch.rows, batch.starts, batch.vectors, plan.keep)
            scores = model(known, batch.places, batch.marks)
            loss = (model.crf.loss(scores, batch.labels, batch.lengths) * batch.weights).sum()
            loss = loss - SOFT_WEIGHT * (batch.soft * torch.log_softmax(scores, -1)).sum()
            optimiser.zero_grad()
            (loss / batch.lengths.sum()).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            done += int(batch.lengths.sum())
            total += float(loss.detach())
        _log.info("pass %d, loss %.4f, %d words, %.0f s", epoch + 1, total / tokens, tokens, time.monotonic() - began)
        if epoch % _PASSES_BETWEEN_SCORES == _PASSES_BETWEEN_SCORES - 1 or epoch == plan.epochs - 1:
            for name, sentences in dev.items():
                _log.info("  %s %s", name, evaluate(model, words, sentences))


def _optimiser(model: Student, rate: float) -> torch.optim.Optimizer:
    decayed: list[torch.Tensor] = []
    others: list[torch.Tensor] = []
    for name, parameter in model.named_parameters():
        plain = parameter.dim() < _MATRIX or name.startswith(("table", "phrases", "crf"))
        (others if plain else decayed).append(parameter)
    groups = [{"params": decayed, "weight_decay": 0.02}, {"params": others, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=rate, fused=True)


def write(model: Student, words: Words, version: str, out: Path) -> None:
    """Write the model file."""
    lexical, names = words.lexical, words.phrases.names
    arrays = model.integers()
    arrays["graph"] = np.frombuffer(graph(arrays), np.uint8)
    arrays["version"] = _text(version)
    arrays["vocabulary"] = _text("\n".join(lexical.vocabulary))
    arrays["list_words"] = _text("\n".join(sorted(lexical.lists)))
    arrays["list_masks"] = np.array([lexical.lists[w] for w in sorted(lexical.lists)], np.uint16)
    arrays["names"] = _text("\n".join(sorted(names)))
    arrays["name_kinds"] = np.array([names[n] for n in sorted(names)], np.uint8)
    np.savez_compressed(out, allow_pickle=False, **arrays)


def _text(value: str) -> np.ndarray:
    return np.frombuffer(value.encode("utf-8"), np.uint8)
