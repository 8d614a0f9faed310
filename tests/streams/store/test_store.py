"""What every store of committed bytes does."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from streams.settings import Settings
from streams.store.memory import MemoryStore
from streams.store.rocks import RocksMemory, RocksStore
from streams.store.store import Store
from streams.store.stores import Stores
from tests.streams.store.standings import standing


def chosen(folder: Path) -> Store:
    return asyncio.run(Stores(Settings(data_dir=str(folder))).open("profiles", 0))


MAKERS: dict[str, Callable[[Path], Store]] = {
    "memory": lambda _: MemoryStore(),
    "rocksdb": lambda folder: RocksStore(folder / "store", RocksMemory(2**20)),
    "chosen": chosen,
}


@pytest.fixture(params=MAKERS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Yield an empty store: each kind that there is, and the one that tables open."""
    made = MAKERS[request.param](tmp_path)
    yield made
    made.close()


def test_an_empty_store_has_no_keys(store: Store):
    """A partition that nothing was committed to holds nothing, and reaches nowhere."""
    assert (list(store.keys()), store.get("a"), store.standing()) == ([], None, None)


def test_the_last_write_of_a_key_is_read(store: Store):
    """A later commit of a key replaces the earlier one."""
    store.write({"a": b"1", "b": b"2"})
    store.write({"a": b"3"})
    assert (store.get("a"), store.get("b"), sorted(store.keys())) == (b"3", b"2", ["a", "b"])


def test_none_takes_a_key_out(store: Store):
    """A deleted key is gone, and one that was never there can be deleted."""
    store.write({"a": b"1", "b": b"2"})
    store.write({"a": None, "c": None})
    assert (store.get("a"), list(store.keys())) == (None, ["b"])


def test_empty_bytes_are_a_value(store: Store):
    """A key whose value has no bytes is there, and so is a key without letters."""
    store.write({"a": b"", "": b"1"})
    assert (store.get("a"), store.get(""), sorted(store.keys())) == (b"", b"1", ["", "a"])


def test_any_text_is_a_key(store: Store):
    """Keys are Arabic, have zeros and marks in them, and none of them meets the store's own."""
    keys = ["per:ar:حاتم الطائي", "s", "k", "\x00", "😀"]
    store.write({key: key.encode() for key in keys}, standing())
    assert (sorted(store.keys()), [store.get(key) for key in keys]) == (sorted(keys), [k.encode() for k in keys])


def test_going_round_meets_every_key(store: Store):
    """A few at a time, each key once in a round, and the next round begins anew."""
    store.write(dict.fromkeys("abcde", b"1"), standing())
    first = [key for _ in range(3) for key in store.next_keys(2)]
    second = [key for _ in range(3) for key in store.next_keys(2)]
    assert (sorted(first), sorted(second)) == (list("abcde"), list("abcde"))


def test_going_round_passes_over_what_was_taken_out(store: Store):
    """Keys that went in the middle of a round are not met."""
    store.write(dict.fromkeys("abcde", b"1"))
    first = store.next_keys(2)
    store.write(dict.fromkeys("abcde"))
    assert (len(first), store.next_keys(5)) == (2, [])


def test_the_standing_is_the_latest_that_was_written(store: Store):
    """A write without a standing leaves it as it was."""
    store.write({"a": b"1"}, standing(position=3))
    store.write({"a": b"2"}, standing(position=4))
    store.write({"b": b"3"})
    assert store.standing() == standing(position=4)


def test_a_cleared_store_is_empty(store: Store):
    """Nothing of before is there, and it can be written again."""
    store.write({"a": b"1"}, standing())
    store.clear()
    cleared = (list(store.keys()), store.standing())
    store.write({"b": b"2"})
    assert (cleared, store.get("a"), store.get("b")) == (([], None), None, b"2")


def test_a_store_knows_how_large_it_is(store: Store):
    """How many keys it has, and that values take bytes."""
    store.write({"a": b"1" * 5000, "b": b"2"}, standing())

    assert (store.count(), store.size() >= 5001) == (2, True)
