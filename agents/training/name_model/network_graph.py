"""The small network's blocks and labels as the ONNX graph that `Network` runs."""

from collections.abc import Mapping

import numpy as np
from onnx import NodeProto, TensorProto, helper, numpy_helper

from agents.tag_entities.name_model.network import DILATIONS, LIMIT

Array = np.ndarray

_OPSET, _IR = 17, 8
_CONTRIB = "com.microsoft"


class _Graph:
    """A graph that grows; each method returns the name of what it added."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = arrays
        self.nodes: list[NodeProto] = []
        self.stored: list[TensorProto] = []
        self.one = self.put(np.float32(1))
        self.nothing = self.put(np.uint8(0))
        self.limit = self.put(np.uint8(LIMIT))
        width = arrays["labels.weight"].shape[0]
        self.no_word = self.put(np.full((1, width), LIMIT, np.uint8))

    def add(self, op: str, *inputs: str, domain: str = "", out: str = "", **attributes: int) -> str:
        name = out or f"{op}{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, list(inputs), [name], domain=domain, **attributes))
        return name

    def put(self, array: Array | np.generic) -> str:
        name = f"stored{len(self.stored)}"
        self.stored.append(numpy_helper.from_array(np.asarray(array), name))
        return name

    def dense(self, x: str, zero: str, name: str, *zero_out: str) -> str:
        """Multiply (rows, inputs) bytes, of which `zero` stands for 0: into bytes where `zero_out` is given."""
        scale = self._arrays[f"{name}.scale"]
        offset = np.rint(self._arrays[f"{name}.offset"].astype(np.float64) / scale).astype(np.int32)
        weight = [self.put(array) for array in (self._arrays[f"{name}.weight"], scale, np.zeros(len(scale), np.int8))]
        out = [self.one, *zero_out] if zero_out else []
        return self.add("QGemm", x, self.one, zero, *weight, self.put(offset), *out, domain=_CONTRIB)

    def block(self, x: str, number: int) -> str:
        """Add to each word what three words, as far apart as the block's dilation says, tell about it."""
        words = self.add("Concat", x, self.no_word, axis=0)
        left, right = (
            self.add("Gather", words, self.add("Gather", side, self.put(np.array(number)), axis=0), axis=0)
            for side in ("left", "right")
        )
        three = self.add("Concat", left, x, right, axis=1)
        hidden = self.add(
            "Clip", self.dense(three, self.limit, f"block{number}.in", self.nothing), self.nothing, self.limit
        )
        told = self.dense(hidden, self.nothing, f"block{number}.out")
        before = self.add("DequantizeLinear", x, self.one, self.limit)
        return self.add("QuantizeLinear", self.add("Add", before, told), self.one, self.limit)


def graph(arrays: Mapping[str, Array]) -> bytes:
    """Return the ONNX file of the blocks and labels whose weights the arrays are, as `Student.integers` gives them.

    Inputs: `x` (rows, width) uint8, LIMIT more than the word's numbers; `left` and `right` (dilations, rows) int64, the
    row of the neighbour that each block looks at, the number of rows where there is none. Output: `scores`
    (rows, labels) float32 whole numbers.
    """
    made = _Graph(arrays)
    x = "x"
    for number in range(len(DILATIONS)):
        x = made.block(x, number)
    made.add("Round", made.dense(x, made.limit, "labels"), out="scores")
    width, labels = arrays["labels.weight"].shape
    sides = [
        helper.make_tensor_value_info(side, TensorProto.INT64, [len(DILATIONS), "rows"]) for side in ("left", "right")
    ]
    model = helper.make_model(
        helper.make_graph(
            made.nodes,
            "names",
            [helper.make_tensor_value_info("x", TensorProto.UINT8, ["rows", width]), *sides],
            [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["rows", labels])],
            made.stored,
        ),
        opset_imports=[helper.make_opsetid("", _OPSET), helper.make_opsetid(_CONTRIB, 1)],
        ir_version=_IR,
    )
    return bytes(model.SerializeToString())
