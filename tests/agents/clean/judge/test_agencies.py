"""News agencies by all their spellings."""

import pytest

from agents.clean.judge.agencies import read_agency


@pytest.mark.parametrize("text", ["أ.ف.ب", "AFP", "فرانس برس", "عن فرانس برس", "وكالة الصحافة الفرنسية"])
def test_the_spellings_of_an_agency_have_one_name(text):
    """Marks, letters and what stands in front make no other."""
    assert read_agency(text) == "أ ف ب"


@pytest.mark.parametrize("text", ["", "فرانس", "رويترز تعلن", "الوزير"])
def test_other_words_name_no_agency(text):
    """Nor does an agency with more behind it."""
    assert read_agency(text) is None


def test_an_agency_of_its_own_house_is_one() -> None:
    """Outlets sign with the agency that they are."""
    assert [read_agency("السومرية نيوز"), read_agency("وكالة مسار برس")] == ["السومرية نيوز", "مسار برس"]
