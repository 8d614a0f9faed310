"""One look at every word of a text: what each could begin or carry, so that no pass has to look at all of them."""

import functools
import operator
from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import chain

from agents.arabic.memo import Memo
from agents.arabic.tokens import Tokens

MAX_WORDS_REMEMBERED = 160_000
REPORTING = "verb of reporting"
CITING = "preposition before a source"
NATIONALITY = "nationality adjective"
DATE = "part of a date"
SPORT = "word of sport"
"""Marks that no pass of its own begins at, with or without a proclitic."""


class WordMarks:
    """Judges words, each once for all texts.

    Parameters
    ----------
    judges
        For each mark, what tells whether a word has it.
    """

    def __init__(self, judges: Mapping[str, Callable[[str], object]]) -> None:
        self._bits = {mark: 1 << number for number, mark in enumerate(judges)}
        self._judges = [(self._bits[mark], judge) for mark, judge in judges.items()]
        self._marked: Memo[str, int] = Memo(MAX_WORDS_REMEMBERED, self._judge)

    def _judge(self, word: str) -> int:
        bits = 0
        for bit, judge in self._judges:
            if judge(word):
                bits |= bit
        return bits

    def look(self, tokens: Tokens) -> "Marks":
        """Look at every word of a text once."""
        groups: defaultdict[int, list[int]] = defaultdict(list)
        for position, bits in enumerate(map(self._marked.__getitem__, tokens.words)):
            if bits:
                groups[bits].append(position)
        return Marks(self._bits, groups)


class Marks:
    """The positions of a text whose words have a mark.

    Parameters
    ----------
    bits
        Each mark's bit.
    groups
        Positions by all the bits of their words.
    """

    def __init__(self, bits: Mapping[str, int], groups: Mapping[int, list[int]]) -> None:
        self._bits = bits
        self._groups = groups
        self._present = functools.reduce(operator.or_, groups, 0)

    def of(self, mark: str) -> list[int]:
        """Return the positions whose words have a mark, in order; none when nobody judges by it."""
        bit = self._bits.get(mark, 0)
        if not self._present & bit:
            return []
        found = [positions for bits, positions in self._groups.items() if bits & bit]
        return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))
