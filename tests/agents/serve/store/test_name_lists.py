"""Whom articles name, packed and counted."""

import pytest

from agents.serve.store.name_lists import pack_names, ranked

PACKED = b"".join(pack_names(numbers) or b"" for numbers in ([5, 7], [], [7, 2**32 - 1], [7, 5], [1]))


@pytest.mark.parametrize(
    ("after", "most", "expected"),
    [
        (None, None, [(3, 7), (2, 5), (1, 2**32 - 1), (1, 1)]),
        (None, 2, [(3, 7), (2, 5)]),
        ((3, 7), 2, [(2, 5), (1, 2**32 - 1)]),
        ((1, 2**32 - 1), 2, [(1, 1)]),
        ((1, 1), None, []),
    ],
)
def test_those_that_most_articles_name_come_first(
    after: tuple[int, int] | None, most: int | None, expected: list[tuple[int, int]]
):
    """Of those that as many name the one with the larger number."""
    assert ranked(PACKED, after, most) == expected


def test_no_names_are_no_ranking():
    """Articles without entities have nothing to pack."""
    assert (pack_names([]), ranked(b"")) == (None, [])
