"""What signs weigh that come together: each alone, and two together by their vectors (a factorization machine).

Weights and vectors are whole numbers, so that sums are the same on any machine and in any order.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, Self

import numpy as np

Array = np.ndarray

SIZE: Final = 16
"""Numbers of a sign's vector."""
LIMIT: Final = 127
"""The largest number of a vector."""
WEIGHT_UNIT: Final = 1e-4
"""What 1 in a weight is worth."""


_WEIGHT, _WEIGHT_LESS = SIZE, SIZE + 1
"""Columns behind the vector: a sign's weight, and that weight less what its vector would weigh with itself."""


class Learned(NamedTuple):
    """What was learned of signs."""

    signs: Sequence[str]
    weights: Array
    """(signs,) float."""
    vectors: Array
    """(signs, SIZE) float."""


class Factors:
    """The learned weights of signs.

    Parameters
    ----------
    signs
        Each once.
    weights, vectors
        (signs,) and (signs, SIZE), whole numbers: what each sign weighs alone, in units of `WEIGHT_UNIT`; its vector.
    unit
        What 1 in a vector is worth.
    """

    def __init__(self, signs: Iterable[str], weights: Array, vectors: Array, unit: float) -> None:
        self._rows: Mapping[str, int] = {sign: row for row, sign in enumerate(signs, 1)}
        self._unit, self._pair = unit, 0.5 * unit * unit
        with_itself = self._pair / WEIGHT_UNIT * (vectors.astype(np.int64) ** 2).sum(1)
        table = np.column_stack([vectors, weights, np.rint(weights - with_itself)])
        # Single precision holds whole numbers below 2**24 exactly. The first row is of signs that were not learned.
        self._table = np.concatenate([np.zeros((1, SIZE + 2)), table]).astype(np.float32)

    @classmethod
    def of(cls, learned: Learned) -> Self:
        """Return what was learned, in whole numbers."""
        unit = float(np.abs(learned.vectors).max(initial=0)) / LIMIT or 1.0
        weights, vectors = np.rint(learned.weights / WEIGHT_UNIT), np.rint(learned.vectors / unit)
        return cls(learned.signs, weights, vectors, unit)

    def write(self, file: Path) -> None:
        """Write them to a file."""
        signs = np.frombuffer("\n".join(self._rows).encode(), np.uint8)
        vectors, weights = self._table[1:, :SIZE].astype(np.int8), self._table[1:, _WEIGHT].astype(np.int32)
        np.savez_compressed(file, signs=signs, weights=weights, vectors=vectors, unit=self._unit)

    @classmethod
    def read(cls, file: Path) -> Self:
        """Read them from a file."""
        with np.load(file, allow_pickle=False) as stored:
            signs = stored["signs"].tobytes().decode().split("\n")
            return cls(signs, stored["weights"], stored["vectors"], float(stored["unit"]))

    def sum(self, signs: Iterable[str], sign: str = "", value: float = 0.0) -> float:
        """Return the sum of what signs weigh, alone and two by two.

        Parameters
        ----------
        signs
            The signs; one that comes again counts once.
        sign, value
            One more sign, and how much it counts where each of the others counts 1.
        """
        get = self._rows.get
        rows = [get(one, 0) for one in dict.fromkeys(signs)]
        sums = np.add.reduce(self._table.take(rows, axis=0), axis=0).astype(np.float64)
        vector = sums[:SIZE]
        total = WEIGHT_UNIT * sums.item(_WEIGHT_LESS) + self._pair * (vector @ vector).item()
        if value:
            one = self._table[get(sign, 0)].astype(np.float64)
            total += value * (WEIGHT_UNIT * one.item(_WEIGHT) + 2 * self._pair * (vector @ one[:SIZE]).item())
        return float(total)
