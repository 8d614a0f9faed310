"""Words of a folded text and where they stand: the one way in which texts are cut."""

import re
from itertools import accumulate
from typing import NamedTuple

from agents.arabic.folding import fold

# Common letters stand first because their class is tried far quicker than "a word character, but no digit and no _".
_WORD = re.compile(r"([a-zA-Z\u0621-\u063a\u0641-\u064a]+(?![^\W\d_])|\d+|[^\W\d_]+)")


_NOTHING = frozenset(["", " "])


class Tokens(NamedTuple):
    """The words and numbers of a folded text, in order; punctuation is what stands between them.

    Digits and letters that touch are two tokens, so that `1437ه` and `و2015` need no care.
    """

    text: str
    words: list[str]
    spans: list[tuple[int, int]]
    gaps: list[str]
    """What stands behind each word and before the next one, empty behind the last."""

    def between(self, index: int) -> str:
        """Return what stands between the word at `index` and the next one, empty at the end of the text."""
        return self.gaps[index] if index < len(self.gaps) else ""

    def parted(self, index: int, marks: str) -> bool:
        """Whether one of some marks stands between the word at `index` and the next one."""
        gap = self.gaps[index] if index < len(self.gaps) else ""
        return gap not in _NOTHING and any(mark in gap for mark in marks)


def tokenize(folded: str) -> Tokens:
    """Cut a folded text into words and numbers."""
    parts = _WORD.split(folded)
    ends = list(accumulate(map(len, parts)))
    gaps = parts[2::2]
    if gaps:
        gaps[-1] = ""
    return Tokens(folded, parts[1::2], list(zip(ends[0::2], ends[1::2], strict=False)), gaps)


def folded(words: str) -> frozenset[str]:
    """Return the folded forms of a few words that stand apart by spaces; more are a list of a file in words/."""
    return frozenset(map(fold, words.split()))
