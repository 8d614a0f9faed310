"""The network of `network.py` in PyTorch: floating point, with the integers' rounding when that is switched on.

One unit of an activation's integer is LIMIT_VALUE / 127; all activations are limited to plus and minus LIMIT_VALUE.
"""

from typing import NamedTuple, cast

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812 - the name that PyTorch users know

from agents.tag_entities.name_model.decode import LABELS, UNIT
from agents.tag_entities.name_model.features import PHRASE_ROWS, ROWS
from agents.tag_entities.name_model.letter_groups import BUCKETS
from agents.tag_entities.name_model.network import DILATIONS, LIMIT, LIMIT_BESIDE_SIGNS
from agents.training.name_model.crf import Crf

LIMIT_VALUE = 4.0
STEP = LIMIT_VALUE / LIMIT
VECTOR_SCALE = 10.0
"""Word vectors, of length 1, are multiplied by this before they are limited and rounded."""
LISTED = 0.85
"""Share of the words that in training keep what the lists say of them, and of those that keep their vectors."""
LETTERS = 128
"""Numbers that the table has for each row."""


class Sizes(NamedTuple):
    """Numbers in the layers: a word's hidden layer, a word, a block's hidden layer."""

    hidden: int
    width: int
    inner: int


SMALL, LARGE = Sizes(192, 128, 160), Sizes(256, 144, 192)


class Rounded(torch.autograd.Function):
    """Rounds to whole units; the gradient passes as if it did not."""

    @staticmethod
    def forward(ctx: object, x: torch.Tensor, unit: torch.Tensor | float) -> torch.Tensor:  # noqa: ARG004
        """Round."""
        return torch.round(x / unit) * unit

    @staticmethod
    def backward(ctx: object, gradient: torch.Tensor) -> tuple[torch.Tensor, None]:  # noqa: ARG004
        """Pass the gradient."""
        return gradient, None


