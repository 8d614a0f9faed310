"""Letters that lean on a word: the proclitics و ف ب ل ك, which Arabic writes together with the word behind them."""

from typing import Final

MIN_NAME_LETTERS: Final = 3
"""Letters that a name has at least: a word must have one more before a proclitic is taken off it."""


def peel(word: str) -> list[tuple[int, str]]:
    """Return the ways in which a folded word can be read: letters peeled off, and the rest; the word itself first.

    ولفرنسا is ولفرنسا, لفرنسا and فرنسا.
    """
    rests = [(0, word)]
    if len(word) > MIN_NAME_LETTERS and word[0] in "وفبلك":
        rests.append((1, word[1:]))
        if word[0] in "وف" and len(word) > MIN_NAME_LETTERS + 1 and word[1] in "بلك":
            rests.append((2, word[2:]))
    return rests


def is_accusative_adjective(word: str, common: frozenset[str]) -> bool:
    """Whether a word is a common adjective in the accusative, whose first letter is no proclitic: وزاريا, not Zaria."""
    return word.endswith("يا") and word[:-1] in common
