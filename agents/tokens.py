"""Words of a folded text and where they stand: the one way in which texts are cut."""

import re
from typing import NamedTuple

from agents.arabic import fold

_WORD = re.compile(r"\d+|[^\W\d_]+")
_SPAN = re.Match.span


class Tokens(NamedTuple):
    """The words and numbers of a folded text, in order; punctuation is what stands between them.

    Digits and letters that touch are two tokens, so that `1437ه` and `و2015` need no care.
    """

    text: str
    words: list[str]
    spans: list[tuple[int, int]]

    def between(self, index: int) -> str:
        """Give what stands between the word at `index` and the next one, empty at the end of the text."""
        if index + 1 >= len(self.spans):
            return ""
        return self.text[self.spans[index][1] : self.spans[index + 1][0]]


def tokenize(folded: str) -> Tokens:
    """Cut a folded text into words and numbers."""
    spans = list(map(_SPAN, _WORD.finditer(folded)))
    return Tokens(folded, [folded[start:end] for start, end in spans], spans)


def folded(words: str) -> frozenset[str]:
    """Give the folded forms of words that stand apart by spaces: how the lists of words in this program are written."""
    return frozenset(map(fold, words.split()))
