"""Further training of the student on today's annotated news: the last step, or one by itself from a model file.

Architecture, vocabulary and word vectors stay as they are, so that the model is as quick as before.
"""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, cast

import numpy as np
import torch
from torch import nn

from agents.evaluate.conll import Sentence
from agents.tag_entities.name_model.decode import UNIT
from agents.tag_entities.name_model.features import Lexical, Phrases
from agents.tag_entities.name_model.model import text
from agents.training.name_model import student_training, variations
from agents.training.name_model.examples import Example, Words
from agents.training.name_model.gazetteer import Lists
from agents.training.name_model.student import LARGE, STEP, VECTOR_SCALE, Student

Weighted = list[tuple[Sentence, float]]

OLDER_SHARE = 0.7
"""Share of the older corpora's sentences that a pass takes: they are known already, and are not to be forgotten."""
NEWS_WEIGHT = 3.0
"""What a sentence of today's news counts, one of the older corpora being 1."""
CHANGED_SHARE = 0.5
"""Share of the sentences that are changed in a pass."""
PLAN = student_training.Plan(epochs=6, rate=2e-3, keep=0.8, seed=21, rounded=1)


class Stored(NamedTuple):
    """A model file as a student that can go on learning, and the words that it knows."""

    model: Student
    words: Words


def load(path: Path, lists: Lists) -> Stored:
    """Return a model file's student, its weights as the integers have them, and its words with the lists of today."""
    with np.load(path) as arrays:
        stored = {name: arrays[name] for name in arrays.files}
    vocabulary = {word: i for i, word in enumerate(text(stored["vocabulary"]).split("\n"))}
    return Stored(student_of(stored), Words(Lexical(lists.words, vocabulary), Phrases(lists.names)))


def student_of(stored: Mapping[str, np.ndarray]) -> Student:
    """Return the student of a model file's arrays: what `Student.integers` makes of it are the same arrays."""
    model = Student(stored["vectors"].astype(np.float64) * (STEP / VECTOR_SCALE), LARGE)

    def put(module: nn.Module, name: str, unit: float = STEP) -> None:
        layer = cast("nn.Linear", module)
        scale = stored[f"{name}.scale"].astype(np.float64) * (unit / STEP)
        layer.weight.copy_(torch.from_numpy(stored[f"{name}.weight"].T.astype(np.float64) * scale[:, None]))
        layer.bias.copy_(torch.from_numpy(stored[f"{name}.offset"].astype(np.float64) * unit))

    with torch.no_grad():
        model.table.weight.copy_(torch.from_numpy(stored["table"] * (float(stored["table.scale"]) * STEP)))
        model.phrases.weight.copy_(torch.from_numpy(stored["phrases"] * STEP))
        put(model.hidden, "hidden")
        put(model.word, "word")
        for i, (into, layer) in enumerate(zip(model.into, model.out, strict=True)):
            put(into, f"block{i}.in")
            put(layer, f"block{i}.out")
        put(model.labels, "labels", 1 / UNIT)
        moves = torch.from_numpy(stored["moves"] / UNIT).float()
        model.crf.moves.copy_(torch.where(model.crf.legal, moves, 0.0))
    return model


def go_on(
    stored: Stored,
    older: Weighted,
    news: Sequence[Sentence],
    names: variations.Names,
    dev: Mapping[str, list[Sentence]],
) -> None:
    """Train the student further, in place: in each pass on all news, and on a part of the older corpora."""
    words = stored.words
    plain = [words.example(sentence, weight) for sentence, weight in older]
    plain_news = [words.example(sentence, NEWS_WEIGHT) for sentence in news]

    def changed(sentence: Sentence, example: Example, rng: random.Random) -> Example:
        if rng.random() >= CHANGED_SHARE:
            return example
        return words.example(variations.change(sentence, names, rng), example.weight)

    def examples(_: int, rng: random.Random) -> list[Example]:
        chosen = [at for at in range(len(older)) if rng.random() < OLDER_SHARE]
        return [
            *(changed(older[at][0], plain[at], rng) for at in chosen),
            *(changed(sentence, example, rng) for sentence, example in zip(news, plain_news, strict=True)),
        ]

    student_training.fit(stored.model, words, examples, PLAN, dev)
