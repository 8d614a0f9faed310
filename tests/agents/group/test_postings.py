"""Numbers under keys, in arrays."""

import random

import numpy as np

from agents.group.postings import RECENT, Postings


def test_the_latest_numbers_come_first():
    """As from the ends of a dictionary's lists, before and after they are sorted in."""
    random.seed(1)
    postings, plain = Postings(), dict[int, list[int]]()
    for number in range(RECENT * 5 + 17):
        key = random.randrange(2**53) if number % 3 else random.randrange(40)
        postings.add(key, number)
        plain.setdefault(key, []).append(number)

    assert all(list(postings.of(key)) == numbers[::-1] for key, numbers in plain.items())
    assert list(postings.of(2**60)) == []


def test_numbers_change_and_go():
    """A key all of whose numbers go has none."""
    postings = Postings()
    for number in range(6):
        postings.add(number % 3, number)

    postings.renumber(np.array([-1, 0, -1, -1, 1, 2]))

    assert [list(postings.of(key)) for key in range(3)] == [[], [1, 0], [2]]


def test_any_whole_number_is_a_key():
    """Negative ones and those of 64 bits too."""
    postings = Postings()
    for number, key in enumerate([-1, 2**64 - 2, -(2**63), 0]):
        postings.add(key, number)
    before = [list(postings.of(key)) for key in (-1, 2**64 - 2, -(2**63), 0)]
    postings.renumber(np.arange(4))

    assert before == [list(postings.of(key)) for key in (-1, 2**64 - 2, -(2**63), 0)] == [[0], [1], [2], [3]]
