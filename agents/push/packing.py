"""Files that are packed with gzip or zstd, unpacked as they are read: bounded memory, and no endless unpacking."""

import gzip
import io
import zlib
from typing import BinaryIO, cast

import zstandard

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
PACKED = (".gz", ".zst")
"""Endings of packed files."""
MAX_WINDOW_BYTES = 2**27
"""What a zstd file may ask to be kept in memory; `zstd --long` asks for as much."""
READ_BYTES = 2**16
FREE_BYTES = 2**28
"""Unpacked bytes up to which nobody asks how well they were packed."""
MAX_RATIO = 200
"""Unpacked bytes for each packed one, from FREE_BYTES on; news pages come to 5 to 30."""
BROKEN = (EOFError, gzip.BadGzipFile, zlib.error, zstandard.ZstdError)
"""What reading a packed file raises when it is cut or corrupted."""


class BombError(ValueError):
    """A packed file unpacks to far more than pages would; the message says how much."""


def unpacked(raw: BinaryIO) -> io.BufferedReader:
    """Return what a stream holds, and of a gzip or zstd what is packed in it.

    Reading raises one of BROKEN where the packed file is broken, BombError where it unpacks without end.
    """
    stream = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", raw))
    mark = stream.peek(len(ZSTD))[: len(ZSTD)]
    counted = _Counted(stream)
    if mark.startswith(GZIP):
        return io.BufferedReader(_Bounded(cast("BinaryIO", gzip.GzipFile(fileobj=counted)), counted), READ_BYTES)
    if mark == ZSTD:
        decompressor = zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW_BYTES)
        reader = decompressor.stream_reader(cast("BinaryIO", counted), read_across_frames=True, closefd=False)
        return io.BufferedReader(_Bounded(cast("BinaryIO", reader), counted), READ_BYTES)
    return stream


class _Counted(io.RawIOBase):
    """Counts the packed bytes."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        # What is there now: a pipe that pauses holds nothing back.
        read1 = getattr(self._stream, "read1", self._stream.read)
        data: bytes = read1(size if size >= 0 else READ_BYTES)
        self.count += len(data)
        return data


class _Bounded(io.RawIOBase):
    """Gives the unpacked bytes, and sees how many there are for each packed one."""

    def __init__(self, stream: BinaryIO, packed: _Counted) -> None:
        self._stream = stream
        self._packed = packed
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._count += len(data)
        if self._count > FREE_BYTES and self._count > MAX_RATIO * self._packed.count:
            raise BombError(f"unpacks to more than {MAX_RATIO} times its size; unpack it by hand if it is meant so")
        buffer[: len(data)] = data
        return len(data)
