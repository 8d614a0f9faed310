"""A text's fingerprint: a short sketch that near-duplicates share for the most part.

The sketch is a b-bit MinHash (Li and König 2010) of the text's word pairs: for each of `LANES` orders of all possible
pairs, two bits of the pair that comes first. Two texts agree in a lane with a probability of (1 + 3 J) / 4, where J is
the share of their word pairs that they have in common. The whole text is hashed at once with numpy: a library that is
handed its shingles one by one costs more for the shingles than for the sketch.
"""

import binascii
import functools
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LANES = 128
"""How many orders the sketch samples."""
MIN_COMMON_SHARE = 0.32
"""The share of common word pairs from which on two texts are near-duplicates."""
MAX_CHARACTERS = 20_000
"""What of a text is looked at; a longer one is sketched by its beginning."""

_MIN_AGREEING_LANES = round(LANES * (1 + 3 * MIN_COMMON_SHARE) / 4)
_MAX_DIFFERING_LANES = LANES - _MIN_AGREEING_LANES
_LOW_BITS = int("01" * LANES, 2)
_DROP = 0
_BREAK = 1
_SPELLINGS = dict(zip("أإآٱىةؤئیکگڤپچژ", "اااايهويي" + "ككفبجز", strict=True))
_UNITS = np.dtype("<u2")
_BIT_PAIR_FACTORS = np.array([64, 16, 4, 1], np.uint8)
"""Of the four pairs of bits of a byte."""
_NEXT = np.uint64(0x9FB21C651E98DF25)
"""What a run's hash is multiplied by for one more word."""
_MIX, _HALF = np.uint64(0xD6E8FEB86659FD93), np.uint64(32)
"""What its bits are mixed with."""
_SCATTERING = (
    (np.uint32(16), np.uint32(0x7FEB352D)),
    (np.uint32(15), np.uint32(0x846CA68B)),
)
"""How far bits are shifted, and what is multiplied by then."""
_NONE = np.array([], np.uint64)
_EMPTY = np.array([0x9E3779B97F4A7C15], np.uint64)


class _Tables(NamedTuple):
    """What hashing needs, made once a process."""

    letters: NDArray[np.uint16]
    """By UTF-16 code unit: 0 for a mark to drop, 1 for what ends a word, else the folded letter."""
    hashes: NDArray[np.uint64]
    """By folded letter: a number of its own, 0 for what ends a word."""
    powers: NDArray[np.uint64]
    """By position in the text: the factor of a letter that stands there."""
    inverses: NDArray[np.uint64]
    """By position: what takes that factor back."""
    factors: NDArray[np.uint32]
    """By lane: the odd factor that makes its order."""
    flips: NDArray[np.uint32]
    """By lane: the bits flipped before."""


def fingerprint(text: str) -> str:
    """Return a text's fingerprint: 43 characters of base64, the same in every process.

    The spelling variants of Arabic letters, diacritics, tatweel, hidden marks, punctuation, case and white space make
    no difference, so that it does not matter whether the text is folded.
    """
    bits = minima(runs(words(text), 2)).astype(np.uint8) & 3
    packed = bits.reshape(-1, 4) @ _BIT_PAIR_FACTORS
    return binascii.b2a_base64(packed.tobytes(), newline=False).rstrip(b"=").decode()


def similar(a: str, b: str) -> bool:
    """Whether two fingerprints are of near-duplicates.

    What is no fingerprint is similar to itself alone.
    """
    if a == b:
        return True
    left, right = _bits(a), _bits(b)
    return left is not None and right is not None and agreeing(left, right) >= _MIN_AGREEING_LANES


def similar_to_any(fingerprint_: str, others: Iterable[str]) -> bool:
    """Whether one of several fingerprints is of a near-duplicate; half the cost of asking for each of them."""
    return first_similar(fingerprint_, others) is not None


def first_similar(fingerprint_: str, others: Iterable[str]) -> int | None:
    """Return the index of the first of several fingerprints that is of a near-duplicate; None when none is."""
    ours = _bits(fingerprint_)
    for index, other in enumerate(others):
        if other == fingerprint_:
            return index
        theirs = _bits(other)
        if theirs is not None and ours is not None:
            differing = ours ^ theirs
            if ((differing | differing >> 1) & _LOW_BITS).bit_count() <= _MAX_DIFFERING_LANES:
                return index
    return None


