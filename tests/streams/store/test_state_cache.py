"""Decoded states at hand."""

from streams.store.state_cache import STATE_BYTES, StateCache


def test_what_was_not_used_for_the_longest_time_goes():
    """Room for three: the one that was read stays, the oldest of the others goes."""
    cache = StateCache(3 * STATE_BYTES)
    for key in "abc":
        cache.put("t", key, key.upper(), 1)
    cache.get("t", "a")
    cache.put("t", "d", "D", 1)
    assert [cache.get("t", key) for key in "abcd"] == ["A", None, "C", "D"]


def test_the_bound_is_of_all_owners_together():
    """A large state of one table takes the room of another's."""
    cache = StateCache(4 * STATE_BYTES)
    cache.put("t", "a", 1, 2)
    cache.put("u", "a", 2, 3)
    assert (cache.get("t", "a"), cache.get("u", "a")) == (None, 2)


def test_a_state_larger_than_the_bound_is_not_kept():
    """It would push everything out for nothing."""
    cache = StateCache(2 * STATE_BYTES)
    cache.put("t", "a", 1, 1)
    cache.put("t", "b", 2, 3)
    assert (cache.get("t", "a"), cache.get("t", "b")) == (1, None)


def test_a_state_that_grew_counts_as_it_is_now():
    """Putting a key again replaces its size too."""
    cache = StateCache(4 * STATE_BYTES)
    for size in (1, 2, 3):
        cache.put("t", "a", size, size)
    cache.put("t", "b", 1, 1)
    assert (cache.get("t", "a"), cache.get("t", "b")) == (3, 1)


def test_an_owner_that_lets_go_leaves_the_others():
    """Closing a partition drops its states only."""
    cache = StateCache(100 * STATE_BYTES)
    cache.put("t", "a", 1, 1)
    cache.put("u", "a", 2, 1)
    cache.drop_all("t")
    cache.drop("u", "x")
    assert (cache.get("t", "a"), cache.get("u", "a")) == (None, 2)
