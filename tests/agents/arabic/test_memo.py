"""Results that are remembered."""

from weakref import WeakSet

import pytest

from agents.arabic.memo import Memo


class Made:
    """A value that is seen to go."""


def test_a_value_is_worked_out_once():
    """A key that was looked up before is not worked out again."""
    asked = []
    lengths: Memo[str, int] = Memo(8, lambda word: asked.append(word) or len(word))
    assert ([lengths["خبر"], lengths["خبر"]], asked) == ([3, 3], ["خبر"])


def test_what_was_used_lately_stays_when_it_is_full():
    """Of four entries, the two used last are not worked out again, the others are."""
    asked: list[int] = []
    doubles: Memo[int, int] = Memo(4, lambda number: asked.append(number) or 2 * number)
    found = [doubles[number] for number in (1, 2, 3, 2, 4, 2, 1)]
    assert (found, asked) == ([2, 4, 6, 4, 8, 4, 2], [1, 2, 3, 4, 1])


def test_it_never_holds_more_than_it_may():
    """However many keys are looked up, no more values are alive than it may hold."""
    made = WeakSet[Made]()

    def make(_: int) -> Made:
        made.add(value := Made())
        return value

    values: Memo[int, Made] = Memo(4, make)
    assert max(len(made) for number in range(20) if values[number]) == 4


def test_without_a_maker_it_only_keeps():
    """A memo that works out nothing raises KeyError, as a dict does."""
    memo: Memo[str, int] = Memo(2)
    with pytest.raises(KeyError):
        memo["x"]
    assert memo.keep("x", 1) == memo["x"]
