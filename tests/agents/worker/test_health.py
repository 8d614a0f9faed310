"""The watch for workers that are stuck."""

from faust.types import TP

from agents.worker.health import Watch

PAGES = TP("rasid.pages", 0)


def test_lag_without_progress_is_stuck():
    """A partition with lag whose committed offset stands still for too long is stuck."""
    watch = Watch(stuck_seconds=10)
    for now in (0.0, 5.0, 11.0):
        watch.observe({PAGES: 3}, {PAGES: 9}, now)
    assert watch.stuck(11.0) == [PAGES]


def test_progress_is_not_stuck():
    """A partition whose committed offset advances is not stuck, however far behind it is."""
    watch = Watch(stuck_seconds=10)
    for now, offset in ((0.0, 3), (8.0, 4), (16.0, 5)):
        watch.observe({PAGES: offset}, {PAGES: 1000}, now)
    assert (watch.stuck(16.0), watch.lags()) == ([], {PAGES: 995})


def test_idle_is_not_stuck():
    """Time without lag does not count once lag begins."""
    watch = Watch(stuck_seconds=10)
    watch.observe({PAGES: 3}, {PAGES: 3}, 0.0)
    watch.observe({PAGES: 3}, {PAGES: 3}, 100.0)
    watch.observe({PAGES: 3}, {PAGES: 4}, 101.0)
    assert watch.stuck(102.0) == []
