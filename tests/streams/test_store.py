"""What every store of committed bytes does."""

import pytest

from streams.settings import Settings
from streams.store import MemoryStore, open_store


@pytest.fixture(params=[MemoryStore, lambda: open_store(Settings(), "profiles", 0)], ids=["memory", "chosen"])
def store(request):
    """Return an empty store: each kind that there is, and the one that tables open."""
    return request.param()


def test_an_empty_store_has_no_keys(store):
    """A partition that nothing was committed to holds nothing."""
    assert (list(store.keys()), store.get("a")) == ([], None)


def test_the_last_write_of_a_key_is_read(store):
    """A later commit of a key replaces the earlier one."""
    store.write({"a": b"1", "b": b"2"})
    store.write({"a": b"3"})
    assert (store.get("a"), store.get("b"), sorted(store.keys())) == (b"3", b"2", ["a", "b"])


def test_none_takes_a_key_out(store):
    """A deleted key is gone, and one that was never there can be deleted."""
    store.write({"a": b"1", "b": b"2"})
    store.write({"a": None, "c": None})
    assert (store.get("a"), list(store.keys())) == (None, ["b"])


def test_empty_bytes_are_a_value(store):
    """A key whose value has no bytes is there."""
    store.write({"a": b""})
    assert (store.get("a"), list(store.keys())) == (b"", ["a"])
