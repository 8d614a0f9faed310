"""The tagger's network, computed in whole numbers.

Weights and activations are integers from -127 to 127. Their products and the sums of these stay below 2**24, which
float32 holds exactly, so a matrix product gives the same numbers in any order of summation: on any processor, with any
BLAS and threads, and however sentences are batched. What follows a product is done element by element.
"""

from collections.abc import Mapping

import numpy as np

Array = np.ndarray

DILATIONS = (1, 2, 3)
"""How far apart the three words are that each block looks at."""
LIMIT = 127


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


class Block:
    """Adds to each word what three words, `reach` apart, say about it."""

    def __init__(self, stored: Mapping[str, Array], name: str, reach: int) -> None:
        self.reach = reach
        self.left, self.centre, self.right = np.split(stored[f"{name}.in.weight"].astype(np.float32), 3)
        self.into = Dense(stored, f"{name}.in")
        self.out = Dense(stored, f"{name}.out")

    def __call__(self, x: Array, heads: Array, tails: Array) -> Array:
        """Change (rows, width) in place; `heads` and `tails` are sentences' first and last rows, `reach` of each."""
        sums = x @ self.centre
        if len(x) > self.reach:
            left, right = x @ self.left, x @ self.right
            left[tails] = 0  # no sentence sees another
            right[heads] = 0
            sums[self.reach :] += left[: -self.reach]
            sums[: -self.reach] += right[self.reach :]
        h = np.clip(self.into.finish(sums), 0, LIMIT, out=sums)
        x += self.out(h)
        np.clip(x, -LIMIT, LIMIT, out=x)
        return x


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
        self.phrases: Array = stored["phrases"].astype(np.float32)
        self.hidden = Dense(stored, "hidden")
        self.word = Dense(stored, "word")
        self.blocks = [Block(stored, f"block{i}", reach) for i, reach in enumerate(DILATIONS)]
        self.labels = Dense(stored, "labels")
        self.width = self.phrases.shape[1]

    def words(self, rows: Array, starts: Array, vectors: Array, stems: Array) -> Array:
        """Compute words, apart from where they stand.

        Parameters
        ----------
        rows
            Rows of the table, int, all words' after one another; each word has at least one.
        starts
            Where each word's rows begin.
        vectors, stems
            Each word's index in the vectors, and its stem's; -1: none.

        Returns
        -------
        Array
            (words, width) int8.
        """
        # A word has fewer than a hundred rows of at most LIMIT each.
        sums = np.add.reduceat(self.table.take(rows, axis=0), starts, axis=0, dtype=np.int16).astype(np.float32)
        np.multiply(sums, self.table_scale, out=sums)
        letters = np.clip(np.rint(sums, out=sums), -LIMIT, LIMIT, out=sums)
        known = [np.where(i[:, None] >= 0, self.vectors[i], 0).astype(np.float32) for i in (vectors, stems)]
        x = np.concatenate([letters, *known], axis=1)
        h = np.clip(self.hidden(x), 0, LIMIT)
        words: Array = np.clip(self.word(h), -LIMIT, LIMIT).astype(np.int8)
        return words

    def scores(self, x: Array, lengths: Array) -> Array:
        """Score each label at each row.

        Parameters
        ----------
        x
            (rows, width) float32 whole numbers, the words of all sentences after one another; changed.
        lengths
            (sentences,) int, the words of each, at least one.

        Returns
        -------
        Array
            (rows, labels) float32 whole numbers, in 64ths of a nat.
        """
        ends = np.cumsum(lengths)
        first = np.repeat(ends - lengths, lengths)
        last = np.repeat(ends, lengths) - 1
        rows = np.arange(len(x))
        for block in self.blocks:
            x = block(x, np.flatnonzero(rows - first < block.reach), np.flatnonzero(last - rows < block.reach))
        return self.labels(x)
