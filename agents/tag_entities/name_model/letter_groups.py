"""The groups of letters of words, hashed to rows of the model's table: all groups of many words in a few steps."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np

Array = np.ndarray

BUCKETS = 1 << 15
"""Rows of the table that letter groups are hashed to."""
MAX_STEM_LETTERS = 24
"""Letters of a stem of which groups are made."""
_MAX_EDGE_LETTERS = 4
"""Letters of a word's beginnings and ends."""
_GROUP_LETTERS = (3, 4)
_BEGINNING, _ENDING, _GROUP = map(crc32, (b"p", b"s", b"g"))
"""What hashes of different kinds begin with."""
_ALL_BITS = 0xFFFFFFFF
_STEPS = np.array([crc32(bytes([byte]), _ALL_BITS) ^ _ALL_BITS for byte in range(256)], np.uint32)
"""What a byte does to a checksum: CRC-32, as zlib computes it."""
_CONTINUED, _CONTINUES = 0xC0, 0x80
"""The bits that tell, in UTF-8, a byte that does not begin a letter."""


def groups(words: Sequence[str], stems: Sequence[str]) -> tuple[Array, Array]:
    """Hash words' beginnings and ends, and the groups of three and four letters of their stems between < and >.

    Returns
    -------
    tuple of Array
        The number of the word of each group, and the group's row, both int64; a row may come more than once.
    """
    edged = [f"<{stem[:MAX_STEM_LETTERS]}>" for stem in stems]
    encoded = "".join([*words, *edged]).encode("utf-8", "surrogatepass")
    text = np.frombuffer(encoded, np.uint8)
    letters = np.append(np.flatnonzero((text & _CONTINUED) != _CONTINUES), len(text))  # where each begins
    lengths = np.array([*map(len, words), *map(len, edged)])
    lasts = np.cumsum(lengths)
    firsts = lasts - lengths
    count = len(words)
    found: list[tuple[int, Array, Array, Array]] = []
    for size in range(1, _MAX_EDGE_LETTERS + 1):
        long = np.flatnonzero(lengths[:count] >= size)
        found += [
            (_BEGINNING, long, firsts[long], firsts[long] + size),
            (_ENDING, long, lasts[long] - size, lasts[long]),
        ]
    word_of = np.repeat(np.arange(count), lengths[count:])
    begins = np.arange(firsts[count] if count else 0, lasts[-1] if count else 0)
    for size in _GROUP_LETTERS:
        inside = begins + size <= lasts[count + word_of]
        found.append((_GROUP, word_of[inside], begins[inside], begins[inside] + size))
    kinds = np.repeat(np.array([kind for kind, *_ in found], np.uint32), [len(part[1]) for part in found])
    numbers, first, last = (np.concatenate(parts) for parts in list(zip(*found, strict=True))[1:])
    return numbers, _checksums(text, letters[first], letters[last], kinds) % BUCKETS


def _checksums(text: Array, begins: Array, ends: Array, before: Array) -> Array:
    """Return the CRC-32 of stretches of a text, each going on from the checksum of what stands before it."""
    checksums = before ^ _ALL_BITS
    for step in range(int((ends - begins).max(initial=0))):
        inside = begins + step < ends
        at = begins[inside] + step
        old = checksums[inside]
        checksums[inside] = _STEPS[(old ^ text[at]) & 0xFF] ^ (old >> 8)
    return (checksums ^ _ALL_BITS).astype(np.int64)
