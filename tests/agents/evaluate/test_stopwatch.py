"""How long functions take."""

import pytest

from agents.evaluate import stopwatch
from agents.evaluate.stopwatch import Stopwatch


@pytest.fixture(name="ticks")
def _ticks(monkeypatch):
    ticks = []
    monkeypatch.setattr(stopwatch, "perf_counter_ns", lambda: ticks.pop(0))
    return ticks


def test_of_each_call_the_median_counts_and_the_first_round_does_not(ticks):
    """Two calls a round: 2 and 5 µs; one round was disturbed, and the first had to warm up."""
    watch = Stopwatch()
    double = watch.timed("double", lambda number: 2 * number)
    for first, second in ((90_000, 90_000), (2000, 5000), (2000, 70_000), (60_000, 5000)):
        ticks += [0, first, 0, second]
        double(1)
        double(2)
    assert watch.microseconds(4) == {"double": 7.0}


def test_a_timed_function_does_the_same():
    """Arguments and result are handed on."""
    assert Stopwatch().timed("join", "{}{end}".format)(1, end=2) == "12"


def test_what_was_never_called_takes_no_time():
    """A pass that no article reaches."""
    watch = Stopwatch()
    watch.timed("idle", len)
    assert watch.microseconds(3) == {"idle": 0}
