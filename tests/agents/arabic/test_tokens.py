"""Words of a text and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.arabic.folding import fold
from agents.arabic.tokens import folded, tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قال لافروف: «نعم»", ["قال", "لافروف", "نعم"]),
        ("1437ه و2015", ["1437", "ه", "و", "2015"]),
        ("covid_19 AB12", ["covid", "19", "AB", "12"]),
        ("", []),
    ],
)
def test_words_and_numbers_are_tokens(text, words):
    """Digits and letters that touch are two; punctuation is none."""
    assert tokenize(text).words == words


def test_what_stands_between_tokens():
    """The gap behind each token, and whether it has one of some marks; behind the last there is nothing."""
    tokens = tokenize("نعم، لا: .")
    assert (tokens.between(0), tokens.parted(0, "،:"), tokens.parted(0, ":"), tokens.between(1)) == (
        "، ",
        True,
        False,
        "",
    )


@given(st.text(alphabet="ابت 12aZ_.،\n«", max_size=60))
def test_tokens_stand_where_they_say(text):
    """The spans give the words, and the text is words and gaps."""
    tokens = tokenize(text)
    assert [text[start:end] for start, end in tokens.spans] == tokens.words


def test_folded_words():
    """A few words that code names are compared as texts are matched."""
    assert folded("إلى مدينة") == {fold("إلى"), fold("مدينة")}
