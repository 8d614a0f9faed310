"""The tuned tagger as an ONNX file: weights in eight bits, without the pieces that Arabic text has no use for."""

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from agents.tag_entities.name_model.pieces import FIRST, LAST, PADDING, UNKNOWN
from agents.training.name_model.bert import Layer, Tagger

Array = np.ndarray

MAX_LATIN_LETTERS = 3
"""Letters of the Latin pieces that are kept, at most; all words can still be put together."""
MAX_WEIGHT = 63
"""Largest weight: with it no processor's eight-bit products run over, whatever its instructions."""
_OPSET, _IR = 17, 8
_CONTRIB = "com.microsoft"
_MARKS = (PADDING, UNKNOWN, FIRST, LAST)


def kept(pieces: Sequence[str]) -> list[int]:
    """Return the numbers of the pieces that are kept: Arabic, digits, short Latin, and single letters of any script."""
    return [i for i, piece in enumerate(pieces) if piece in _MARKS or _useful(piece.removeprefix("##"))]


def _useful(piece: str) -> bool:
    if any("\u0600" <= c <= "\u06ff" for c in piece):
        return True
    if piece.isascii():
        return piece.isdigit() or 0 < len(piece) <= MAX_LATIN_LETTERS
    return len(piece) == 1 and unicodedata.east_asian_width(piece) not in "WF"


class _Graph:
    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.stored: list[onnx.TensorProto] = []

    def put(self, name: str, array: Array) -> str:
        self.stored.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, op: str, inputs: Sequence[str], name: str, *, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(op, list(inputs), [name], domain=domain, **attributes))
        return name

    def dense(self, name: str, x: str, layer: torch.nn.Linear) -> str:
        """Multiply in integers: x rounded by its own range, weights by each output's."""
        weight = _array(layer.weight)
        scale = np.maximum(np.abs(weight).max(1), 1e-8) / MAX_WEIGHT
        whole = self.put(f"{name}.weight", np.rint(weight / scale[:, None]).astype(np.int8).T)
        unit = self.put(f"{name}.scale", scale.astype(np.float32))
        zero = self.put(f"{name}.zero", np.zeros(len(scale), np.int8))
        bias = self.put(f"{name}.bias", _array(layer.bias))
        return self.add("DynamicQuantizeMatMul", [x, whole, unit, zero, bias], name, domain=_CONTRIB)

    def norm(self, name: str, x: str, layer: torch.nn.LayerNorm) -> str:
        weight, bias = self.put(f"{name}.weight", _array(layer.weight)), self.put(f"{name}.bias", _array(layer.bias))
        return self.add("LayerNormalization", [x, weight, bias], name, epsilon=1e-12)


def _array(tensor: torch.Tensor) -> Array:
    return np.asarray(tensor.detach().float().numpy())


def _layer(graph: _Graph, name: str, x: str, layer: Layer) -> str:
    """Add one transformer layer to the graph; x is (1, pieces, width)."""
    parts = [f"{name}.{n}" for n in "qkv"]
    graph.nodes.append(helper.make_node("Split", [graph.dense(f"{name}.qkv", x, layer.qkv)], parts, axis=2))
    seen = graph.add("MultiHeadAttention", parts, f"{name}.seen", domain=_CONTRIB, num_heads=layer.heads)
    x = graph.norm(
        f"{name}.norm1", graph.add("Add", [x, graph.dense(f"{name}.out", seen, layer.out)], f"{name}.a"), layer.norm1
    )
    wide = graph.add("Gelu", [graph.dense(f"{name}.up", x, layer.up)], f"{name}.gelu", domain=_CONTRIB)
    return graph.norm(
        f"{name}.norm2", graph.add("Add", [x, graph.dense(f"{name}.down", wide, layer.down)], f"{name}.b"), layer.norm2
    )


def export(model: Tagger, pieces: Sequence[str], version: str, out: Path) -> None:
    """Write the file that `NeuralModel` loads. `pieces` are all that the model was tuned with."""
    graph = _Graph()
    numbers = kept(pieces)
    table = _array(model.embeddings.weight)[numbers]
    unit = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
    vectors = graph.put("pieces", np.rint(table / unit).astype(np.int8))
    units = graph.put("pieces.scale", unit.astype(np.float32))
    whole = graph.add(
        "Cast", [graph.add("Gather", [vectors, "ids"], "vectors")], "vectors.float", to=onnx.TensorProto.FLOAT
    )
    x = graph.add("Mul", [whole, graph.add("Gather", [units, "ids"], "vectors.scale")], "known")
    length = graph.add("Shape", ["ids"], "length")
    zero = graph.put("zero", np.array([0], np.int64))
    places = graph.add("Slice", [graph.put("positions", _array(model.positions)), zero, length], "places")
    x = graph.norm("norm", graph.add("Add", [x, places], "begun"), model.norm)
    x = graph.add("Unsqueeze", [x, zero], "row")
    for i, module in enumerate(model.layers):
        assert isinstance(module, Layer)  # noqa: S101 - what a ModuleList holds is not typed
        x = _layer(graph, f"layer{i}", x, module)
    words = graph.add("Gather", [graph.add("Squeeze", [x, zero], "read"), "firsts"], "words")
    weight = graph.put("labels.weight", _array(model.labels.weight).T)
    graph.add(
        "Add",
        [graph.add("MatMul", [words, weight], "labels"), graph.put("labels.bias", _array(model.labels.bias))],
        "scores",
    )
    ids, firsts = (helper.make_tensor_value_info(n, onnx.TensorProto.INT64, [None]) for n in ("ids", "firsts"))
    scores = helper.make_tensor_value_info("scores", onnx.TensorProto.FLOAT, [None, len(model.labels.bias)])
    drawn = helper.make_graph(graph.nodes, "names", [ids, firsts], [scores], graph.stored)
    opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_CONTRIB, 1)]
    made = helper.make_model(drawn, opset_imports=opsets, ir_version=_IR)
    helper.set_model_props(made, {"version": version, "pieces": "\n".join(pieces[i] for i in numbers)})
    out.write_bytes(made.SerializeToString())
