"""Reading records whose headers have names that are no UTF-8, which Kafka takes and aiokafka cannot read.

One such record would end every worker that reads its partition. Kafka's own clients put a mark in the place of what is
no UTF-8; here it is a question mark for each byte.
"""

import struct
from collections.abc import Iterator
from typing import Any

from aiokafka.consumer import fetcher
from aiokafka.record.default_records import _DefaultRecordBatchPy
from aiokafka.record.memory_records import MemoryRecords
from aiokafka.record.util import decode_varint

BATCH_LENGTH = struct.Struct(">i")
LENGTH_AT = 8
"""Where in a batch its length stands; it counts what follows it."""


def tolerate() -> None:
    """Let every consumer of this process read such records."""
    fetcher.MemoryRecords = Records


class Records:
    """The batches that one fetch gave of a partition.

    Parameters
    ----------
    buffer
        As the broker sent them.
    """

    def __init__(self, buffer: bytes) -> None:
        self._buffer = buffer
        self._batches = MemoryRecords(buffer)
        self._start = 0
        self.has_next = self._batches.has_next
        self.size_in_bytes = self._batches.size_in_bytes

    def next_batch(self) -> Any:
        """Return the next batch; None: there is none."""
        batch = self._batches.next_batch()
        start = self._start
        self._start += LENGTH_AT + BATCH_LENGTH.size + BATCH_LENGTH.unpack_from(self._buffer, start + LENGTH_AT)[0]
        return batch if batch is None else Batch(batch, memoryview(self._buffer)[start : self._start])


class Batch:
    """A batch as aiokafka reads it, and once more where a name in it cannot be read."""

    def __init__(self, batch: Any, buffer: memoryview) -> None:
        self._batch = batch
        self._buffer = buffer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._batch, name)

    def __next__(self) -> Any:
        return next(self._batch)

    def __iter__(self) -> Iterator[Any]:
        given = 0
        try:
            for record in self._batch:
                yield record
                given += 1
        except UnicodeDecodeError:
            yield from list(_mended(self._buffer))[given:]


def _mended(buffer: memoryview) -> Any:
    """Return a batch with names that can be read."""
    batch = _DefaultRecordBatchPy(buffer)
    iter(batch)  # which unpacks it
    content, position = batch._buffer, batch._pos  # noqa: SLF001 - nothing public gives them
    while position < len(content):
        length, position = decode_varint(content, position)
        _mend_names(content, position)
        position += length
    return batch


def _mend_names(content: bytearray, position: int) -> None:
    """Write over the names of a record's headers that are no UTF-8, each byte that is no ASCII with a question mark."""
    for _ in ("attributes", "timestamp", "offset"):
        _, position = decode_varint(content, position)
    for _ in ("key", "value"):
        size, position = decode_varint(content, position)
        position += max(size, 0)
    headers, position = decode_varint(content, position)
    for _ in range(headers):
        size, position = decode_varint(content, position)
        name = bytes(content[position : position + size])
        try:
            name.decode()
        except UnicodeDecodeError:
            content[position : position + size] = name.decode("ascii", "replace").replace("\ufffd", "?").encode()
        position += size
        size, position = decode_varint(content, position)
        position += max(size, 0)
