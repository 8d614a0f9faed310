"""A store on disk, in RocksDB: memory stays bounded however large the table is, and a restart reads little.

There is no write-ahead log. What was not flushed when a process was killed is gone from the store, and its standing
with it: RocksDB loses the latest writes together or not at all, so that the rest is read from the topic again.
"""

import shutil
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

import msgspec
from rocksdict import (
    BlockBasedOptions,
    Cache,
    DBCompressionType,
    Options,
    Rdict,
    WriteBatch,
    WriteBufferManager,
    WriteOptions,
)

from streams.records.codec import encode
from streams.store.folder_lock import FolderLock
from streams.store.store import Standing, StoreError

WRITE_BUFFER_BYTES = 4 * 2**20
"""Of one partition's latest writes, until they are flushed: about as much is read again after a kill."""
WRITE_BLOCK_BYTES = 64 * 2**10
"""By which they grow: what dozens of partitions have not filled is little then."""
WRITE_BUFFERS_SHARE = 0.5
"""Part of a worker's memory for stores that the latest writes of all partitions may take; the rest caches blocks."""
FILE_BYTES = 8 * 2**20
"""Of one file of rows: with larger ones the blocks that index them push each other out of the cache."""
MAX_OPEN_FILES = 64
"""Of one partition; a worker of all stages owns dozens of partitions, and a process often may open but 1,024."""
BLOOM_BITS = 10
"""For each key: one look in a hundred for a key that is not there reads a block in vain."""
BACKGROUND_JOBS = 2
LOG_FILES = 2
BROKEN = "BROKEN"
"""A file in the folder of a store in which something could not be read: it is filled anew at its next opening."""
KEYS = "rocksdb.estimate-num-keys"
SIZES = ("rocksdb.total-sst-files-size", "rocksdb.cur-size-all-mem-tables")
_ROW, _STANDING = b"k", b"s"
_STANDINGS = msgspec.json.Decoder(Standing)


class RocksMemory:
    """What all the stores of a process share: one bound for cached blocks and the latest writes together.

    Parameters
    ----------
    max_bytes
        That bound.
    """

    def __init__(self, max_bytes: int) -> None:
        self._cache = Cache(max_bytes)
        self._buffers = WriteBufferManager.new_write_buffer_manager_with_cache(
            int(max_bytes * WRITE_BUFFERS_SHARE), allow_stall=False, cache=self._cache
        )

    def options(self) -> Options:
        """Return RocksDB's options for one store."""
        blocks = BlockBasedOptions()
        blocks.set_block_cache(self._cache)
        blocks.set_cache_index_and_filter_blocks(v=True)
        blocks.set_bloom_filter(BLOOM_BITS, block_based=False)
        options = Options(raw_mode=True)
        options.create_if_missing(create_if_missing=True)
        options.set_block_based_table_factory(blocks)
        options.set_write_buffer_manager(self._buffers)
        options.set_write_buffer_size(WRITE_BUFFER_BYTES)
        options.set_arena_block_size(WRITE_BLOCK_BYTES)
        options.set_target_file_size_base(FILE_BYTES)
        options.set_max_open_files(MAX_OPEN_FILES)
        options.set_compression_type(DBCompressionType.lz4())
        options.set_max_background_jobs(BACKGROUND_JOBS)
        options.set_keep_log_file_num(LOG_FILES)
        options.set_stats_dump_period_sec(0)
        return options


