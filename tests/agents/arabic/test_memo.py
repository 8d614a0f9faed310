"""Results that are remembered."""

import pytest

from agents.arabic.memo import Memo


def test_a_value_is_worked_out_once():
    """A key that was looked up before is not worked out again."""
    asked = []
    lengths: Memo[str, int] = Memo(8, lambda word: asked.append(word) or len(word))
    assert ([lengths["خبر"], lengths["خبر"]], asked) == ([3, 3], ["خبر"])


def test_it_starts_anew_when_full():
    """It never holds more entries than it may."""
    doubles: Memo[int, int] = Memo(3, lambda number: 2 * number)
    assert [len(doubles) for number in range(8) if doubles[number] is not None] == [1, 2, 3, 1, 2, 3, 1, 2]


def test_without_a_maker_it_only_keeps():
    """A memo that works out nothing raises KeyError, as a dict does."""
    memo: Memo[str, int] = Memo(2)
    with pytest.raises(KeyError):
        memo["x"]
    assert memo.keep("x", 1) == memo["x"]
