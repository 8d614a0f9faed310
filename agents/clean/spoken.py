"""What running text speaks of, worked out as far as it is asked for: of most lines nobody asks."""

from collections.abc import Iterable, Iterator

from agents.clean.lines import Line

_FEW = 24
"""Stems that may be looked for line by line; asked for more, all lines are read."""


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
        self._unread = list(lines)
        self._known: set[str] = set()
        self._asked = 0
        for line in self._unread[:]:
            if line.read:
                self._read(line)

    def kinship(self, line: Line) -> float:
        """Give the share of what a line speaks of that the text speaks of too."""
        own = line.stems
        return sum(map(self._speaks_of, own)) / len(own) if own else 0.0

    def _speaks_of(self, stem: str) -> bool:
        if stem in self._known:
            return True
        self._asked += 1
        for line in self._unread[:]:
            if stem in line.folded or self._asked > _FEW:
                self._read(line)
                if stem in self._known:
                    return True
        return False

    def _read(self, line: Line) -> None:
        self._known |= line.stems
        self._unread.remove(line)
