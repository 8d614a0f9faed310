"""The encoder of the neural tagger: the lower layers of multilingual BERT, in PyTorch."""

from collections.abc import Mapping
from typing import cast

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812 - the name that PyTorch users know

WIDTH, HEADS, INNER = 768, 12, 3072
_DROPPED = 0.1


def drop(x: torch.Tensor, rng: np.random.Generator | None) -> torch.Tensor:
    """Drop one number in ten, in training (the mask drawn from whole bytes, which is quick)."""
    if rng is None:
        return x
    kept = torch.from_numpy(np.frombuffer(rng.bytes(x.numel()), np.uint8).reshape(x.shape) >= int(256 * _DROPPED))
    return x * kept.to(x.dtype).mul_(1 / (1 - int(256 * _DROPPED) / 256))


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, 1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, 1e-12)

    def forward(self, x: torch.Tensor, mask: torch.Tensor, rng: np.random.Generator | None) -> torch.Tensor:
        """Map (batch, length, width) to the same shape; `mask` is (batch, 1, 1, length), added to attention."""
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        x = self.norm1(x + drop(self.out(a.transpose(1, 2).reshape(batch, length, width)), rng))
        return cast("torch.Tensor", self.norm2(x + drop(self.down(F.gelu(self.up(x))), rng)))


class Tagger(nn.Module):
    """The encoder and what scores the labels of each word, read off the word's first piece."""

    def __init__(
        self, vocabulary: int, layers: int, labels: int, sizes: tuple[int, int, int] = (WIDTH, HEADS, INNER)
    ) -> None:
        super().__init__()
        width = sizes[0]
        self.embeddings = nn.Embedding(vocabulary, width)
        self.positions = nn.Parameter(torch.zeros(512, width))
        self.norm = nn.LayerNorm(width, 1e-12)
        self.layers = nn.ModuleList(Layer(*sizes) for _ in range(layers))
        self.labels = nn.Linear(width, labels)

    def load(self, weights: Mapping[str, np.ndarray]) -> None:
        """Take the weights as BERT's TensorFlow checkpoints name them; their kernels are (in, out)."""

        def get(*names: str) -> torch.Tensor:
            return torch.cat([torch.from_numpy(np.asarray(weights[n], np.float32)) for n in names], -1)

        def dense(layer: nn.Module, *names: str) -> None:
            linear = cast("nn.Linear", layer)
            linear.weight.copy_(get(*[f"{n}/kernel" for n in names]).T)
            linear.bias.copy_(get(*[f"{n}/bias" for n in names]))

        def norm(layer: nn.Module, name: str) -> None:
            normal = cast("nn.LayerNorm", layer)
            normal.weight.copy_(get(f"{name}/gamma"))
            normal.bias.copy_(get(f"{name}/beta"))

        with torch.no_grad():
            at = "bert/embeddings/"
            self.embeddings.weight.copy_(get(f"{at}word_embeddings"))
            self.positions.copy_(get(f"{at}position_embeddings") + get(f"{at}token_type_embeddings")[0])
            norm(self.norm, f"{at}LayerNorm")
            for i, module in enumerate(self.layers):
                layer = cast("Layer", module)
                at = f"bert/encoder/layer_{i}/"
                dense(layer.qkv, *[f"{at}attention/self/{n}" for n in ("query", "key", "value")])
                dense(layer.out, f"{at}attention/output/dense")
                norm(layer.norm1, f"{at}attention/output/LayerNorm")
                dense(layer.up, f"{at}intermediate/dense")
                dense(layer.down, f"{at}output/dense")
                norm(layer.norm2, f"{at}output/LayerNorm")

    def freeze(self, layers: int) -> list[nn.Parameter]:
        """Leave the embeddings and the lowest layers as they are; give the encoder's other parameters."""
        for module in (self.embeddings, self.norm, *self.layers[:layers]):
            module.requires_grad_(requires_grad=False)
        self.positions.requires_grad_(requires_grad=False)
        return [p for layer in self.layers[layers:] for p in layer.parameters()]

    def forward(
        self, ids: torch.Tensor, lengths: torch.Tensor, firsts: torch.Tensor, rng: np.random.Generator | None = None
    ) -> torch.Tensor:
        """Score labels, (words, labels), for words whose first pieces stand at the flat places `firsts` of `ids`.

        `ids` is (batch, length) numbers of pieces, of each row as many as `lengths` says.
        """
        outside = torch.arange(ids.shape[1]) >= lengths[:, None]
        mask = (outside[:, None, None, :] * -10000.0).float()
        x = self.norm(self.embeddings(ids) + self.positions[: ids.shape[1]])
        for layer in self.layers:
            x = layer(x, mask, rng)
        words = drop(x.flatten(0, 1)[firsts], rng)
        return cast("torch.Tensor", self.labels(words.float()))
