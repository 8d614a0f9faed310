"""Counts of what was found and what should have been: precision, recall, F1, and shares of exact answers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Hits:
    """How many answers were right, how many wrong, and how many of those wanted are missing."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of the answers that is right; 0 where there is none."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found; 0 where nothing was wanted."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"precision {self.precision:.3f}  recall {self.recall:.3f}  F1 {self.f1:.3f}"


@dataclass
class Score:
    """How many items were found, wanted, and both."""

    found: int = 0
    wanted: int = 0
    right: int = 0

    def add(self, found: Iterable[str], wanted: Iterable[str]) -> list[tuple[str, str]]:
        """Count one page's items, each as often as it stands; return the mistakes: `+` too much, `-` missed."""
        have, want = Counter(found), Counter(wanted)
        self.found += have.total()
        self.wanted += want.total()
        self.right += (have & want).total()
        return [("+", item) for item in (have - want).elements()] + [("-", item) for item in (want - have).elements()]

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found; 1 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Exact:
    """How often an answer was exactly the one wanted."""

    total: int = 0
    right: int = 0
    mistakes: list[str] = field(default_factory=list)

    def add(self, where: str, found: str | None, wanted: str | None) -> None:
        """Count one answer; None and an empty string are one."""
        self.total += 1
        if (found or None) == (wanted or None):
            self.right += 1
        else:
            self.mistakes.append(f"{where}: {found!r} instead of {wanted!r}")

    @property
    def share(self) -> float:
        """The share of right answers; 1 where nothing was asked."""
        return self.right / self.total if self.total else 1.0
