"""The words that announce a name."""

import pytest

from agents.arabic.folding import fold
from agents.tag_entities.words.roles import DROPPED, KEPT, ROLE_HEADS, TITLES


@pytest.mark.parametrize(
    ("word", "titled", "heads"), [("الدكتورة", True, False), ("رئيس", True, True), ("مطار", False, False)]
)
def test_titles_and_offices(word, titled, heads):
    """A title stands before a person; an office can go on before the person's name."""
    assert (fold(word) in TITLES, fold(word) in ROLE_HEADS) == (titled, heads)


@pytest.mark.parametrize(
    ("word", "kept", "dropped"),
    [("جامعة", "ORG", None), ("لواء", "ORG", "LOC"), ("مدينة", None, "LOC"), ("رواية", None, "MISC")],
)
def test_generic_words_tell_a_type(word, kept, dropped):
    """Some are part of the name that they open, some are not; لواء is a brigade or a province."""
    assert (KEPT.get(fold(word)), DROPPED.get(fold(word))) == (kept, dropped)
