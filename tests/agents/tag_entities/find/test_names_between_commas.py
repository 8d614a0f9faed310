"""Names between two commas behind a title."""

import pytest

from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال الأستاذ، نيل جيميل، وهو خبير", ["نيل جيميل"]),
        ("قال الأستاذ، في الجامعة، وهو خبير", []),
        ("قال الأستاذ، نيل جيميل وهو خبير", []),
    ],
)
def test_commas_part_a_name_from_its_title(text, names):
    """Both commas must stand there, and two words that can be a name."""
    assert found_by("NamesBetweenCommas", text) == names
