"""Names between a verb of reporting and an office."""

import pytest

from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال عنتر الذيفاني، الناطق باسم الوفد، إنه باق", ["عنتر الذيفاني"]),
        ("قال عنتر الذيفاني، وهو باق", []),
        ("أكد ذلك أمس، الناطق باسم الوفد", []),
    ],
)
def test_an_office_tells_that_a_name_stands_before_it(text, names):
    """Without an office behind the comma it may be anything."""
    assert found_by("Appositions", text) == names
