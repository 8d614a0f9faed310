"""Whether lines speak of the same: what running text speaks of, worked out as far as it is asked for."""

import functools
from collections.abc import Iterable, Iterator

from agents.clean.judge.lines import Line
from agents.clean.read.stems import share_known

_MAX_SOUGHT_STEMS = 48
"""Stems that are looked for one by one; for more of them all of the text is stemmed."""


def running_text(lines: Iterable[Line]) -> Iterator[Line]:
    """Return the lines that are running text."""
    return (line for line in lines if line.prose and not line.reason)


def stems_of_lines(lines: Iterable[Line]) -> frozenset[str]:
    """Return all that lines speak of."""
    return frozenset().union(*(line.stems for line in lines))


class Subject:
    """What lines speak of: of most words nobody asks.

    Parameters
    ----------
    lines
        The running text that others are compared with.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = list(lines)
        self._sought = 0

    def share(self, stems: frozenset[str]) -> float:
        """Return the share of stems that the text speaks of, as `stems.share_known` does."""
        self._sought += len(stems)
        if self._sought > _MAX_SOUGHT_STEMS:
            return share_known(stems, self._stems)
        return sum(map(self._speaks_of, stems)) / len(stems) if stems else 0.0

    def _speaks_of(self, stem: str) -> bool:
        for line in self._lines:  # noqa: SIM110 - a loop is quicker than `any` of few lines
            if stem in line.folded and line.speaks_of(stem):
                return True
        return False

    @functools.cached_property
    def _stems(self) -> frozenset[str]:
        return stems_of_lines(self._lines)
