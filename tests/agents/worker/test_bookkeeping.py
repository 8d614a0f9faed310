"""What a worker notes of each batch."""

import pytest

from agents.worker.bookkeeping import Bookkeeping
from agents.worker.rejection_limit import TooManyRejections
from streams import metrics
from streams.rejection import Reason, Reject
from streams.settings import Settings


def test_a_batch_is_counted_by_stage_and_reason():
    """Records and rejections are told apart in the metrics, and the batch size follows the time that was taken."""
    books = Bookkeeping("bookkeeping-test", Settings(batch_size=64, batch_ms=40))
    before = books.batch_size.now
    books.note(0.001, 8, [Reject(Reason.NO_TEXT, "")])
    counted = [
        metrics.PROCESSED.labels("bookkeeping-test")._value.get(),
        metrics.REJECTED.labels("bookkeeping-test", Reason.NO_TEXT)._value.get(),
        metrics.BATCH_RECORDS.labels("bookkeeping-test")._sum.get(),
    ]
    assert (counted, books.batch_size.now > before) == ([8, 1, 8], True)


def test_rejections_over_the_limit_stop():
    """The limit counts over batches."""
    books = Bookkeeping("bookkeeping-limit", Settings(reject_run=3))
    rejections = [Reject(Reason.NO_TEXT, "")] * 2
    books.note(0.001, 2, rejections)
    with pytest.raises(TooManyRejections, match="bookkeeping-limit rejected 4 records in a row"):
        books.note(0.001, 2, rejections)
