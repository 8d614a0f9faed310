"""How many records a stage takes at once."""

from agents.worker.batches import BatchSize


def test_a_slow_function_gets_small_batches():
    """Batches shrink until the function takes no longer than it may."""
    size = BatchSize(max_records=64, max_seconds=0.06)
    for _ in range(30):
        size.took(0.02 * size.now, size.now)
    assert size.now == 3


def test_a_quick_function_gets_full_batches():
    """Batches grow to the most that may be taken."""
    size = BatchSize(max_records=64, max_seconds=0.06)
    for _ in range(60):
        size.took(0.0001 * size.now, size.now)
    assert size.now >= 63


def test_there_is_always_one():
    """A function that is slower than it may be for a single record still gets one."""
    size = BatchSize(max_records=64, max_seconds=0.06)
    for _ in range(30):
        size.took(5.0, 1)
    assert size.now == 1