def agreeing(a: int, b: int) -> int:
    """Count the lanes in which two fingerprints, as integers, agree: 32 of 128 by chance, all of them at best."""
    differing = a ^ b
    return LANES - ((differing | differing >> 1) & _LOW_BITS).bit_count()


@functools.lru_cache(maxsize=1 << 14)
def _bits(sketch: str) -> int | None:
    try:
        raw = binascii.a2b_base64(sketch + "=")
    except ValueError:
        return None
    return int.from_bytes(raw) if len(raw) == LANES // 4 else None


def words(text: str) -> NDArray[np.uint64]:
    """Hash each word of a text: a polynomial of its letters."""
    tables = _tables()
    units = np.frombuffer(text[:MAX_CHARACTERS].encode("utf-16-le", "surrogatepass"), _UNITS)
    letters = tables.letters.take(units)
    letters = letters[letters != _DROP]
    inside = np.zeros(len(letters) + 1, bool)
    np.not_equal(letters, _BREAK, out=inside[1:])
    starts = (inside[1:] > inside[:-1]).nonzero()[0]
    if not len(starts):
        return _NONE
    placed = tables.hashes.take(letters)
    placed *= tables.powers[: len(letters)]
    # From word to word: what stands between two of them counts nothing.
    hashes: NDArray[np.uint64] = np.add.reduceat(placed, starts)
    hashes *= tables.inverses.take(starts)
    return hashes


def runs(hashes: NDArray[np.uint64], length: int) -> NDArray[np.uint64]:
    """Hash each run of neighbouring words; of fewer words the one run that there is, of none a number for none."""
    length = min(length, len(hashes))
    if length == 0:
        return _EMPTY
    count = len(hashes) - length + 1
    mixed = hashes[:count]
    for start in range(1, length):
        mixed = mixed * _NEXT + hashes[start : start + count]
    mixed = mixed ^ mixed >> _HALF
    mixed *= _MIX
    mixed ^= mixed >> _HALF
    return mixed


def minima(hashes: NDArray[np.uint64], lanes: int = LANES) -> NDArray[np.uint32]:
    """Return each lane's least value over the hashes, of which there is at least one: the MinHash proper."""
    tables = _tables()
    # A row a hash: the least of each lane is then taken from row to row, all lanes at once.
    ordered = tables.flips[:lanes] ^ hashes.astype(np.uint32)[:, None]
    ordered *= tables.factors[:lanes]
    least: NDArray[np.uint32] = np.minimum.reduce(ordered, axis=0)
    return _scattered(least)


def _scattered(values: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Mix the bits, in place: a least value's own high bits are all zero."""
    for shift, factor in _SCATTERING:
        values ^= values >> shift
        values *= factor
    values ^= values >> _SCATTERING[0][0]
    return values


@functools.cache
def _tables() -> _Tables:
    letters = np.array([_letter(chr(code)) for code in range(1 << 16)], np.uint16)
    hashes = _numbers(1 << 16, 1)
    hashes[_BREAK] = 0
    step = 0x5851F42D4C957F2D
    length = 2 * MAX_CHARACTERS + 1
    lanes = _numbers(2 * LANES, 2).astype(np.uint32)
    return _Tables(
        letters=letters,
        hashes=hashes,
        powers=_powers(step, length),
        inverses=_powers(pow(step, -1, 1 << 64), length),
        factors=lanes[:LANES] | np.uint32(1),
        flips=lanes[LANES:],
    )


def _letter(character: str) -> int:
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf") or character == "\u0640":
        return _DROP
    folded = unicodedata.normalize("NFKC", character).lower()
    if category[0] not in "LN" or len(folded) != 1 or folded > "\uffff":
        return _BREAK
    digit = unicodedata.decimal(folded, None)
    return ord(_SPELLINGS.get(folded, folded)) if digit is None else ord("0") + digit


def _numbers(count: int, seed: int) -> NDArray[np.uint64]:
    """Return the first numbers of a SplitMix64 sequence: the same on every machine, with every version of numpy."""
    z = (np.arange(1, count + 1, dtype=np.uint64) + np.uint64(seed << 32)) * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ z >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ z >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
    return z ^ z >> np.uint64(31)


def _powers(base: int, count: int) -> NDArray[np.uint64]:
    values = np.full(count, base, np.uint64)
    values[0] = 1
    return np.cumprod(values)
