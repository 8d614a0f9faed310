"""The folded form: what becomes one, what is dropped, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.arabic.folding import fold, fold_with_offsets

LETTERS = (
    "أإآٱىةؤئءابتثجحخدذرزسشصضطظعغفقكلمنهوي٠١٢٩۰۹یک\u00a0\u0640\u064b\u064e\u0651\u0670\u200f\u200b\u061c\ufeff aZ9«»\n"
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أإآٱ", "اااا"),
        ("على مدرسة مسؤول بيئة", "علي مدرسه مسوول بييه"),
        ("١٢٣ ۴۵", "123 45"),
        ("مُحَمَّدٌ", "محمد"),
        ("مـحـمـد", "محمد"),
        ("\u200fسلام\u200b عليكم\ufeff", "سلام عليكم"),
        ("کتاب ی", "كتاب ي"),
    ],
)
def test_folds(text, folded):
    """One shape for a letter's variants, ASCII digits, no marks."""
    assert fold(text) == folded


@given(st.text(alphabet=LETTERS, max_size=60))
def test_folding_again_changes_nothing(text):
    """A folded text is its own folded form."""
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=LETTERS, max_size=60))
def test_every_character_knows_where_it_came_from(text):
    """Each folded character stands for the one at its offset."""
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    places = range(len(text)) if offsets is None else offsets
    assert len(places) == len(folded)
    assert all(fold(text[place]) == character for place, character in zip(places, folded, strict=True))
