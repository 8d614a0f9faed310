"""The forms of nationality adjectives, and which words are none."""

import pytest

from agents.tag_entities.lexicon.demonyms import forms
from agents.tag_entities.lexicon.lexicon import packaged


def test_letters_that_look_like_an_article_stay():
    """ألماني begins with no article: both its forms, with and without one, are known."""
    assert {"الماني", "الالماني", "المانيه", "الالمانيه"} <= set(forms("ألماني"))
    assert "ماني" not in set(forms("ألماني"))


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("الالمانيه", "loc:germany"),
        ("الاميركيه", "loc:united-states"),
        ("الامريكي", "loc:united-states"),
        ("الالباني", "loc:albania"),
        ("المجريه", "loc:hungary"),
        ("بان", None),
        ("مجريات", None),
        ("ماليه", None),
        ("الصحراويه", None),
    ],
)
def test_which_words_name_a_nation(word: str, country: str | None):
    """Words that seldom mean a nation are none in the packaged lexicon."""
    assert packaged().demonyms.get(word) == country
