"""The tagger's network, computed in whole numbers: the same on any processor, and however sentences are batched.

Weights and activations are integers from -127 to 127. A word by itself is computed in float32, which holds products and
their sums exactly as long as they stay below 2**24. What words tell each other is computed in bytes, by onnxruntime,
which is four times as fast. Two products must stay below 2**15 there, in which processors without better instructions
add them up: the weights of numbers that may be below 0 go to 63 only.
"""

from collections.abc import Mapping

import numpy as np
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

from agents.tag_entities.name_model.features import Words

Array = np.ndarray

DILATIONS = (1, 2, 3)
"""How far apart the three words are that each block looks at."""
LIMIT = 127
LIMIT_BESIDE_SIGNS = 63
"""Of the weights of what may be below 0, in the graph."""


class Dense:
    """A matrix with a scale and an offset for each output, both in units of the output's integers."""

    def __init__(self, stored: Mapping[str, Array], name: str) -> None:
        self.weight = stored[f"{name}.weight"].astype(np.float32)
        self.scale = stored[f"{name}.scale"].astype(np.float32)
        self.offset = stored[f"{name}.offset"].astype(np.float32)

    def finish(self, sums: Array) -> Array:
        """Scale and round sums, in place: (rows, outputs) float32 whole numbers, not yet limited."""
        np.multiply(sums, self.scale, out=sums)
        np.add(sums, self.offset, out=sums)
        np.rint(sums, out=sums)
        return sums

    def __call__(self, x: Array) -> Array:
        """Multiply (rows, inputs) by the matrix."""
        return self.finish(x @ self.weight)


class Network:
    """From words' rows and vectors to labels' scores.

    Parameters
    ----------
    stored
        The arrays of the model file.
    """

    def __init__(self, stored: Mapping[str, Array]) -> None:
        self.table: Array = stored["table"]
        self.table_scale = np.float32(stored["table.scale"])
        self.vectors: Array = stored["vectors"]
        self.phrases: Array = stored["phrases"].astype(np.int16)
        self.hidden = Dense(stored, "hidden")
        width, each = self.table.shape[1], self.vectors.shape[1]
        self._hidden = np.split(self.hidden.weight, [width, width + each])
        """The weights of a word's letters, its vector, and its stem's."""
        self.word = Dense(stored, "word")
        self._graph = _session(stored["graph"].tobytes())
        self.width = self.phrases.shape[1]

    def words(self, words: Words) -> Array:
        """Compute words, apart from where they stand.

        Returns
        -------
        Array
            (words, width) uint8: whole numbers from -LIMIT to LIMIT, and LIMIT added.
        """
        counts = np.diff(words.starts, append=len(words.rows))
        number = np.repeat(np.arange(len(counts)), counts)
        most = counts.max()
        rows = np.zeros((most, len(counts)), np.int64)  # a word with fewer has the first row for those that it lacks
        rows[np.arange(len(number)) - words.starts[number], number] = words.rows
        letters = self.table.take(rows.ravel(), axis=0).reshape(most, -1)
        # A word has fewer than a hundred rows of at most LIMIT each.
        sums = np.add.reduce(letters, axis=0, dtype=np.int16).reshape(len(counts), -1)
        sums = (sums - np.outer(most - counts, self.table[0])).astype(np.float32)
        np.multiply(sums, self.table_scale, out=sums)
        sums = np.clip(np.rint(sums, out=sums), -LIMIT, LIMIT, out=sums) @ self._hidden[0]
        for indices, weight in zip((words.vectors, words.stem_vectors), self._hidden[1:], strict=True):
            known = np.flatnonzero(indices >= 0)  # of most new words neither is
            sums[known] += self.vectors[indices[known]].astype(np.float32) @ weight
        h = np.clip(self.hidden.finish(sums), 0, LIMIT)
        computed: Array = (np.clip(self.word(h), -LIMIT, LIMIT) + LIMIT).astype(np.uint8)
        return computed

    def scores(self, x: Array, lengths: Array) -> Array:
        """Score each label at each row.

        Parameters
        ----------
        x
            (rows, width) uint8, as `words` gives them, the words of all sentences after one another.
        lengths
            (sentences,) int, the words of each, at least one.

        Returns
        -------
        Array
            (rows, labels) float32 whole numbers, in 64ths of a nat.
        """
        ends = np.cumsum(lengths)
        rows, reach = np.arange(len(x)), np.array(DILATIONS)[:, None]
        left, right = rows - reach, rows + reach
        left[left < np.repeat(ends - lengths, lengths)] = len(x)  # no sentence sees another
        right[right >= np.repeat(ends, lengths)] = len(x)
        scores: Array = self._graph.run(None, {"x": x, "left": left, "right": right})[0]
        return scores


def _session(graph: bytes) -> InferenceSession:
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # it would keep a plan for each number of rows
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_BASIC  # nothing fused: processors round alike
    options.log_severity_level = 3
    return InferenceSession(graph, options, providers=["CPUExecutionProvider"])
