"""Reading a blocking iterator in a thread."""

import asyncio
import itertools
import queue

import pytest

from agents.push.feed import Feed, batches


async def drain(feed):
    """Take until the end."""
    taken = []
    while items := await feed.take():
        taken += items
    return taken


def test_all_items_in_order():
    """More items than the limit come through in their order."""

    async def run():
        return await drain(Feed(range(1000), 7))

    assert asyncio.run(run()) == list(range(1000))


def test_a_pause_holds_nothing_back():
    """What is ready is given while the source waits for more."""
    pipe = queue.Queue()

    async def run():
        feed = Feed(iter(pipe.get, None), 10)
        pipe.put(1)
        first = await asyncio.wait_for(feed.take(), 5)
        pipe.put(None)
        return first, await drain(feed)

    assert asyncio.run(run()) == ([1], [])


def test_it_reads_no_further_than_it_may():
    """An endless source is read only as far ahead as the limit says."""
    counter = itertools.count()

    async def run():
        feed = Feed(counter, 5)
        taken = len(await feed.take())
        await asyncio.sleep(0.05)
        feed.close()
        return next(counter) - taken

    assert asyncio.run(run()) <= 5 + 2


def test_an_error_of_the_source_comes_out():
    """What was read before is given first."""

    def source():
        yield 1
        raise OSError("gone")

    async def run():
        feed = Feed(source(), 5)
        first = await feed.take()
        await feed.take()
        return first

    with pytest.raises(OSError, match="gone"):
        asyncio.run(run())


def test_batches_are_as_large_as_what_is_ready():
    """All items in order, none larger than allowed; a pause gives what there is."""
    taken = list(batches(range(1000), 7))
    assert ([n for batch in taken for n in batch], max(map(len, taken)) <= 7) == (list(range(1000)), True)
    pipe = queue.Queue()
    pipe.put(1)
    slow = batches(iter(pipe.get, None), 10)
    first = next(slow)
    pipe.put(None)
    assert (first, list(slow)) == ([1], [])


def test_batches_give_what_was_read_before_an_error():
    """Then the error comes out."""

    def source():
        yield 1
        raise OSError("gone")

    taken = []
    with pytest.raises(OSError, match="gone"):
        taken.extend(batch for batch in batches(source(), 5))
    assert taken == [[1]]
