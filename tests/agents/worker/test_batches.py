"""How many records a stage takes at once."""

import asyncio
from types import SimpleNamespace

import pytest
from faust.types import TP

from agents.worker.batches import MAX_BYTES, BatchSize, batches
from agents.worker.handed_out import HandedOut, PassedOverError


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


def taken(*sizes, generations=(), then=1, dropped=()):
    """Return the sizes of values as they come in batches, of what waits in a queue; `then` is the next generation."""
    numbers = [*generations, *[1] * (len(sizes) - len(generations))]
    queued, handed_out, tp = asyncio.Queue(), HandedOut(), TP("rasid.pages", 0)
    for offset, (size, generation) in enumerate(zip(sizes, numbers, strict=True)):
        message = SimpleNamespace(generation_id=generation, value=b"x" * size, tracked=False, tp=tp, offset=offset)
        if generation == 1:
            handed_out.give(tp, offset)
        if offset not in dropped:
            queued.put_nowait(SimpleNamespace(message=message))

    class Stream:
        channel = SimpleNamespace(queue=queued)

        def noack(self):
            return self

        async def events(self):
            while not queued.empty():
                yield queued.get_nowait()

    async def run():
        app = SimpleNamespace(consumer_generation_id=1, consumer=SimpleNamespace(handed_out=handed_out))
        size, found = SimpleNamespace(now=4), []
        async for batch in batches(app, Stream(), size):
            found.append([len(event.message.value) for event in batch if event.message.tracked])
            app.consumer_generation_id = then
        return found

    return asyncio.run(run())


def test_a_batch_has_so_many_records():
    """What an earlier generation left is passed over."""
    assert taken(1, 2, 3, 4, 5, 6, generations=(1, 0)) == [[1, 3, 4, 5], [6]]


def test_a_record_that_does_not_come():
    """Nothing behind it is taken, where it was handed out."""
    with pytest.raises(PassedOverError, match="the record at 2 was dropped before that at 3 was taken"):
        taken(1, 2, 3, 4, dropped=(2,))


def test_a_large_record_is_taken_alone():
    """Those before it do not wait for it, and those behind it come in their order."""
    assert taken(1, 2, MAX_BYTES, 3, 4) == [[1, 2], [MAX_BYTES], [3, 4]]
    assert taken(MAX_BYTES // 2, MAX_BYTES // 2, 1) == [[MAX_BYTES // 2, MAX_BYTES // 2], [1]]


def test_a_generation_that_begins_amid_a_batch():
    """What waited behind a large record is taken by the generation that it is of, not by that of the record."""
    assert taken(1, MAX_BYTES, 2, 3, generations=(1, 2, 2, 1), then=2) == [[1], [MAX_BYTES], [2]]
