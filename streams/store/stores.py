"""The stores of a process: which kind, where, and what they share."""

import asyncio
import logging

from streams.settings import Settings
from streams.store import folders
from streams.store.folder_lock import StoreTakenError
from streams.store.memory import MemoryStore
from streams.store.rocks import RocksMemory, RocksStore
from streams.store.state_cache import StateCache
from streams.store.store import Store

log = logging.getLogger(__name__)
MEGABYTE = 2**20
TAKEN_SECONDS = 5.0
"""How long a store that another owner has open is waited for: who gives a partition up is about to close it."""
TAKEN_POLL_SECONDS = 0.1
OPENING_AT_ONCE, FILLING_AT_ONCE = 16, 2
"""Tables that are looked at in Kafka at a time, and those that are read there: what is fetched and not stored yet takes
memory."""


class Stores:
    """Opens the stores of a process's table partitions, and holds what they share."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._memory = RocksMemory(settings.store_memory_mb * MEGABYTE) if settings.store == "rocksdb" else None
        self.states = StateCache(settings.state_cache_mb * MEGABYTE)
        """Decoded states of all tables."""
        self.opening = asyncio.Semaphore(OPENING_AT_ONCE)
        """Held while it is seen how far a store is behind its topic, and while it is filled."""
        self.filling = asyncio.Semaphore(FILLING_AT_ONCE)
        """Held while a store is filled that is far behind."""
        self.records_read = 0
        """From tables' topics so far: while it grows, a worker that is filling stores makes progress."""

    async def open(self, topic: str, partition: int) -> Store:
        """Return a table partition's store, with what it holds from before.

        A worker that was frozen, or taken for dead, may still have the partition's own store open. Then this owner gets
        a spare one, which goes when it is closed.

        Raises
        ------
        streams.store.store.StoreError
            When no store can be kept in the folder that the settings name.
        """
        if self._memory is None:
            return MemoryStore()
        folder = folders.folder(self._settings, topic, partition)
        deadline = asyncio.get_running_loop().time() + TAKEN_SECONDS
        while True:
            try:
                return RocksStore(folder, self._memory)
            except StoreTakenError:
                if asyncio.get_running_loop().time() > deadline:
                    break
            await asyncio.sleep(TAKEN_POLL_SECONDS)
        number = 2
        while True:
            spare = folders.spare(folder, number)
            try:
                store = RocksStore(spare, self._memory, spare=True)
            except StoreTakenError:
                number += 1
            else:
                log.warning("another worker has the store in %s open; %s is filled from Kafka", folder, spare)
                return store
