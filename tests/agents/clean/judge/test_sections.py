"""Sections by outlets' labels."""

import pytest

from agents.clean.judge.sections import may_open, standard
from agents.clean.read.line_words import split


@pytest.mark.parametrize("label", ["رياضة", "الرياضة", "أخبار الرياضة", "صفحة الرياضة"])
def test_the_forms_of_a_label_mean_one_section(label):
    """Articles and what outlets put in front make no other."""
    assert standard(split(label)) == "sport"


@pytest.mark.parametrize("label", ["", "خدمات القراء", "رياضة رياضة رياضة رياضة رياضة رياضة"])
def test_other_words_are_no_section(label):
    """Nor is a label of too many words."""
    assert standard(split(label)) is None


def test_most_words_open_no_label():
    """So that most lines need not be looked up."""
    assert may_open("الرياضه")
    assert not may_open("قال")
