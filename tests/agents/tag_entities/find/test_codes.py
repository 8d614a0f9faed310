"""Models and codes."""

import pytest

from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("تحطمت مقاتلة من طراز جي إكس 77 قرب الحدود", ["جي إكس 77"]),
        ("أنتجت كي إكس واي أمس", ["كي إكس واي"]),
        ("هبطت طائرة بوينغ 393 جديدة", ["بوينغ 393"]),
        ("أنتجت كي أو في أمس", []),
        ("وصل في 16 مايو", []),
        ("اشترى بوينغ 2019", []),
    ],
)
def test_letters_and_numbers_make_a_code(text, names):
    """Letters that are words make none, and a year is no model."""
    assert found_by("Codes", text) == names
