"""The words that dates are made of."""

import pytest

from agents.arabic.dates.calendar_words import Word, pairs, words


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("يناير", Word("month", 1, 0)),
        ("وبيناير", Word("month", 1, 2)),
        ("بيناير", Word("month", 1, 1)),
        ("تشرين", Word("half", 10, 0)),
        ("رمضان", Word("hijri", 9, 0)),
        ("وغدا", Word("tomorrow", 0, 1)),
        ("كتاب", None),
    ],
)
def test_a_word_and_its_proclitics(word, meaning):
    """What a word means for dates, and how many of its letters are proclitics."""
    assert words().get(word) == meaning


def test_months_of_two_words():
    """The first word alone says too little."""
    assert (pairs()["تشرين", "الاول"], pairs()["تشرين", "الثاني"]) == (Word("month", 10, 0), Word("month", 11, 0))
