"""The anti-replay window."""

from hypothesis import given
from hypothesis import strategies as st

from streams.records.origin import Origin
from streams.seen import WIDTH, Seen


def at(offset: int, partition: int = 0) -> Origin:
    return Origin(topic="pages", partition=partition, offset=offset)


def test_what_was_added_is_held():
    """An offset that was added is held, its neighbours are not."""
    seen = Seen()
    seen.add(at(5))
    assert [seen.holds(at(4)), seen.holds(at(5)), seen.holds(at(6))] == [False, True, False]


def test_partitions_are_apart():
    """The same offset of another origin partition is not held."""
    seen = Seen()
    seen.add(at(5, partition=0))
    assert not seen.holds(at(5, partition=1))


def test_older_than_the_window_counts_as_applied():
    """An offset that the window has left behind counts as applied; the last one in it does not."""
    seen = Seen()
    seen.add(at(5000))
    assert [seen.holds(at(5000 - WIDTH)), seen.holds(at(5000 - WIDTH + 1))] == [True, False]


@given(st.lists(st.integers(0, 3000)))
def test_window_agrees_with_a_set(offsets: list[int]):
    """Within the window it says what a plain set would say, also after a dump and a load."""
    seen = Seen()
    added: set[int] = set()
    for offset in offsets:
        seen.add(at(offset))
        added.add(offset)
    loaded = Seen.load(seen.dump())
    highest = max(added, default=0)
    expected = {offset: offset in added for offset in range(max(0, highest - WIDTH + 1), highest + 2)}
    assert {offset: loaded.holds(at(offset)) for offset in expected} == expected
