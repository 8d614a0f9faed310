"""Titles of works and names of operations."""

import pytest

from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "غنت ثلاث أغنيات منها «ضوء القمر البعيد» و«شارع بلا اسم» و«عودي غدا».",
            ["ضوء القمر البعيد", "شارع بلا اسم", "عودي غدا"],
        ),
        ("انتهت العملية العسكرية «درع الفجر» أمس", ["درع الفجر"]),
        ("بدأت عملية «درع الفجر» أمس", ["درع الفجر"]),
        ("قال «ضوء القمر البعيد»", []),
        ("غنت أغنية، وقالت «ضوء القمر البعيد»", []),
        ("غنت أغنية «واحد اثنان ثلاثة أربعة خمسة ستة سبعة»", []),
    ],
)
def test_a_title_stands_behind_its_word(text, names):
    """The later titles of a list too; a comma before it or too many words make it a quotation."""
    assert found_by("Works", text) == names
