"""What running text speaks of, found out word by word: of most pages' words nothing else is ever asked."""

import functools
from collections.abc import Iterable, Iterator

from agents.clean.lines import Line

_FEW = 40
"""Words that are looked for one by one, at most; for more of them all of the text's are worked out."""


def running(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines that are running text."""
    return (line for line in lines if line.prose and not line.reason)


def stems(lines: Iterable[Line]) -> frozenset[str]:
    """Give all that lines speak of."""
    return frozenset().union(*(line.stems for line in lines))


class Spoken:
    """What lines speak of.

    Parameters
    ----------
    lines
        The running text that others are compared with.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = list(lines)
        self._asked: dict[str, bool] = {}

    def kinship(self, line: Line) -> float:
        """Give the share of what a line speaks of that the text speaks of too."""
        own = line.stems
        if len(self._asked) > _FEW:
            return line.kinship(self._all)
        return sum(map(self._speaks_of, own)) / len(own) if own else 0.0

    def _speaks_of(self, stem: str) -> bool:
        said = self._asked.get(stem)
        if said is None:
            said = any(stem in line.folded and stem in line.stems for line in self._lines)
            self._asked[stem] = said
        return said

    @functools.cached_property
    def _all(self) -> frozenset[str]:
        return stems(self._lines)
