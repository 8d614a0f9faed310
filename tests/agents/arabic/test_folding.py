"""The folded form: what becomes one, what is dropped, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.arabic.folding import as_spelt, fold, fold_with_offsets

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
        ("الھیئة ہي وە", "الهييه هي وه"),
        ("عبدﷲ", "عبدالله"),
        ("خﻻل اﻷردن", "خلال الاردن"),
        ("ﺍﻟﺒﻨﻚ ﺍﻟﺪﻭﻟﻲ", "البنك الدولي"),
        ("ﻣُﺤَﻤﱠﺪ ﹰ", "محمد "),
        ("ال\u200cأردن وم\u034fصر", "الاردن ومصر"),
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


@given(st.text(alphabet=LETTERS + "ﷲﻻﻷﻵﺍﻟﺔﭖﹰﱠﷺ", max_size=60))
def test_letters_of_a_presentation_form_come_from_its_place(text):
    """Each letter that a presentation form stands for knows where the form stands."""
    folded, offsets = fold_with_offsets(text)
    places = range(len(text)) if offsets is None else offsets
    whole = [fold(text[place]) for place in dict.fromkeys(places)]
    assert folded == fold(text) == fold(folded) == "".join(whole)


@pytest.mark.parametrize(
    ("text", "span", "published"),
    [("الملك عبدﷲ الثاني", (6, 20), "عبدﷲ الثاني"), ("في اﻷردن.", (3, 9), "اﻷردن"), ("واﻷردن", (3, 7), "ﻷردن")],
)
def test_spans_of_presentation_forms_lie_in_the_text_as_published(text, span, published):
    """A folded span is one of the text as published, also where one form stands for several letters."""
    start, end = fold_with_offsets(text).span(*span)
    assert text[start:end] == published


@pytest.mark.parametrize(
    ("text", "spelt"), [("ال\u200cأرـدن", "الأردن"), ("دومًا", "دومًا"), ("عبدﷲ", "عبدالله"), ("مؤدي", "مؤدي")]
)
def test_a_text_as_it_is_spelt(text, spelt):
    """Hamzas and diacritics stay, hidden marks and tatweel go."""
    assert as_spelt(text) == spelt
