"""Words cut into the pieces that the neural tagger's vocabulary has: the longest first, as BERT cuts them."""

import unicodedata
from collections.abc import Mapping

UNKNOWN, FIRST, LAST, PADDING = "[UNK]", "[CLS]", "[SEP]", "[PAD]"
MAX_PIECES = 8
"""Pieces of a word that are looked for and read."""
_MAX_LETTERS = 40
"""Letters of a word that are read."""
_ARABIC_MARKS = {"\u0640", "\u0670"}


class Pieces:
    """Cuts words into pieces, by their numbers; letters count as written but for diacritics and tatweel.

    Parameters
    ----------
    numbers
        Piece (`##` in front of one that goes on with a word) to its number; with `[UNK]`, `[CLS]`, `[SEP]`, `[PAD]`.
    """

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self.unknown, self.first, self.last, self.padding = (
            numbers[piece] for piece in (UNKNOWN, FIRST, LAST, PADDING)
        )

    def __call__(self, word: str) -> tuple[int, ...]:
        """Return the numbers of a word's pieces: at least one, at most MAX_PIECES."""
        found: list[int] = []
        for part in _parts(word[:_MAX_LETTERS]):
            found += self._cut(part)
            if len(found) >= MAX_PIECES:
                break
        return tuple(found[:MAX_PIECES]) or (self.unknown,)

    def _cut(self, part: str) -> list[int]:
        """Return the numbers of the longest pieces that a part is made of, from left to right."""
        found: list[int] = []
        begin = 0
        while begin < len(part):
            end = len(part)
            while end > begin:
                number = self._numbers.get(part[begin:end] if begin == 0 else "##" + part[begin:end])
                if number is not None:
                    break
                end -= 1
            else:
                return [self.unknown]
            found.append(number)
            begin = end
        return found


def _parts(word: str) -> list[str]:
    """Return a word's runs of letters and digits, and its other characters one by one."""
    parts: list[str] = []
    run = ""
    for character in unicodedata.normalize("NFC", word):
        category = unicodedata.category(character)
        if (
            character in _ARABIC_MARKS
            or category[0] in "CZ"
            or (category == "Mn" and "\u0610" <= character <= "\u06ed")
        ):
            continue
        if category[0] in "PS":
            parts += [run, character] if run else [character]
            run = ""
        else:
            run += character
    return [*parts, run] if run else parts