class RocksStore:
    """Keeps everything in a folder of its own, which this process alone has open.

    Parameters
    ----------
    folder
        Made when it is not there; what is there and cannot be used is removed.
    memory
        What this process's stores share.
    spare
        Whether it goes when it is closed.

    Raises
    ------
    StoreTakenError
        When another owner has it open.
    StoreError
        When nothing can be written there.
    """

    def __init__(self, folder: Path, memory: RocksMemory, *, spare: bool = False) -> None:
        self._folder = folder
        self._memory = memory
        self._spare = spare
        self._next = _ROW
        """Where the round over the keys goes on."""
        try:
            self._lock = FolderLock(folder)
        except OSError as error:
            raise self._no_store(error) from error
        try:
            self._db = self._open()
        except BaseException:
            self._lock.release()
            raise

    def _open(self) -> Rdict:
        if (self._folder / BROKEN).exists():
            try:
                shutil.rmtree(self._folder)
            except OSError as error:
                raise self._no_store(error) from error
        try:
            return self._open_folder()
        except Exception:  # noqa: BLE001 - rocksdict raises nothing narrower; whatever it is, the topic has it all
            shutil.rmtree(self._folder, ignore_errors=True)
        try:
            return self._open_folder()
        except Exception as error:
            raise self._no_store(error) from error

    def _open_folder(self) -> Rdict:
        self._folder.mkdir(parents=True, exist_ok=True)
        db = Rdict(str(self._folder), self._memory.options())
        writing = WriteOptions()
        writing.disable_wal = True  # type: ignore[method-assign,assignment] # its stub takes the property for a method
        db.set_write_options(writing)
        return db

    def standing(self) -> Standing | None:
        """Return how far it reaches; None while that is not known."""
        value = self._get(_STANDING)
        try:
            return None if value is None else _STANDINGS.decode(value)
        except msgspec.DecodeError:  # another format's
            return None

    def get(self, key: str) -> bytes | None:
        """Return a key's bytes; None when it has none.

        Raises
        ------
        StoreError
            When they cannot be read; the next opening begins anew.
        """
        return self._get(_ROW + key.encode())

    def _get(self, key: bytes) -> bytes | None:
        try:
            value: bytes | None = self._db.get(key)
        except Exception as error:
            raise self._broken(error) from error
        return value

    def write(self, changes: Mapping[str, bytes | None], standing: Standing | None = None) -> None:
        """Take in what was committed, all of it or nothing; None takes a key out.

        Raises
        ------
        StoreError
            When it cannot be written; the next opening begins anew.
        """
        batch = WriteBatch(raw_mode=True)
        for key, value in changes.items():
            if value is None:
                batch.delete(_ROW + key.encode())
            else:
                batch.put(_ROW + key.encode(), value)
        if standing is not None:
            batch.put(_STANDING, encode(standing))
        try:
            self._db.write(batch)
        except Exception as error:
            raise self._broken(error) from error

    def count(self) -> int:
        """Return about how many keys have bytes: what was written anew counts again until files are merged."""
        return max(0, (self._db.property_int_value(KEYS) or 0) - 1)  # but for the standing

    def size(self) -> int:
        """Return how many bytes its files and its latest writes take."""
        return sum(self._db.property_int_value(name) or 0 for name in SIZES)

    def keys(self) -> Iterator[str]:
        """Yield the keys that have bytes, in their order.

        Raises
        ------
        StoreError
            When they cannot be read; the next opening begins anew.
        """
        for key in self._keys_from(_ROW):
            yield key.removeprefix(_ROW).decode()

    def next_keys(self, limit: int) -> list[str]:
        """Return up to so many of the keys, going round: each call goes on from the last.

        Raises
        ------
        StoreError
            When they cannot be read; the next opening begins anew.
        """
        found = list(islice(self._keys_from(self._next), limit))
        self._next = found[-1] + b"\0" if len(found) == limit else _ROW
        return [key.removeprefix(_ROW).decode() for key in found]

    def _keys_from(self, first: bytes) -> Iterator[bytes]:
        rows = self._db.iter()
        rows.seek(first)
        while rows.valid() and (key := rows.key()).startswith(_ROW):
            yield key
            rows.next()
        try:
            rows.status()
        except Exception as error:
            raise self._broken(error) from error

    def clear(self) -> None:
        """Forget everything, the standing too."""
        self._db.close()
        shutil.rmtree(self._folder)
        self._db = self._open()

    def close(self) -> None:
        """Flush what was written, and let go of the files; a spare store takes them away.

        Raises
        ------
        StoreError
            When it cannot be written; the next opening begins anew.
        """
        try:
            if not self._spare:
                self._db.flush()
        except Exception as error:
            raise self._broken(error) from error
        finally:
            self._db.close()
            if self._spare:
                shutil.rmtree(self._folder, ignore_errors=True)
            self._lock.release()

    def _broken(self, error: Exception) -> StoreError:
        try:
            (self._folder / BROKEN).touch()
        except OSError:
            return StoreError(f"the store in {self._folder} is gone: {error}. The next start fills it from Kafka")
        return StoreError(f"the store in {self._folder} is broken: {error}. The next start fills it from Kafka anew")

    def _no_store(self, error: Exception) -> StoreError:
        return StoreError(
            f"no store can be kept in {self._folder}: {error}. Give workers a folder that they may write "
            "(RASID_DATA_DIR), or none (RASID_STORE=memory)"
        )
