"""Tuning of the neural tagger on the annotated corpora, and what it thinks of other sentences."""

import logging
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch.nn import functional as F  # noqa: N812 - the name that PyTorch users know

from agents.evaluate.conll import Sentence
from agents.evaluate.span_scores import Score, score
from agents.tag_entities.name_model.decode import LABELS, legal
from agents.tag_entities.name_model.pieces import Pieces
from agents.training.name_model.bert import Tagger
from agents.training.name_model.examples import labels_of
from agents.training.name_model.silver import NEVER, Opinion, decide

MAX_PIECES = 254
"""Pieces of a sentence that are read at once, at most; a longer sentence is cut."""
_BATCH_PIECES = 1600
"""Pieces in a batch."""
KEPT_SHARE = 0.35
"""Share of the kept weights in the average."""
_WARM_SHARE = 0.08
"""Share of the steps in which the rates rise."""
_STEPS_BETWEEN_MESSAGES = 50
_log = logging.getLogger(__name__)


class Plan(NamedTuple):
    """How to tune.

    Passes, the highest rates for encoder and labels, how many layers are left as they are, the seed; and after which
    pass the weights are kept, to be averaged with the last ones (0: none).
    """

    epochs: int
    rate: float
    label_rate: float
    frozen: int
    seed: int
    kept: int = 0


class Reader(NamedTuple):
    """The tagger, and what cuts words into the pieces that it reads."""

    model: Tagger
    pieces: Pieces


class Row(NamedTuple):
    """Words read at once, as the numbers of their pieces; the words' labels; and what they count."""

    words: list[tuple[int, ...]]
    labels: np.ndarray
    weight: float

    @property
    def size(self) -> int:
        """Count the pieces."""
        return sum(map(len, self.words))


def rows(sentence: Sentence, pieces: Pieces, weight: float = 1.0) -> Iterator[Row]:
    """Yield a sentence in pieces; one that is longer than the window becomes several."""
    labels = labels_of(sentence)
    words: list[tuple[int, ...]] = []
    begun = size = 0
    for i, token in enumerate(sentence.tokens):
        word = pieces(token)
        if words and size + len(word) > MAX_PIECES:
            yield Row(words, labels[begun:i], weight)
            words, size, begun = [], 0, i
        words.append(word)
        size += len(word)
    yield Row(words, labels[begun:], weight)


def tensors(batch: Sequence[Row], pieces: Pieces) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return a batch's piece numbers, its rows' lengths, and the flat places of words' first pieces."""
    sizes = [row.size + 2 for row in batch]
    longest = max(sizes)
    ids = np.full((len(batch), longest), pieces.padding, np.int64)
    firsts: list[int] = []
    for i, row in enumerate(batch):
        flat = [pieces.first]
        for word in row.words:
            firsts.append(i * longest + len(flat))
            flat += word
        ids[i, : len(flat) + 1] = [*flat, pieces.last]
    return torch.from_numpy(ids), torch.tensor(sizes), torch.tensor(firsts)


def batches(found: Sequence[Row], rng: random.Random | None = None) -> Iterator[list[int]]:
    """Yield the numbers of all rows, those of like size together; shuffled if there is a source of chance."""
    order = sorted(range(len(found)), key=lambda i: found[i].size + (rng.random() * 4 if rng else 0))
    groups: list[list[int]] = [[]]
    for i in order:
        if groups[-1] and (len(groups[-1]) + 1) * (found[i].size + 2) > _BATCH_PIECES:
            groups.append([])
        groups[-1].append(i)
    if rng:
        rng.shuffle(groups)
    yield from groups


