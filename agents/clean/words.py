"""A page's lines folded and cut into words, the whole page at once: two looks into a table for each letter."""

import functools

import numpy as np
from numpy.typing import NDArray

from agents.arabic import fold

_DROP = 0xFFFF
_SURROGATES = range(0xD800, 0xE000)
_KEPT = "#*+©"
"""What counts as a word besides letters and digits: tags, form fields, the mark of copyright."""


class _Table(dict[int, str]):
    """For `str.translate`: a character to its folded, lower-case form, or to a space where it ends a word."""

    def __missing__(self, code: int) -> str:
        value = self[code] = _word_form(chr(code))
        return value


def _plain_form(character: str) -> str:
    """Give a character's folded, lower-case form, empty where it is dropped."""
    folded = fold(character).lower()
    return folded if len(folded) < 2 else character  # noqa: PLR2004 - one letter for one letter


def _word_form(character: str) -> str:
    plain = _plain_form(character)
    return plain if not plain or plain.isalnum() or plain in _KEPT else " "


_WORDS = _Table()


def split(text: str) -> list[str]:
    """Cut a text, folded or not, into its folded lower-case words and numbers; punctuation is dropped."""
    return text.translate(_WORDS).split()


@functools.cache
def _tables() -> tuple[NDArray[np.uint16], NDArray[np.uint16]]:
    """Give, by UTF-16 code unit, the folded form and, by folded form, the word form; half a pair stays itself."""
    plain = np.arange(1 << 16, dtype=np.uint16)
    words = np.arange(1 << 16, dtype=np.uint16)
    for code in range(1 << 16):
        if code in _SURROGATES:
            words[code] = 0x20
            continue
        form = _plain_form(chr(code))
        plain[code] = ord(form) if form and ord(form) < _DROP else _DROP
        if form:
            words[code] = ord(_word_form(chr(code)))
    words[0x0A] = 0x0A
    return plain, words


def fold_lines(lines: list[str]) -> list[tuple[str, list[str]]]:
    """Give each line's folded, lower-case form and its words.

    Parameters
    ----------
    lines
        None of them holds a line feed.
    """
    plain, words = _tables()
    units = np.frombuffer("\n".join(lines).encode("utf-16-le", "surrogatepass"), np.uint16)
    folded = plain.take(units)
    if np.maximum.reduce(folded, initial=0) == _DROP:
        folded = folded[folded != _DROP]
    texts = folded.tobytes().decode("utf-16-le", "surrogatepass").split("\n")
    cut = words.take(folded).tobytes().decode("utf-16-le").split("\n")
    return [(text, word.split()) for text, word in zip(texts, cut, strict=True)]
