"""What a store on disk does with its files: kept, locked, lost, broken."""

import subprocess
import sys
from pathlib import Path

import pytest

from streams.store.folder_lock import StoreTakenError
from streams.store.rocks import BROKEN, RocksMemory, RocksStore
from streams.store.store import StoreError
from tests.streams.store.standings import standing

MEMORY = RocksMemory(2**20)
KILLED = """
import os, signal, sys
from pathlib import Path
from streams.store.rocks import RocksMemory, RocksStore
from tests.streams.store.standings import standing
store = RocksStore(Path(sys.argv[1]), RocksMemory(2**20))
for n in range(1, 3001):
    store.write({f"k{n % 7}": str(n).encode() * 1000, f"n{n}": b"x"}, standing(position=n))
os.kill(os.getpid(), signal.SIGKILL)
"""


def filled(folder: Path) -> None:
    """Leave a store of 2,000 rows in the folder."""
    store = RocksStore(folder, MEMORY)
    store.write({f"k{n:04}": str(n).encode() * 100 for n in range(2000)}, standing())
    store.close()


def damage(folder: Path) -> None:
    """Change bytes in the middle of every file of rows."""
    for file in folder.glob("*.sst"):
        content = bytearray(file.read_bytes())
        content[100 : len(content) // 2] = bytes(len(content) // 2 - 100)
        file.write_bytes(content)


def test_a_closed_store_is_there_again(tmp_path: Path):
    """What was written is read after the next opening, and how far it reaches too."""
    filled(tmp_path / "store")
    store = RocksStore(tmp_path / "store", MEMORY)
    found = (store.get("k0007"), len(list(store.keys())), store.standing())
    store.close()
    assert found == (b"7" * 100, 2000, standing())


def test_a_killed_owner_leaves_rows_and_standing_of_one_moment(tmp_path: Path):
    """After kill -9 the latest writes may be gone, but all that stands before the standing is there."""
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "store")], check=False)
    store = RocksStore(tmp_path / "store", MEMORY)
    held = store.standing()
    reached = 0 if held is None else held.position
    keys = list(store.keys())
    rows = {key: store.get(key) for key in keys}
    store.close()
    expected = {f"n{n}": b"x" for n in range(1, reached + 1)}
    expected |= {f"k{n % 7}": str(n).encode() * 1000 for n in range(1, reached + 1)}
    assert (killed.returncode, reached > 0, rows) == (-9, True, expected)


def test_a_second_owner_does_not_get_it(tmp_path: Path):
    """Whoever has it open has it alone; once it is closed the next one gets it."""
    first = RocksStore(tmp_path / "store", MEMORY)
    with pytest.raises(StoreTakenError):
        RocksStore(tmp_path / "store", MEMORY)
    first.close()
    second = RocksStore(tmp_path / "store", MEMORY)
    assert second.standing() is None
    second.close()


def test_a_spare_store_goes_when_it_is_closed(tmp_path: Path):
    """Its folder is taken away."""
    spare = RocksStore(tmp_path / "store", MEMORY, spare=True)
    spare.write({"a": b"1"})
    spare.close()
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("name", ["CURRENT", "MANIFEST", ".sst"])
@pytest.mark.parametrize("content", [None, b"junk"])
def test_a_store_that_does_not_open_begins_anew(tmp_path: Path, name: str, content: bytes | None):
    """Whichever of its files is gone or nonsense, the store is empty, and works."""
    folder = tmp_path / "store"
    filled(folder)
    for file in [file for file in folder.iterdir() if name in file.name]:
        file.unlink()
        if content is not None:
            file.write_bytes(content)
    store = RocksStore(folder, MEMORY)
    store.write({"b": b"2"})
    found = (store.standing(), store.get("k0007"), store.get("b"))
    store.close()
    assert found == (None, None, b"2")


@pytest.mark.parametrize("reading", ["get", "keys"])
def test_a_damaged_row_is_an_error_and_the_next_opening_begins_anew(tmp_path: Path, reading: str):
    """Bytes that changed on the disk are never given out."""
    folder = tmp_path / "store"
    filled(folder)
    damage(folder)
    store = RocksStore(folder, RocksMemory(2**20))
    with pytest.raises(StoreError, match="The next start fills it from Kafka anew"):
        store.get("k0007") if reading == "get" else list(store.keys())
    marked = (folder / BROKEN).exists()
    store.close()
    again = RocksStore(folder, MEMORY)
    found = (marked, again.get("k0007"), again.standing())
    again.close()
    assert found == (True, None, None)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path):
    """The message names the settings that help."""
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"RASID_DATA_DIR.*RASID_STORE=memory"):
        RocksStore(tmp_path / "file" / "store", MEMORY)