class Student(nn.Module):
    """Words by their letters, lists and vectors; then blocks that look at neighbours; then the labels' scores."""

    def __init__(self, vectors: np.ndarray, sizes: Sizes = SMALL) -> None:
        super().__init__()
        hidden, width, inner = sizes
        size = vectors.shape[1]
        self.table = nn.EmbeddingBag(ROWS, LETTERS, mode="sum")
        nn.init.normal_(self.table.weight, std=0.1)
        limited = np.clip(np.rint(vectors * VECTOR_SCALE / STEP), -LIMIT, LIMIT)
        self.register_buffer("vectors", torch.from_numpy(limited.astype(np.float32) * np.float32(STEP)))
        self.hidden = nn.Linear(LETTERS + 2 * size, hidden)
        self.word = nn.Linear(hidden, width)
        self.phrases = nn.Embedding(PHRASE_ROWS, width)
        nn.init.normal_(self.phrases.weight, std=0.1)
        self.into = nn.ModuleList(nn.Linear(3 * width, inner) for _ in DILATIONS)
        self.out = nn.ModuleList(nn.Linear(inner, width) for _ in DILATIONS)
        self.labels = nn.Linear(width, len(LABELS))
        self.crf = Crf()
        self.rounding = False

    def _round(self, x: torch.Tensor) -> torch.Tensor:
        x = x.clamp(-LIMIT_VALUE, LIMIT_VALUE)
        return Rounded.apply(x, STEP) if self.rounding else x

    def _dense(self, layer: nn.Module, x: torch.Tensor, limit: int = LIMIT) -> torch.Tensor:
        linear = cast("nn.Linear", layer)
        weight = linear.weight
        if self.rounding:
            weight = Rounded.apply(weight, weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-6) / limit)
        return F.linear(x, weight, linear.bias)

    def words(self, rows: torch.Tensor, starts: torch.Tensor, vectors: torch.Tensor, keep: float) -> torch.Tensor:
        """Compute words: flat `rows` of the table, each word's `starts`, (words, 2) indices of vectors, -1 none.

        In training only the share `keep` of the rows, and of the vectors, is seen.
        """
        weights = None
        known = (vectors >= 0).float()
        table = self.table.weight
        if self.rounding:
            table = Rounded.apply(table, table.detach().abs().amax() / LIMIT)
        if self.training:
            # some words are met as if no list and no other text had them
            listed = torch.rand(len(starts)) < LISTED
            word = torch.repeat_interleave(torch.diff(starts, append=torch.tensor([len(rows)])))
            weights = ((torch.rand(rows.shape) < keep) & ((rows < BUCKETS) | listed[word])).float()
            known = known * ((torch.rand(known.shape) < keep) & (torch.rand(len(known), 1) < LISTED)).float()
        letters = F.embedding_bag(rows, table, starts, mode="sum", per_sample_weights=weights)
        near = self.vectors[vectors.clamp(min=0)] * known[:, :, None]
        x = torch.cat([self._round(letters), near.flatten(1)], 1)
        h = self._round(torch.relu(self._dense(self.hidden, F.dropout(x, 0.1, self.training))))
        return self._round(self._dense(self.word, F.dropout(h, 0.2, self.training)))

    def forward(self, words: torch.Tensor, places: torch.Tensor, phrases: torch.Tensor) -> torch.Tensor:
        """Score labels, (sentences, longest, labels), from computed words, their numbers by place or -1, and marks."""
        inside = (places >= 0).float()[:, :, None]
        marks = self.phrases.weight * (torch.arange(PHRASE_ROWS) > 0).float()[:, None]
        if self.rounding:
            marks = Rounded.apply(marks, STEP)
        x = words[places.clamp(min=0)] + marks[phrases]
        x = x.clamp(-LIMIT_VALUE, LIMIT_VALUE) * inside
        x = F.dropout(x, 0.25, self.training)
        for reach, into, out in zip(DILATIONS, self.into, self.out, strict=True):
            padded = F.pad(x, (0, 0, reach, reach))
            n = x.shape[1]
            three = torch.cat([padded[:, :n], x, padded[:, 2 * reach :]], 2)
            h = self._round(torch.relu(self._dense(into, three, LIMIT_BESIDE_SIGNS)))
            y = self._dense(out, F.dropout(h, 0.15, self.training))
            y = Rounded.apply(y, STEP) if self.rounding else y
            x = (x + y).clamp(-LIMIT_VALUE, LIMIT_VALUE) * inside
        scores: torch.Tensor = self._dense(self.labels, F.dropout(x, 0.2, self.training), LIMIT_BESIDE_SIGNS)
        return scores

    def integers(self) -> dict[str, np.ndarray]:
        """Return the arrays that `Network` and its graph are made of, and the moves."""
        out: dict[str, np.ndarray] = {}

        def put(name: str, module: nn.Module, limit: int = LIMIT, unit: float = STEP) -> None:
            layer = cast("nn.Linear", module)
            weight = layer.weight.detach().double().numpy()
            scale = np.maximum(np.abs(weight).max(1, keepdims=True), 1e-6) / limit
            out[f"{name}.weight"] = np.rint(weight / scale).astype(np.int8).T.copy()
            out[f"{name}.scale"] = (scale[:, 0] * STEP / unit).astype(np.float32)
            out[f"{name}.offset"] = (layer.bias.detach().double().numpy() / unit).astype(np.float32)

        table = self.table.weight.detach().double().numpy()
        unit = np.abs(table).max() / LIMIT
        out["table"] = np.rint(table / unit).astype(np.int8)
        out["table.scale"] = np.array(unit / STEP, np.float32)
        out["vectors"] = np.rint(self.vectors.numpy() / STEP).astype(np.int8)
        out["phrases"] = np.clip(np.rint(self.phrases.weight.detach().numpy() / STEP), -LIMIT, LIMIT).astype(np.int8)
        put("hidden", self.hidden)
        put("word", self.word)
        for i, (into, layer) in enumerate(zip(self.into, self.out, strict=True)):
            put(f"block{i}.in", into, LIMIT_BESIDE_SIGNS)
            put(f"block{i}.out", layer)
        put("labels", self.labels, LIMIT_BESIDE_SIGNS, 1 / UNIT)
        out["moves"] = np.rint(self.crf.table().detach().numpy() * UNIT).astype(np.int32)
        return out
