"""A blocking iterator, read in a thread of its own, as batches of what is ready; memory is bounded."""

import asyncio
import contextlib
import queue
import threading
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Feed(Generic[T]):
    """Takes what an iterator has ready, without waiting for more: a pipe that pauses holds nothing back.

    Parameters
    ----------
    source
        Iterated in a thread; an exception that it raises comes out of `take`.
    max_items
        Items that wait to be taken, at most; then the thread pauses.
    """

    def __init__(self, source: Iterable[T], max_items: int) -> None:
        self._source = source
        self._max_items = max_items
        self._items: list[T] = []
        self._ended = False
        self._error: BaseException | None = None
        self._room = threading.Condition()
        self._loop = asyncio.get_running_loop()
        self._some = asyncio.Event()
        # A daemon: one that waits for a silent pipe does not keep the process alive.
        self._thread = threading.Thread(target=self._read, name="feed", daemon=True)
        self._thread.start()

    async def take(self) -> list[T]:
        """Return all items that are ready, at least one; none when the iterator is at its end."""
        await self._some.wait()
        with self._room:
            items, self._items = self._items, []
            if not self._ended:
                self._some.clear()
            self._room.notify()
        if not items and self._error is not None:
            raise self._error
        return items

    def close(self) -> None:
        """Let the thread end at the next item."""
        with self._room:
            self._ended = True
            self._room.notify()

    def _read(self) -> None:
        try:
            for item in self._source:
                with self._room:
                    while len(self._items) >= self._max_items and not self._ended:
                        self._room.wait()
                    if self._ended:
                        return
                    self._items.append(item)
                    if len(self._items) == 1:
                        self._wake()
        except Exception as error:  # noqa: BLE001 - it is raised where the items are taken
            self._error = error
        with self._room:
            self._ended = True
            self._wake()

    def _wake(self) -> None:
        # A loop that is closed has nobody waiting.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._some.set)


def batches(source: Iterable[T], max_items: int) -> Iterator[list[T]]:
    """Yield what an iterator has ready, at least one and at most so many items, outside an event loop.

    An exception that the iterator raises comes out after what was read before it.
    """
    ready: queue.Queue[T | _End] = queue.Queue(2 * max_items)

    def read() -> None:
        error = None
        try:
            for item in source:
                ready.put(item)
        except Exception as raised:  # noqa: BLE001 - it is raised where the items are taken
            error = raised
        ready.put(_End(error))

    threading.Thread(target=read, name="feed", daemon=True).start()
    while True:
        batch: list[T] = []
        item = ready.get()
        while not isinstance(item, _End):
            batch.append(item)
            if len(batch) == max_items or ready.empty():
                break
            item = ready.get()
        if batch:
            yield batch
        if isinstance(item, _End):
            if item.error is not None:
                raise item.error
            return


class _End:
    """Stands behind the last item."""

    def __init__(self, error: Exception | None) -> None:
        self.error = error
