"""What each nation has."""

import pytest

from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("انتشر الدرك الموريتاني أمس", ["الدرك الموريتاني"]),
        ("انتشر الجيش الكبير أمس", []),
        ("فاز منتخب فرنسا على منتخب البرازيل", ["منتخب فرنسا", "منتخب البرازيل"]),
        ("فاز منتخب الناشئين أمس", []),
    ],
)
def test_a_nation_makes_a_body(text, names):
    """A nationality behind its word does, or a country behind منتخب, and no other word."""
    assert found_by("NationalBodies", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلنت وزارة الصحة المصرية ذلك", ["وزارة الصحة المصرية"]),
        ("وشددت وزارة التربية والتعليم على ذلك", ["وزارة التربية والتعليم"]),
        ("قال وزير الصحة المصري ذلك", []),
        ("زار وزارة كبيرة", []),
    ],
)
def test_a_ministry_has_a_portfolio(text, names):
    """Words that widen the portfolio and the nation are part of its name."""
    assert found_by("NationalBodies", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وشددت الصحة الموريتانية على ذلك", ["الصحة الموريتانية"]),
        ("وأكد ثبات السياسة الخارجية المصرية", []),
        ("قال وزير الخارجية الروسي ذلك", []),
    ],
)
def test_a_portfolio_and_a_nation_name_a_ministry(text, names):
    """Behind a noun with an article both are adjectives."""
    assert found_by("NationalBodies", text) == names


def test_a_ministry_without_its_nation_is_the_one_of_the_text(tagged):
    """وزارة الصحة الموريتانية, الصحة الموريتانية and وزارة الصحة are one body."""
    entities, _, _ = tagged("أفادت وزارة الصحة الموريتانية بذلك. وشددت الصحة الموريتانية عليه، ونفت وزارة الصحة غيره.")
    assert [mention.surface for mention in entities["org:mauritanian-health-ministry"].mentions] == [
        "وزارة الصحة الموريتانية",
        "الصحة الموريتانية",
        "وزارة الصحة",
    ]


def test_a_known_ministry_is_linked(tagged):
    """وزارة الخارجية الروسية and الخارجية الروسية are one body, the lexicon's."""
    entities, _, _ = tagged("أفادت وزارة الخارجية الروسية بذلك. وشددت الخارجية الروسية عليه.")
    assert [e.count for e in entities.values() if e.name_ar == "وزارة الخارجية الروسية"] == [2]


def test_the_national_team_is_its_countrys(tagged):
    """الوطني and الأول before the nationality change nothing."""
    entities, _, _ = tagged("خسر المنتخب الوطني الجزائري أمام المنتخب المغربي الأول")
    assert "org:algeria-national-football-team" in entities


def test_the_game_is_part_of_the_name(tagged):
    """Football's team is the country's; of another game's only the text tells."""
    entities, _, _ = tagged("فاز المنتخب التونسي لكرة القدم. وخسر المنتخب المغربي لكرة السلة")
    assert {"org:tunisia-national-football-team", "org:ar:المنتخب-المغربي-لكره-السله"} <= set(entities)
