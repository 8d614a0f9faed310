"""Words that are no name where certain words or marks stand beside them."""

import pytest

from agents.arabic.folding import fold
from agents.tag_entities.words.exceptions import WordException, _read, by_word, is_excepted, no_names

PLAIN = WordException("جده", "name", "his grandfather", "")


@pytest.mark.parametrize(
    ("row", "holds"),
    [
        (PLAIN, True),
        (PLAIN._replace(preceded_by=frozenset(["عن"])), True),
        (PLAIN._replace(preceded_by=frozenset(["من"])), False),
        (PLAIN._replace(followed_by=frozenset(["لابيه"])), True),
        (PLAIN._replace(followed_by=frozenset(["امس"])), False),
        (PLAIN._replace(spelt_with=frozenset("ّه")), True),
        (PLAIN._replace(spelt_with=frozenset("ة")), False),
    ],
)
def test_all_that_a_row_says_must_hold(row, holds):
    """The words beside and the marks of the spelling each decide."""
    assert row.applies("عن", "لابيه", "جدّه") is holds


@pytest.mark.parametrize("entity_type", ["PER", "LOC"])
def test_a_row_can_bar_one_type(entity_type):
    """A word that is no place can still be a person."""
    assert (PLAIN.bars(entity_type), PLAIN._replace(is_not="LOC").bars(entity_type)) == (True, entity_type == "LOC")


def test_rows_are_looked_up_by_the_folded_word():
    """Whatever a row's spelling, its word is found as texts are matched."""
    assert "his grandfather" in [row.means for row in by_word()[fold("جدة")]]


def test_every_example_has_its_word():
    """An example shows the word, with a neighbour that its row asks for."""
    rows = [row for rows in by_word().values() for row in rows]
    words = [fold(row.example).split() for row in rows]
    assert all(
        row.surface in seen
        and (not row.followed_by or seen[seen.index(row.surface) + 1] in row.followed_by)
        and (not row.preceded_by or seen[seen.index(row.surface) - 1] in row.preceded_by)
        for row, seen in zip(rows, words, strict=True)
    )


@pytest.mark.parametrize("change", [{"is_not": "PLACE"}, {"behind": ["من"]}])
def test_a_row_that_cannot_be_read_is_an_error(change):
    """A type or a field that does not exist is a mistake in the file."""
    with pytest.raises(ValueError, match="not as the head of the file says"):
        _read({"surface": "جدة", "is_not": "name", "means": "", "example": "", **change})


@pytest.mark.parametrize(
    ("text", "position", "excepted"),
    [
        ("محاولة النيل من وحدة", 1, True),
        ("زار النيل أمس", 1, False),
        ("النيل من وحدة", 0, True),
        ("محاولة النيل", 1, False),
    ],
)
def test_a_row_is_asked_where_the_word_stands(text, position, excepted):
    """The words beside it are looked at, if there are any."""
    rows = no_names()[fold("النيل")]
    assert is_excepted(rows, fold(text).split(), position, position + 1, "النيل") is excepted
