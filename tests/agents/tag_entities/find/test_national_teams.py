"""National teams by their country."""

import pytest

from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("فاز منتخب فرنسا على منتخب البرازيل", ["منتخب فرنسا", "منتخب البرازيل"]),
        ("فاز منتخب الناشئين أمس", []),
    ],
)
def test_a_country_makes_a_national_team(text, names):
    """منتخب before another word is none."""
    assert found_by("NationalTeams", text) == names


def test_the_game_is_part_of_the_name(tagged):
    """Football's team is the country's; of another game's only the text tells."""
    entities, _, _ = tagged("فاز المنتخب التونسي لكرة القدم. وخسر المنتخب المغربي لكرة السلة")
    assert {"org:tunisia-national-football-team", "org:ar:المنتخب-المغربي-لكره-السله"} <= set(entities)
