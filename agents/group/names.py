"""What tells texts of one form apart: telegrams of congratulation to two presidents, tables of two exchanges.

Such texts share most of their words, and each repeats a name of its title that the other text does not have at all. A
copy of a report, however it was cut, reworded or titled anew, has the names of the report.
"""

import binascii
import functools
import re
from itertools import product

import numpy as np
from numpy.typing import NDArray

from agents.arabic import fold
from streams import fingerprint
from streams.records import BandedArticle

MOST = 6
"""Names of an article that are kept."""
_TIMES = 3
"""How often a word stands in a text with its title, at least, for a name."""
_LEAST = 4
"""A name's letters, at least."""
_BITS = 11
"""An article's words are bits of 2 ** _BITS, by their hashes: one in eight seems to be there and is not."""
_WORD = re.compile(r"[^\W_]+")
_CLITICS = re.compile(r"^(?:[وفبلك]?ال|لل|[وفبلك])(?=\w{3})")
_SAME_START = 2
"""Letters by which two names begin that are spellings, or forms, of one."""


def names(title: str, words: NDArray[np.uint64]) -> list[str]:
    """Give the words of a title that its text repeats.

    Parameters
    ----------
    title
        Of the article; empty where it has none.
    words
        The hashes of the words of the title and the text.
    """
    found = _WORD.findall(fold(title).lower())
    hashes = fingerprint.words(" ".join(found))
    if len(hashes) != len(found):
        return []
    times = np.count_nonzero(words == hashes[:, None], axis=1).tolist()
    known = (word for word, count in zip(found, times, strict=True) if count >= _TIMES and len(word) >= _LEAST)
    return list(dict.fromkeys(known))[:MOST]


def held(words: NDArray[np.uint64]) -> str:
    """Give which words a text has, as base64 of 2 ** _BITS bits."""
    bits = np.zeros(1 << _BITS, bool)
    bits[words >> np.uint64(64 - _BITS)] = True
    return binascii.b2a_base64(np.packbits(bits).tobytes(), newline=False).decode()


def apart(one: BandedArticle, other: BandedArticle) -> bool:
    """Say whether two articles that are alike speak of two things: each names what the other does not."""
    if not (one.names and other.names and one.words and other.words):
        return False
    strange = [name for name in one.names if not _holds(other.words, name)]
    strangers = [name for name in other.names if not _holds(one.words, name)] if strange else []
    return bool(strangers) and not any(_one_name(a, b) for a, b in product(strange, strangers))


def _one_name(a: str, b: str) -> bool:
    """Say whether two words can be one name: other endings, another spelling."""
    a, b = _CLITICS.sub("", a), _CLITICS.sub("", b)
    return a[:_SAME_START] == b[:_SAME_START] or sorted(a) == sorted(b)


def _holds(words: str, name: str) -> bool:
    place = int(_hash(name)) >> (64 - _BITS)
    return bool(_bits(words)[place >> 3] & 0x80 >> (place & 7))


@functools.lru_cache(maxsize=4096)
def _bits(words: str) -> bytes:
    return binascii.a2b_base64(words)


@functools.lru_cache(maxsize=4096)
def _hash(name: str) -> int:
    return int(fingerprint.words(name)[0])
