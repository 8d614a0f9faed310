"""One look at every word of a text: what each could begin or carry, so that nothing else has to look at all of them."""

import functools
import operator
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Final

from agents.arabic.tokens import Tokens

OPENS: Final = 1
"""Begins a surface of the lexicon."""
BODY: Final = 2
"""Begins a composed name."""
TITLE: Final = 4
"""A title before a person."""
NAME: Final = 8
"""A given name, or what begins one."""
THING: Final = 16
"""The word for a work or an operation, whose title stands behind it in quotation marks."""
LETTER: Final = 32
"""A letter's name, as codes are spelt."""
SPEECH: Final = 64
"""A verb of speech, or a noun of it."""
CITING: Final = 128
"""A preposition before a source."""
NATION: Final = 256
"""A nationality adjective, with or without a proclitic."""
DATE: Final = 512
"""A word or a number that dates are made of."""
SPORT: Final = 1024
"""A word of sport."""
RARE: Final = 2048
"""A word of letters that no dictionary has."""
PATTERN: Final = 4096
"""Begins a name of a fixed form."""
DAUGHTER: Final = 8192
"""Stands between a woman's name and her father's."""
TWIN: Final = 16384
"""A name that folding makes one with a common word."""
_CACHE = 200_000
"""Words whose marks are remembered; more are forgotten and worked out anew."""


class Marks(dict[str, int]):
    """What words can be, a bit each; worked out when a word is first seen.

    Parameters
    ----------
    judges
        For each bit, what says whether a word has it.
    """

    def __init__(self, judges: Sequence[tuple[int, Callable[[str], object]]]) -> None:
        super().__init__()
        self._judges = judges

    def __missing__(self, word: str) -> int:
        """Judge a word and remember the verdict."""
        mark = 0
        for bit, judge in self._judges:
            if judge(word):
                mark |= bit
        self[word] = mark
        return mark

    def scan(self, tokens: Tokens) -> "Places":
        """Look at every word of a text once."""
        if len(self) > _CACHE:
            self.clear()
        groups: dict[int, list[int]] = {}
        for at, mark in enumerate(map(self.__getitem__, tokens.words)):
            if mark in groups:
                groups[mark].append(at)
            elif mark:
                groups[mark] = [at]
        return Places(groups)


class Places:
    """The tokens of a text that have a mark, in order."""

    def __init__(self, groups: Mapping[int, list[int]]) -> None:
        self._groups = groups
        """Tokens by all the bits that they have."""
        self._bits = functools.reduce(operator.or_, groups, 0)
        """The bits that any has."""

    def of(self, bits: int) -> list[int]:
        """Give the tokens that have one of some bits."""
        if not self._bits & bits:
            return []
        return sorted(chain.from_iterable(ats for mark, ats in self._groups.items() if mark & bits))

    def which(self, bits: int) -> list[tuple[int, int]]:
        """Give the tokens that have one of some bits, with all their bits."""
        return sorted((at, mark) for mark, ats in self._groups.items() if mark & bits for at in ats)
