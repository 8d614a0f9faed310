"""Lines folded and cut into words."""

import pytest

from agents.clean.read.line_words import fold_lines, split


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("عبدﷲ في اﻷردن", ["عبدالله", "في", "الاردن"]),
        ("ﺍﻟﺄﺣﺪ 9 ﻓﺒﺮﺍﻳﺮ", ["الاحد", "9", "فبراير"]),
        ("ﷺ", ["صلي", "الله", "عليه", "وسلم"]),
        ("الب\u034fصرة", ["البصره"]),
    ],
)
def test_presentation_forms_are_the_letters_that_they_stand_for(line: str, words: list[str]) -> None:
    """In a line of a page as in a word alone."""
    forms = fold_lines([line, "سطر آخر"])
    assert (forms.words[0], split(line), forms.folded[1]) == (words, words, "سطر اخر")
