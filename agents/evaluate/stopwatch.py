"""How long named functions take, by several rounds of the same calls."""

import statistics
from collections import defaultdict
from collections.abc import Callable
from time import perf_counter_ns
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Stopwatch:
    """Notes how long each call took. Every round must make the same calls in the same order."""

    def __init__(self) -> None:
        self._nanoseconds: defaultdict[str, list[int]] = defaultdict(list)

    def timed(self, name: str, work: Callable[P, T]) -> Callable[P, T]:
        """Return a function that does the same, and whose calls are noted under a name."""
        took = self._nanoseconds[name]

        def run(*args: P.args, **kwargs: P.kwargs) -> T:
            began = perf_counter_ns()
            result = work(*args, **kwargs)
            took.append(perf_counter_ns() - began)
            return result

        return run

    def microseconds(self, rounds: int) -> dict[str, float]:
        """Return what a round typically takes under each name: of each call the median, the first round left out.

        So what words cost when they are met for the first time does not count, nor what else the machine did.
        """
        return {name: _typical(took, rounds) / 1000 for name, took in self._nanoseconds.items()}


def _typical(took: list[int], rounds: int) -> float:
    calls = len(took) // rounds
    return sum(statistics.median(took[call + calls :: calls]) for call in range(calls))
