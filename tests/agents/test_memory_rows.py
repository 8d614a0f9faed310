"""Rows in a dict."""

from agents.memory_rows import MemoryRows


def test_rows_are_put_got_and_taken_out():
    """None takes a key out, also one that is not there."""
    rows: MemoryRows[int] = MemoryRows()
    rows.put("a", 1)
    rows.put("b", 2)
    rows.put("a", None)
    rows.put("c", None)
    assert (rows.get("a"), rows.get("b"), rows.keys()) == (None, 2, ["b"])


def test_keys_are_gone_through_in_rounds():
    """Each call goes on from the last, and what was put meanwhile comes in the next round."""
    rows: MemoryRows[int] = MemoryRows()
    for key in "abc":
        rows.put(key, 1)
    first = [rows.next_keys(2)]
    rows.put("d", 1)
    first.append(rows.next_keys(2))
    assert (first, sorted(rows.next_keys(9)), MemoryRows[int]().next_keys(2)) == ([["a", "b"], ["c"]], list("abcd"), [])
