"""What running text speaks of, worked out as far as it is asked for: of most words nobody asks."""

import functools
from collections.abc import Iterable, Iterator

from agents.clean.judge.lines import Line
from agents.clean.read import stems as kin

_FEW = 48
"""Stems that are looked for one by one; for more of them all of the text is stemmed."""


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
        self._asked = 0

    def share(self, stems_: frozenset[str]) -> float:
        """Give the share of stems that the text speaks of, as `kin.share` does."""
        self._asked += len(stems_)
        if self._asked > _FEW:
            return kin.share(stems_, self._all)
        return sum(map(self._speaks_of, stems_)) / len(stems_) if stems_ else 0.0

    def _speaks_of(self, stem: str) -> bool:
        return any(stem in line.folded and line.speaks_of(stem) for line in self._lines)

    @functools.cached_property
    def _all(self) -> frozenset[str]:
        return stems(self._lines)
