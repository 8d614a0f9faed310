"""What leans on a word and is written together with it: particles and the article before it, endings behind it."""

from collections.abc import Container
from typing import Final

MIN_NAME_LETTERS: Final = 3
"""Letters that a name has at least: a word must have one more before a proclitic is taken off it."""
ARTICLE: Final = "ال"
DEFINITE: Final = ("وال", "بال", "لل", "ال")
"""What a word with the article can open with."""
AND: Final = "و"
CONJUNCTIONS: Final = "وف"
"""Letters that join a word to what stands before."""
JOINED_PREPOSITIONS: Final = "بلك"
"""Prepositions of one letter."""
PROCLITICS: Final = CONJUNCTIONS + JOINED_PREPOSITIONS
"""Letters that can be joined to the front of any noun."""
ENDINGS: Final = (
    *("", "ه", "ها", "هم", "نا", "ين", "ون", "ات", "ان"),
    *("ته", "تها", "تهم", "ا", "ت", "وا", "ي", "هما", "ك"),
)
"""Endings of nouns and verbs."""
ENDINGS_BEHIND_PREPOSITIONS: Final = ("", "ه", "ها", "هم", "نا", "هما", "ته", "تها", "تهم", "ات", "ين")
"""Endings that words with a preposition in front can have."""
OPENINGS: Final = (
    *("", "ال", "س", "لل", "بال", "وال", "فال", "كال", "و", "ف"),
    *("ب", "ل", "ك", "وب", "ول", "وس", "ولل", "وبال"),
)
"""What a noun or a verb can open with."""
FREE_OPENINGS: Final = frozenset(["", "ال", "س", "وال", "و", "ف", "وس", "بال", "فال", "كال", "لل", "ولل", "وبال"])
"""Openings behind which any ending may stand."""


def peel(word: str) -> list[tuple[int, str]]:
    """Return the ways in which a folded word can be read: letters peeled off, and the rest; the word itself first.

    ولفرنسا is ولفرنسا, لفرنسا and فرنسا.
    """
    rests = [(0, word)]
    if len(word) > MIN_NAME_LETTERS and word[0] in PROCLITICS:
        rests.append((1, word[1:]))
        if word[0] in CONJUNCTIONS and len(word) > MIN_NAME_LETTERS + 1 and word[1] in JOINED_PREPOSITIONS:
            rests.append((2, word[2:]))
    return rests


def is_accusative_adjective(word: str, common: Container[str]) -> bool:
    """Whether a word is a common adjective in the accusative, whose first letter is no proclitic: وزاريا, not Zaria."""
    return word.endswith("يا") and word[:-1] in common
