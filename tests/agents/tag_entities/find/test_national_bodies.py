"""Bodies with their nation."""

import pytest

from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("انتشر الدرك الموريتاني أمس", ["الدرك الموريتاني"]),
        ("انتشر الجيش الكبير أمس", []),
    ],
)
def test_a_nation_makes_a_body(text, names):
    """A nationality behind its word does, no other adjective."""
    assert found_by("NationalBodies", text) == names


def test_the_national_team_is_its_countrys(tagged):
    """الوطني and الأول before the nationality change nothing."""
    entities, _, _ = tagged("خسر المنتخب الوطني الجزائري أمام المنتخب المغربي الأول")
    assert "org:algeria-national-football-team" in entities
