"""What makes two articles comparable: a MinHash of the word pairs, and the bands by which articles meet. Pure."""

import binascii
import functools
import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agents.group import forms
from streams import fingerprint

LANES = 96
"""Lanes of the MinHash, seven bits each in a byte of its own."""
BANDS = 8
"""Word triples of an article that are bands: those that come first in the order of their hashes, the same for all."""
MIN_PAIRS = 12
"""An article with fewer different word pairs has too little text to be told from others."""
MIN_LIKENESS = 0.45
"""How like the first article of a story another one must be to be of it."""
MIN_LIKENESS_OF_MEMBERS = 0.7
"""How like another article of a story it must be: more, or stories would drift."""
MIN_LIKENESS_OF_ONE_TEXT = 0.85
"""How like two texts are of which a name that only one has is a spelling, or a word of the title."""
_BAND_BITS = 53
"""So that a band is a number that every JSON reader takes."""
_HIGH = int.from_bytes(b"\x80" * LANES)
_LOW = int.from_bytes(b"\x7f" * LANES)
_CHANCE_OF_AGREEING = 1 / 128
_MIN_AGREEING_LANES = math.ceil(LANES * (MIN_LIKENESS**2 * (1 - _CHANCE_OF_AGREEING) + _CHANCE_OF_AGREEING))
"""Whatever their lengths, alike articles share MIN_LIKENESS² of all their pairs, or more."""


class Sketch(NamedTuple):
    """An article's sketch."""

    minima: str
    """96 bytes as base64."""
    pairs: int
    """How many different word pairs the text has."""
    bands: list[int]
    names: list[str]
    """Words of the title that the text repeats."""
    figures: list[str]
    """Numbers of the text."""
    words: str
    """Which words it has, as base64."""


def sketch(text: str, title: str = "") -> Sketch | None:
    """Return an article's sketch; None when it is too short to be told from others.

    Parameters
    ----------
    text, title
        The text begins with the title, where there is one.
    """
    words = fingerprint.words(text)
    pairs = np.sort(fingerprint.runs(words, 2))
    different = 1 + int(np.count_nonzero(pairs[1:] != pairs[:-1]))
    if different < MIN_PAIRS:
        return None
    lanes = (fingerprint.minima(pairs, LANES) & np.uint32(0x7F)).astype(np.uint8)
    minima = binascii.b2a_base64(lanes.tobytes(), newline=False).decode()
    return Sketch(
        minima=minima,
        pairs=different,
        bands=_bands(fingerprint.runs(words, 3)),
        names=forms.names(title, words),
        figures=forms.figures(text),
        words=forms.word_bits(words),
    )


def _bands(triples: NDArray[np.uint64]) -> list[int]:
    # A triple that stands often in a text takes more than one of the first places.
    first = np.partition(triples, BANDS * 2)[: BANDS * 2] if len(triples) > BANDS * 2 else triples
    return sorted({triple >> 64 - _BAND_BITS for triple in first.tolist()})[:BANDS]


@functools.lru_cache(maxsize=4096)
def lanes_of(minima: str) -> int:
    """Return a sketch's lanes as one integer, a byte a lane.

    Raises
    ------
    ValueError
        When it is not the base64 of 96 bytes.
    """
    raw = binascii.a2b_base64(minima)
    if len(raw) != LANES:
        raise ValueError(f"a sketch has {LANES} bytes, this one {len(raw)}")
    return int.from_bytes(raw) & _LOW


def likeness(a: int, pairs_a: int, b: int, pairs_b: int) -> float:
    """Estimate how much of their text two articles have in common.

    Parameters
    ----------
    a, b
        Their lanes.
    pairs_a, pairs_b
        How many different word pairs each article has.

    Returns
    -------
    float
        Common word pairs over the geometric mean of both articles' pairs: 1 for the same text, 0 for little.
    """
    # A byte without its high bit, plus 127, has its high bit set if and only if it is not zero.
    agreeing = LANES - (((a ^ b) + _LOW) & _HIGH).bit_count()
    if agreeing < _MIN_AGREEING_LANES:
        return 0.0
    share = (agreeing / LANES - _CHANCE_OF_AGREEING) / (1 - _CHANCE_OF_AGREEING)
    return share / (1 + share) * (pairs_a + pairs_b) / math.sqrt(pairs_a * pairs_b)
