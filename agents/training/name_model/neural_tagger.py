"""The neural tagger from its beginning: multilingual BERT's lower layers, tuned, then written as an ONNX file."""

import logging
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from agents.arabic.folding import fold
from agents.evaluate.conll import Sentence
from agents.evaluate.span_scores import score
from agents.tag_entities.name_model.decode import LABELS
from agents.tag_entities.name_model.neural import NeuralModel
from agents.tag_entities.name_model.pieces import Pieces
from agents.training.name_model import bert_weights, neural_tuning, onnx_file, variations
from agents.training.name_model.bert import Tagger

LAYERS = 9
"""Of BERT's twelve: the upper ones know more of hidden words than of names, and time is short at run time."""
CHANGED = 0.3
"""Share of the annotated sentences that are changed in a pass."""
FOLDED = 0.1
"""Share of the sentences that are read folded: not all who write put the hamza."""
PLAN = neural_tuning.Plan(epochs=5, rate=6e-5, label_rate=6e-4, frozen=2, seed=1, kept=2)

_log = logging.getLogger(__name__)


def changed(sentence: Sentence, names: variations.Names, rng: random.Random) -> Sentence:
    """Return a sentence as it is, with names exchanged, folded, or both."""
    if rng.random() < CHANGED:
        sentence = variations.change(sentence, names, rng)
    if rng.random() < FOLDED:
        sentence = Sentence([fold(token) for token in sentence.tokens], sentence.spans)
    return sentence


def make(
    train: Sequence[tuple[Sentence, float]],
    dev: Mapping[str, Sequence[Sentence]],
    names: variations.Names,
    out: Path,
    version: str,
) -> None:
    """Tune a tagger on annotated sentences, which count by their weights, and write its file."""
    found, tensors = bert_weights.load()
    torch.manual_seed(PLAN.seed)
    model = Tagger(len(found), LAYERS, len(LABELS))
    model.load(tensors)
    pieces = Pieces({piece: i for i, piece in enumerate(found)})

    def examples(_: int, rng: random.Random) -> list[neural_tuning.Row]:
        return [row for s, weight in train for row in neural_tuning.rows(changed(s, names, rng), pieces, weight)]

    neural_tuning.tune(neural_tuning.Reader(model, pieces), examples, PLAN, dev, out.with_suffix(".pt"))
    onnx_file.export(model, found, version, out)
    made = NeuralModel.load(out)
    for name, sentences in dev.items():
        tagged = [[span[:3] for span in spans] for spans in made.spans([s.tokens for s in sentences])]
        _log.info("in integers, %s: %s", name, score([s.spans for s in sentences], tagged))
