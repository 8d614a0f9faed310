"""The limit on rejections."""

import pytest

from agents.worker.rejection_limit import RejectionLimit, TooManyRejections
from streams.settings import Settings


def test_a_run_of_rejections_stops():
    """One rejection more in a row than allowed stops the worker."""
    limit = RejectionLimit("clean", Settings(reject_run=3))
    for _ in range(3):
        limit.record(rejected=True)
    with pytest.raises(TooManyRejections, match="in a row"):
        limit.record(rejected=True)


def test_a_share_of_rejections_stops():
    """A full window with more rejections than its share stops the worker."""
    limit = RejectionLimit("clean", Settings(reject_run=0, reject_window=10, reject_ratio=0.5))
    for i in range(9):
        limit.record(rejected=i % 2 == 0)
    with pytest.raises(TooManyRejections, match="of its last 10"):
        limit.record(rejected=True)


def test_some_rejections_do_not_stop():
    """Rejections below both limits go on for ever."""
    limit = RejectionLimit("clean", Settings(reject_run=2, reject_window=10, reject_ratio=0.5))
    said = []
    for i in range(1000):
        try:
            limit.record(rejected=i % 3 == 0)
        except TooManyRejections as error:
            said.append((i, str(error)))
    assert said == []
