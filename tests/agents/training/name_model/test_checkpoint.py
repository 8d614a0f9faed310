"""TensorFlow checkpoints read without TensorFlow."""

import struct

import numpy as np
import pytest

from agents.training.name_model.checkpoint import tensors

ONE, TWO = np.arange(6, dtype=np.float32).reshape(2, 3), np.array([0.5], np.float32)


def _block(*entries: tuple[int, bytes, bytes]) -> bytes:
    body = b"".join(bytes([shared, len(key), len(value)]) + key + value for shared, key, value in entries)
    return body + struct.pack("<II", 0, 1)


def _entry(shape: tuple[int, ...], offset: int) -> bytes:
    sizes = b"".join(b"\x12\x02\x08" + bytes([n]) for n in shape)
    return b"\x08\x01\x12" + bytes([len(sizes)]) + sizes + b"\x20" + bytes([offset])


def _index() -> bytes:
    data = _block((0, b"", b"\x08\x01"), (0, b"net/a", _entry((2, 3), 0)), (4, b"b", _entry((1,), 24)))
    top = _block((0, b"net/b", bytes([0, len(data)])))
    at = len(data) + 5
    footer = bytes([0, 0, at, len(top)])
    return data + bytes(5) + top + bytes(5) + footer.ljust(48, b"\0")


def test_tensors():
    """Names whose beginnings are shared, shapes and numbers come back."""
    found = tensors(_index(), ONE.tobytes() + TWO.tobytes())
    assert list(found) == ["net/a", "net/b"]
    assert np.array_equal(found["net/a"], ONE)
    assert np.array_equal(found["net/b"], TWO)


def test_compressed():
    """A compressed index is refused."""
    index = bytearray(_index())
    index[-48 - 5] = 1
    with pytest.raises(ValueError, match="compressed"):
        tensors(bytes(index), b"")
