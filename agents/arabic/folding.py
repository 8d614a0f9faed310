"""The folded form of Arabic text, on which all matching happens, and the way back to the text as published."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

# One replace for a letter that most texts have is far quicker than a table of all of them for every character.
_LETTERS = tuple(zip("أإآىةؤئ", "اااي" + "هوي", strict=True))
_RARE = tuple(zip("ٱ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹یکھہە\u00a0", "ا" + "0123456789" * 2 + "يكههه ", strict=True))
_ANY_RARE = re.compile(f"[{''.join(letter for letter, _ in _RARE)}]")
_DIACRITICS = frozenset(
    [chr(c) for c in range(0x0610, 0x061B)]  # Quranic signs
    + [chr(c) for c in (*range(0x064B, 0x0660), 0x0670)]  # dagger alif
    + [chr(c) for c in range(0x06D6, 0x06ED) if c not in (0x06DD, 0x06DE, 0x06E5, 0x06E6, 0x06E9)]
)
_HIDDEN = frozenset(
    ["\u0640", "\u00ad", "\u034f", "\u061c", "\ufeff"]  # tatweel, soft hyphen, grapheme joiner, Arabic letter mark, BOM
    + [chr(c) for c in range(0x200B, 0x2010)]  # zero-width marks, left-to-right and right-to-left marks
    + [chr(c) for c in range(0x202A, 0x202F)]  # bidi embeddings and overrides
    + [chr(c) for c in range(0x2060, 0x2070)]  # word joiner, bidi isolates
)
_DROPPED_RUNS = re.compile(f"[{''.join(map(re.escape, sorted(_DIACRITICS | _HIDDEN)))}]+")
_HIDDEN_RUNS = re.compile(f"[{''.join(map(re.escape, sorted(_HIDDEN)))}]+")
_MAX_CHARACTERS = 1 << 12
"""Characters whose folded forms are remembered."""
_PRESENTED = re.compile("[\ufb50-\ufdfc\ufe70-\ufefc]")
"""Letters as typesetters shape them: what PDFs and old programs write for «لا» and «الله», or for every letter."""
_FOLDED = re.compile("[a-zA-Z0-9\u0621\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a]*")
"""A word of letters and digits that folding leaves as they are: most words that are folded have been before."""


class Folded(NamedTuple):
    """A folded text and where each of its characters stands in the original.

    `offsets` is None when nothing was dropped, and then both texts share their offsets.
    """

    text: str
    offsets: list[int] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original's span for a folded span that is not empty.

        Marks that follow the last letter (a diacritic, a tatweel) are left out of it.
        """
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str) -> str:
    """Return the folded form: one shape for a letter's variants, ASCII digits, no diacritics, tatweel, hidden marks."""
    if _FOLDED.fullmatch(text):
        return text
    return _DROPPED_RUNS.sub("", _one_shape(without_presentation(text)))


def as_spelt(text: str) -> str:
    """Return a text with its hamzas and diacritics, but plain letters and no tatweel or hidden marks between them."""
    return _HIDDEN_RUNS.sub("", without_presentation(text))


def without_presentation(text: str) -> str:
    """Return a text with plain letters in place of presentation forms, one or more for each: «عبدﷲ» is «عبدالله»."""
    return _PRESENTED.sub(_plain_letters, text) if _PRESENTED.search(text) else text


def _plain_letters(found: re.Match[str]) -> str:
    return _letters_of(found[0])


@cache
def _letters_of(presented: str) -> str:
    """Return the letters that a presentation form stands for; of a diacritic's, none."""
    letters = unicodedata.normalize("NFKC", presented)
    return "" if letters[0] == " " else letters


def _one_shape(text: str) -> str:
    """Return a text of the same length in which each letter's variants have one shape."""
    for letter, shape in _LETTERS:
        text = text.replace(letter, shape)
    if _ANY_RARE.search(text):
        for letter, shape in _RARE:
            text = text.replace(letter, shape)
    return text


def fold_with_offsets(text: str) -> Folded:
    """Fold and keep the way back to the text as published."""
    if _PRESENTED.search(text):
        return _folded_letter_by_letter(text)
    shaped = _one_shape(text)
    folded = _DROPPED_RUNS.sub("", shaped)
    if len(folded) == len(text):
        return Folded(folded, None)
    offsets: list[int] = []
    start = 0
    for dropped in _DROPPED_RUNS.finditer(text):
        offsets.extend(range(start, dropped.start()))
        start = dropped.end()
    offsets.extend(range(start, len(text)))
    return Folded(folded, offsets)


_fold_character = lru_cache(_MAX_CHARACTERS)(fold)


def _folded_letter_by_letter(text: str) -> Folded:
    """Fold a text in which one character may stand for several letters."""
    forms = list(map(_fold_character, text))
    return Folded("".join(forms), [place for place, form in enumerate(forms) for _ in form])
