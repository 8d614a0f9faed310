"""Which store a table partition gets."""

import asyncio
from pathlib import Path

import pytest

from streams.settings import Settings
from streams.store import stores
from streams.store.memory import MemoryStore
from streams.store.rocks import RocksStore
from streams.store.stores import Stores


def test_memory_is_a_setting(tmp_path: Path):
    """Nothing is written to disk then."""
    store = asyncio.run(Stores(Settings(store="memory", data_dir=str(tmp_path))).open("profiles", 0))
    assert (type(store), list(tmp_path.iterdir())) == (MemoryStore, [])


def test_two_prefixes_keep_apart(tmp_path: Path):
    """Workers of two prefixes can share a folder."""
    first, second = (
        asyncio.run(Stores(Settings(prefix=prefix, data_dir=str(tmp_path))).open("profiles", 0))
        for prefix in ("a.", "b.")
    )
    first.write({"k": b"1"})
    assert second.get("k") is None
    first.close()
    second.close()


def test_who_lets_go_is_waited_for(tmp_path: Path):
    """A store that its owner closes a moment later goes to the next owner with what it holds."""

    async def test() -> bytes | None:
        both = [Stores(Settings(data_dir=str(tmp_path))) for _ in range(2)]
        first = await both[0].open("profiles", 0)
        first.write({"k": b"1"})
        opening = asyncio.create_task(both[1].open("profiles", 0))
        await asyncio.sleep(0.3)
        assert not opening.done()
        first.close()
        second = await opening
        value = second.get("k")
        second.close()
        return value

    assert asyncio.run(test()) == b"1"


def test_a_frozen_owner_is_not_waited_for_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Each further owner gets a spare store of its own, which goes with it."""
    monkeypatch.setattr(stores, "TAKEN_SECONDS", 0.0)
    several = [asyncio.run(Stores(Settings(data_dir=str(tmp_path))).open("profiles", 0)) for _ in range(3)]
    several[0].write({"k": b"1"})
    found = [store.get("k") for store in several]
    for store in several:
        store.close()
    assert all(isinstance(store, RocksStore) for store in several)
    assert (found, sorted(path.name for path in (tmp_path / "store").iterdir() if path.is_dir())) == (
        [b"1", None, None],
        ["rasid.profiles-0"],
    )
