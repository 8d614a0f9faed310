"""A table of words and numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.tag_entities.name_model.word_numbers import WordNumbers

WORDS = st.text(st.characters(exclude_characters="\n\t", exclude_categories=["Cs"]), min_size=1, max_size=6)


@given(st.dictionaries(WORDS, st.integers(-1, 1 << 40)), st.lists(WORDS))
def test_it_is_like_a_dict(numbers, asked):
    """Words and numbers are those that were put in, and no others."""
    table = WordNumbers(list(numbers), list(numbers.values()))
    assert (dict(table), len(table)) == (numbers, len(numbers))
    assert [(word in table, table.get(word), table.get(word, 7)) for word in asked] == [
        (word in numbers, numbers.get(word), numbers.get(word, 7)) for word in asked
    ]


def test_a_word_without_a_number():
    """A word that is part of another one has no number of its own."""
    with pytest.raises(KeyError, match="أكل"):
        WordNumbers(["أكلت", "مأكل"], [1, 2])["أكل"]
