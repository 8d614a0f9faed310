"""Records that were handed out: finished in their order, or not passed over."""

import pytest
from faust.types import TP

from agents.worker.handed_out import HandedOut, PassedOverError

PAGES, OTHER = TP("rasid.pages", 0), TP("rasid.pages", 1)


@pytest.fixture
def handed_out() -> HandedOut:
    """Return three records of a partition, handed out."""
    made = HandedOut()
    for offset in (3, 5, 6):
        made.give(PAGES, offset)
    return made


def test_finished_in_order(handed_out: HandedOut):
    """Holes between offsets are none between records, and other partitions have an order of their own."""
    handed_out.give(OTHER, 1)
    for offset in (3, 5, 6):
        handed_out.finish(PAGES, offset)
    handed_out.finish(OTHER, 1)
    assert not any(handed_out._open.values())


def test_one_that_was_dropped(handed_out: HandedOut):
    """What comes behind it cannot be finished, however often that is tried."""
    handed_out.finish(PAGES, 3)
    for _ in range(2):
        with pytest.raises(PassedOverError, match="the record at 5 was dropped before that at 6"):
            handed_out.finish(PAGES, 6)
    assert list(handed_out._open[PAGES]) == [5, 6]


def test_one_that_never_came(handed_out: HandedOut):
    """What comes behind it is not even taken, so that no table remembers it as applied; another partition goes on."""
    handed_out.give(OTHER, 1)
    handed_out.take(PAGES, 3)
    with pytest.raises(PassedOverError, match="the record at 5 was dropped before that at 6 was taken"):
        handed_out.take(PAGES, 6)
    handed_out.take(OTHER, 1)
    assert (list(handed_out._waiting[PAGES]), list(handed_out._waiting[OTHER])) == ([5, 6], [])


def test_read_again_from_before(handed_out: HandedOut):
    """What was handed out behind it comes once more, and is waited for once."""
    for offset in (5, 6):
        handed_out.give(PAGES, offset)
    for offset in (3, 5, 6):
        handed_out.take(PAGES, offset)
        handed_out.finish(PAGES, offset)
    assert (list(handed_out._open[PAGES]), list(handed_out._waiting[PAGES])) == ([], [])


def test_forgotten(handed_out: HandedOut):
    """After a rebalance all that is not finished is read again, and late acks are none of it."""
    handed_out.forget()
    handed_out.take(PAGES, 6)
    handed_out.finish(PAGES, 6)
    handed_out.give(PAGES, 7)
    handed_out.finish(PAGES, 6)
    assert list(handed_out._open[PAGES]) == [7]