def opinion(reader: Reader, sentences: Sequence[Sequence[str]]) -> Opinion:
    """Return the tagger's opinion of sentences' tokens, each sentence by itself."""
    model, pieces = reader
    model.eval()
    found = [row for tokens in sentences for row in rows(Sentence(list(tokens), []), pieces)]
    ends = np.cumsum([len(row.words) for row in found])
    scores = np.zeros((int(ends[-1]), len(LABELS)), np.float32)
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for chosen in batches(found):
            logs = torch.log_softmax(model(*tensors([found[i] for i in chosen], pieces)).float(), -1).numpy()
            at = 0
            for i in chosen:
                n = len(found[i].words)
                scores[ends[i] - n : ends[i]] = logs[at : at + n]
                at += n
    return Opinion(scores, np.where(legal(), 0, NEVER).astype(np.float32))


def evaluate(reader: Reader, sentences: Sequence[Sentence]) -> Score:
    """Return the score of the tagger on annotated sentences."""
    tokens = [s.tokens for s in sentences]
    return score([s.spans for s in sentences], [s.spans for s in decide(opinion(reader, tokens), tokens)])


def tune(
    reader: Reader,
    examples_of: Callable[[int, random.Random], list[Row]],
    plan: Plan,
    dev: Mapping[str, Sequence[Sentence]],
    out: Path,
) -> None:
    """Tune the tagger in place, and write its weights after each pass; `examples_of` gives a pass's sentences."""
    model, pieces = reader
    torch.manual_seed(plan.seed)
    rng, masks = random.Random(plan.seed), np.random.default_rng(plan.seed)  # noqa: S311 - shuffling
    encoder = model.freeze(plan.frozen)
    optimiser = _optimiser(model, encoder, plan)
    earlier: dict[str, torch.Tensor] = {}
    began = time.monotonic()
    for epoch in range(plan.epochs):
        model.train()
        found = examples_of(epoch, rng)
        order = list(batches(found, rng))
        total = 0.0
        for number, chosen in enumerate(order, 1):
            part = (epoch + (number - 1) / len(order)) / plan.epochs
            for group in optimiser.param_groups:
                group["lr"] = group["highest"] * min(1.0, (part + 1e-3) / _WARM_SHARE) * (1 - part)
            loss = _loss(model, [found[i] for i in chosen], pieces, masks)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder, 1.0)
            optimiser.step()
            total += float(loss.detach())
            if number % _STEPS_BETWEEN_MESSAGES == 0:
                where = epoch + 1, number, len(order), total / number, time.monotonic() - began
                _log.info("pass %d, step %d of %d, loss %.4f, %.0f s", *where)
        if epoch + 1 == plan.kept:
            earlier = {name: weight.clone() for name, weight in model.state_dict().items()}
        elif epoch + 1 == plan.epochs and plan.kept:
            latest = model.state_dict()
            model.load_state_dict({n: torch.lerp(latest[n], w, KEPT_SHARE) for n, w in earlier.items()})
        torch.save(model.state_dict(), out)
        last = epoch == plan.epochs - 1
        for name, sentences in dev.items():
            shown = sentences if last else sentences[::2]
            _log.info("pass %d, %s%s: %s", epoch + 1, name, "" if last else " (half)", evaluate(reader, shown))


def _optimiser(model: Tagger, encoder: list[torch.nn.Parameter], plan: Plan) -> torch.optim.Optimizer:
    groups = [
        {"params": [p for p in encoder if p.dim() > 1], "highest": plan.rate, "weight_decay": 0.01},
        {"params": [p for p in encoder if p.dim() == 1], "highest": plan.rate, "weight_decay": 0.0},
        {"params": list(model.labels.parameters()), "highest": plan.label_rate, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, fused=True)


def _loss(model: Tagger, batch: list[Row], pieces: Pieces, masks: np.random.Generator) -> torch.Tensor:
    with torch.autocast("cpu", torch.bfloat16):
        scores = model(*tensors(batch, pieces), masks)
    labels = torch.from_numpy(np.concatenate([row.labels for row in batch]))
    weights = torch.from_numpy(np.repeat([row.weight for row in batch], [len(row.words) for row in batch]))
    return (F.cross_entropy(scores.float(), labels, reduction="none") * weights.float()).mean()
