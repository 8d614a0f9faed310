"""Tensors out of a TensorFlow checkpoint (`variables.index`, `variables.data-00000-of-00001`), without TensorFlow.

The index is a sorted table as LevelDB writes it: blocks of entries whose keys share beginnings, then a block that says
where these blocks lie, then a footer. A tensor's entry is a protocol buffer: type (1), shape (2), offset (4), size (5).
"""

import struct
from collections.abc import Iterator

import numpy as np

_FLOAT = 1
_FOOTER = 48
_VARINT, _BYTES, _FIXED = 0, 2, 5
_MORE_BYTES = 128
"""In a byte of a number: others follow."""
_DIMENSION = 2
"""The field of a shape that holds a dimension."""


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < _MORE_BYTES:
            return value, at
        shift += 7


def _block(data: bytes, offset: int, size: int) -> Iterator[tuple[bytes, bytes]]:
    if data[offset + size]:
        raise ValueError("a compressed block")
    end = offset + size - 4 * (1 + struct.unpack_from("<I", data, offset + size - 4)[0])
    key = b""
    at = offset
    while at < end:
        shared, at = _varint(data, at)
        own, at = _varint(data, at)
        length, at = _varint(data, at)
        key = key[:shared] + data[at : at + own]
        yield key, data[at + own : at + own + length]
        at += own + length


def _fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        value: int | bytes
        if tag & 7 == _VARINT:
            value, at = _varint(message, at)
        elif tag & 7 == _BYTES:
            length, at = _varint(message, at)
            value, at = message[at : at + length], at + length
        elif tag & 7 == _FIXED:
            value, at = struct.unpack_from("<I", message, at)[0], at + 4
        else:
            raise ValueError(f"wire type {tag & 7}")
        yield tag >> 3, value


def _shape(message: bytes) -> list[int]:
    sizes = [
        dict(_fields(value)) for number, value in _fields(message) if number == _DIMENSION and isinstance(value, bytes)
    ]
    return [int(size.get(1, 0)) for size in sizes]


def tensors(index: bytes, data: bytes) -> dict[str, np.ndarray]:
    """Return the float32 tensors of a checkpoint of one data file, by name.

    Raises
    ------
    ValueError
        When the index is not one, or is compressed.
    """
    at = len(index) - _FOOTER
    for _ in range(2):  # past the first handle, of the block of metadata, which is empty
        _, at = _varint(index, at)
    offset, at = _varint(index, at)
    size, at = _varint(index, at)
    found = {}
    for _, handle in _block(index, offset, size):
        start, place = _varint(handle, 0)
        length, _ = _varint(handle, place)
        for key, message in _block(index, start, length):
            entry = dict(_fields(message))
            if key and entry.get(1) == _FLOAT:
                shape = _shape(bytes(entry.get(2, b"")))
                count = int(np.prod(shape))
                array = np.frombuffer(data, "<f4", count, int(entry.get(4, 0)))
                found[key.decode()] = array.reshape(shape)
    return found
