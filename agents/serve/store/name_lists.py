"""Whom an article names, packed: numbers of entities as bytes, so that those of many articles are counted at once."""

import struct
from collections.abc import Iterable

import numpy as np

NUMBER_BYTES = 4
"""Of an entity's number in the store."""
_TOTAL_SHIFT = 8 * NUMBER_BYTES


def pack_names(numbers: Iterable[int]) -> bytes | None:
    """Return numbers of entities as bytes; None where there are none."""
    found = [*numbers]
    return struct.pack(f"<{len(found)}I", *found) if found else None


def ranked(packed: bytes, after: tuple[int, int] | None = None, most: int | None = None) -> list[tuple[int, int]]:
    """Return how many articles name each entity, and its number, the most articles first.

    Parameters
    ----------
    packed
        What `pack_names` returned of each article, one behind the other.
    after
        Articles and number of the entity after which the list begins.
    most
        How many it has at most.
    """
    numbers, totals = np.unique(np.frombuffer(packed, "<u4"), return_counts=True)
    keys = totals.astype(np.int64) << _TOTAL_SHIFT | numbers
    if after is not None:
        keys = keys[keys < (after[0] << _TOTAL_SHIFT | after[1])]
    if most is not None and len(keys) > most:
        keys = np.partition(keys, len(keys) - most)[-most:]
    keys.sort()
    return [divmod(key, 1 << _TOTAL_SHIFT) for key in keys[::-1].tolist()]
