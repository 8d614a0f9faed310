"""What tells texts of one form apart: telegrams of congratulation to two presidents, tables of two exchanges.

Such texts share most of their words, and each repeats a name of its title that the other text does not have at all, or
their figures are others. A copy of a report, however it was cut, reworded or titled anew, has its names and figures.
"""

import binascii
import functools
import re
from itertools import product

import numpy as np
from numpy.typing import NDArray

from agents.arabic.folding import fold
from streams import fingerprint
from streams.records.bands import BandedArticle

MAX_FIGURES = 24
"""Figures of an article that are kept: the first ones."""
_MIN_FIGURES = 4
"""Figures of each of two articles from which on they can be told apart by them."""
_MAX_COMMON_FIGURES = 0.25
"""The share of figures in common up to which the two tell of other figures."""
_ZEROS = tuple(np.uint16(ord(zero)) for zero in "0٠۰")
_DIGITS = 10
"""Digits that follow each zero, itself among them."""
MAX_NAMES = 6
"""Names of an article that are kept."""
_MAX_TITLE_WORDS = 24
"""Words of a title that are looked at."""
_MIN_TIMES = 3
"""How often a name stands in the text, its title included."""
_MIN_NAME_LETTERS, _MAX_NAME_LETTERS = 4, 40
"""Shorter and longer words of a title are no names. A row holds those of many articles."""
_MAX_FIGURE_DIGITS = 20
"""Of a figure that is kept."""
_WORD_BITS = 11
"""An article's words are bits of 2 ** _WORD_BITS, by their hashes: one in eight seems to be there and is not."""
_OFFICES = frozenset(fold("الملك المليك ملك الأمير الرئيس رئيس خادم الحرمين الشريفين المملكة الوزير وزير").split())
"""By which one person, or country, is now called and now is not."""
_WORD = re.compile(r"[^\W_]+")
_CLITICS = re.compile(r"^(?:[وفبلك]?ال|لل|[وفبلك])(?=\w{3})")
_FOREIGN = str.maketrans("غق", "جج")
"""Letters that stand for one foreign sound: «غوغل», «جوجل»."""
_MIN_SAME_LETTERS = 2
"""Letters by which two names begin that are spellings, or forms, of one."""


def names(title: str, words: NDArray[np.uint64]) -> list[str]:
    """Return the words of a title that its text repeats.

    Parameters
    ----------
    title
        Of the article; empty where it has none.
    words
        The hashes of the words of the text, which begins with the title.
    """
    found = _WORD.findall(fold(title).lower())[:_MAX_TITLE_WORDS]
    times = np.add.reduce(words == words[: len(found), None], axis=1).tolist()
    repeated = (word for word, count in zip(found, times, strict=False) if count >= _MIN_TIMES)
    known = (word for word in repeated if _MIN_NAME_LETTERS <= len(word) <= _MAX_NAME_LETTERS and word not in _OFFICES)
    return list(dict.fromkeys(known))[:MAX_NAMES]


def figures(text: str) -> list[str]:
    """Return the first numbers of a text, those of one digit aside."""
    units = np.frombuffer(text[: fingerprint.MAX_CHARACTERS].encode("utf-16-le", "surrogatepass"), np.uint16)
    inside = np.zeros(len(units) + 2, bool)
    for zero in _ZEROS:  # a fifth of what a pattern takes that looks at each letter
        inside[1:-1] |= units - zero < _DIGITS
    edges = (inside[1:] != inside[:-1]).nonzero()[0].reshape(-1, 2)
    runs = edges[edges[:, 1] - edges[:, 0] > 1].tolist()
    kept = (units[start : min(end, start + _MAX_FIGURE_DIGITS)] for start, end in runs[: 2 * MAX_FIGURES])
    return list(dict.fromkeys(fold(digits.tobytes().decode("utf-16-le")) for digits in kept))[:MAX_FIGURES]


def word_bits(words: NDArray[np.uint64]) -> str:
    """Return which words a text has, as base64 of 2 ** _WORD_BITS bits."""
    bits = np.zeros(1 << _WORD_BITS, bool)
    bits[words >> np.uint64(64 - _WORD_BITS)] = True
    return binascii.b2a_base64(np.packbits(bits).tobytes(), newline=False).decode()


def check_words(words: str) -> None:
    """See that words are as `word_bits` gives them, or none.

    Raises
    ------
    ValueError
        When they are not.
    """
    if words and len(_bits(words)) != 1 << _WORD_BITS - 3:
        raise ValueError(f"the words of an article are {len(_bits(words))} bytes")


def other_figures(one: BandedArticle, other: BandedArticle) -> bool:
    """Whether two articles that are alike tell of other figures: the prices of two days."""
    least = min(len(one.figures), len(other.figures))
    return least >= _MIN_FIGURES and len(set(one.figures).intersection(other.figures)) <= _MAX_COMMON_FIGURES * least


def other_names(one: BandedArticle, other: BandedArticle) -> bool:
    """Whether two articles that are alike speak of two things: each names what the other does not."""
    if not (one.names and other.names and one.words and other.words):
        return False
    strange = [name for name in one.names if not _holds(other.words, name)]
    strangers = [name for name in other.names if not _holds(one.words, name)] if strange else []
    return bool(strangers) and not any(_one_name(a, b) for a, b in product(strange, strangers))


def _one_name(a: str, b: str) -> bool:
    """Whether two words can be one name: other endings, another spelling."""
    a, b = (_CLITICS.sub("", name).translate(_FOREIGN) for name in (a, b))
    return a[:_MIN_SAME_LETTERS] == b[:_MIN_SAME_LETTERS] or a in b or b in a or sorted(a) == sorted(b)


def _holds(words: str, name: str) -> bool:
    bit = int(_hash(name)) >> (64 - _WORD_BITS)
    return bool(_bits(words)[bit >> 3] & 0x80 >> (bit & 7))


@functools.lru_cache(maxsize=4096)
def _bits(words: str) -> bytes:
    return binascii.a2b_base64(words)


@functools.lru_cache(maxsize=4096)
def _hash(name: str) -> int:
    found = fingerprint.words(name)
    return int(found[0]) if len(found) else 0  # a record that is none of ours can have a name without letters
