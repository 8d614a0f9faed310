"""Packed files: unpacked as they are read, and no further than pages would."""

import gzip
import io

import pytest
import zstandard

from agents.push import packing
from agents.push.packing import BROKEN, BombError, unpacked

DATA = "خبر من القاهرة\n".encode() * 5000
PACK = {"gzip": gzip.compress, "zstd": zstandard.ZstdCompressor().compress}


@pytest.mark.parametrize("pack", PACK.values(), ids=PACK)
def test_what_is_packed_comes_out_however_many_parts_it_has(pack):
    """Packed files may be strung together."""
    assert unpacked(io.BytesIO(pack(DATA) + pack(DATA))).read() == DATA * 2


def test_what_is_not_packed_stays():
    """A short file too."""
    assert [unpacked(io.BytesIO(data)).read() for data in (b"", b"{", DATA)] == [b"", b"{", DATA]


@pytest.mark.parametrize("pack", PACK.values(), ids=PACK)
def test_a_corrupted_file_says_so(pack):
    """With one of the errors that are declared."""
    packed = bytearray(pack(DATA))
    packed[len(packed) // 2 :] = b"\xff" * 40
    with pytest.raises(BROKEN):
        unpacked(io.BytesIO(bytes(packed))).read()


@pytest.mark.parametrize("pack", PACK.values(), ids=PACK)
def test_a_bomb_is_stopped(pack, monkeypatch):
    """What unpacks to hundreds of times its size is read no further than a fixed amount."""
    monkeypatch.setattr(packing, "FREE_BYTES", 2**20)
    got = []
    stream = unpacked(io.BytesIO(pack(b"x" * 2**25)))
    with pytest.raises(BombError):
        got.extend(iter(lambda: stream.read(2**16), b""))
    assert len(got) <= 2**22 / 2**16


def test_a_file_that_packs_well_is_no_bomb(monkeypatch):
    """Pages that repeat each other stay below the limit."""
    monkeypatch.setattr(packing, "FREE_BYTES", 2**16)
    data = b"".join(b'{"text": "%d"}\n' % number for number in range(100_000))
    assert unpacked(io.BytesIO(gzip.compress(data))).read() == data
