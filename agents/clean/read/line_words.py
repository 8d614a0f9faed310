"""A page's lines folded and cut into words, the whole page at once: two looks into a table for each letter."""

import functools
import re
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agents.arabic.folding import fold, without_presentation
from agents.arabic.memo import Memo

_DROP = 0xFFFF
_LINE_FEED = 0x0A
_SURROGATES = range(0xD800, 0xE000)
_FIRST_PRESENTED = 0xFB50
"""The first of the presentation forms, of which one may stand for several letters."""
_KEPT = "#*+©"
"""What counts as a word besides letters and digits: tags, form fields, the mark of copyright."""

# What kinds of characters a line holds, so that no pattern has to look for what is not there.
LETTER, DIGIT, JOINT, BRACKET, SIGN, DOT, BRACE, ODD = (1 << bit for bit in range(8))
"""A letter; a digit; an arrow, a dash, a colon or the like; a round bracket; one of @#©; a full stop; one of {<; half a
pair of surrogates, which may be anything."""
_KINDS = {JOINT: "»›>←→⟩❯◄►/\\|‹«<•·-–—:", BRACKET: "()", SIGN: "@#©", DOT: ".", BRACE: "{<["}


_NUMERIC = re.compile(r"[\W\d_]*")


class Forms(NamedTuple):
    """The forms of lines, in their order."""

    folded: list[str]
    """Folded, in lower case."""
    words: list[list[str]]
    kinds: list[int]
    """Which kinds of characters each of them holds."""


class _Table(dict[int, str]):
    """For `str.translate`: a character to its folded, lower-case form, or to a space where it ends a word."""

    def __missing__(self, code: int) -> str:
        value = self[code] = "".join(map(_word_form, without_presentation(chr(code))))
        return value


def _plain_form(character: str) -> str:
    """Return a character's folded, lower-case form, empty where it is dropped."""
    folded = fold(character).lower()
    return folded if len(folded) <= 1 else character  # one letter for one letter


def _word_form(character: str) -> str:
    plain = _plain_form(character)
    return plain if not plain or plain.isalnum() or plain in _KEPT else " "


_WORDS = _Table()
_SHORT_CHARACTERS = 120
"""Characters of a piece whose words are remembered."""
_PIECES: Memo[str, tuple[str, ...]] = Memo(1 << 13)
"""The words of short pieces, three in four of which were cut before: names of agencies and places, labels."""


def split(text: str) -> list[str]:
    """Cut a text, folded or not, into its folded lower-case words and numbers; punctuation is dropped."""
    if len(text) > _SHORT_CHARACTERS:
        return text.translate(_WORDS).split()
    found = _PIECES.get(text)
    return list(_PIECES.keep(text, tuple(text.translate(_WORDS).split())) if found is None else found)


def is_numeric(text: str) -> bool:
    """Whether a text holds nothing but numbers and signs."""
    return _NUMERIC.fullmatch(text) is not None


def _units(lines: list[str]) -> NDArray[np.uint16]:
    """Return the UTF-16 code units of lines, with a line feed in front of each."""
    return np.frombuffer("\n".join(["", *lines]).encode("utf-16-le", "surrogatepass"), np.uint16)


@functools.cache
def _tables() -> tuple[NDArray[np.uint16], NDArray[np.uint16], NDArray[np.uint8]]:
    """Give, by UTF-16 code unit, the folded form, and by that the word form and the kind; half a pair stays itself."""
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
    return plain, words, np.array([_kind(code) for code in range(1 << 16)], np.uint8)


def _kind(code: int) -> int:
    if code in _SURROGATES:
        return ODD
    character = chr(code)
    kind = sum(kind for kind, characters in _KINDS.items() if character in characters)
    if character.isdecimal():
        return kind | DIGIT
    return kind | LETTER if character.isalnum() else kind


def fold_lines(lines: list[str]) -> Forms:
    """Return each line's folded, lower-case form, its words and the kinds of its characters.

    Parameters
    ----------
    lines
        One or more; none of them holds a line feed.
    """
    plain, words, kinds = _tables()
    units = _units(lines)
    if int(units.max()) >= _FIRST_PRESENTED:
        units = _units(list(map(without_presentation, lines)))
    folded = plain.take(units)
    folded = folded[folded != _DROP]
    texts = folded.tobytes().decode("utf-16-le", "surrogatepass").split("\n")
    cut = words.take(folded).tobytes().decode("utf-16-le").split("\n")
    held = np.bitwise_or.reduceat(kinds.take(folded), (folded == _LINE_FEED).nonzero()[0]).tolist()
    return Forms(texts[1:], list(map(str.split, cut[1:])), held)
