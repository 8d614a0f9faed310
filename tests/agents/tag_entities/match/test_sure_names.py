"""What an article is about."""

import pytest

from tests.agents.tag_entities.drafts import draft_of


def test_sure_names_are_the_context():
    """Entities, their countries and the people's kinds; a common word says nothing."""
    context = draft_of("التقى سيرغي لافروف الوفد في فرنسا، وقرأ الوطن", "SureNames").context
    assert (
        {"per:sergey-lavrov", "loc:france"} <= set(context.ids),
        {"loc:russia", "loc:france"} <= set(context.countries),
        context.sport,
    ) == (True, True, False)


def test_a_nationality_names_a_country():
    """القوات الروسية speaks for Russia."""
    assert "loc:russia" in draft_of("تقدمت القوات الروسية أمس", "SureNames").context.countries


@pytest.mark.parametrize(
    ("text", "section", "sport"),
    [
        ("كلمة", "sport", True),
        ("مباراة هدف الدوري ركلة المهاجم الحارس", None, True),
        ("مباراة هدف الدوري ركلة المهاجم الحارس", "politics", False),
        ("مباراة مباراة مباراة مباراة مباراة مباراة", None, False),
    ],
)
def test_words_of_sport_make_an_article_about_sport(text, section, sport):
    """Different ones count, and more of them under another section."""
    assert draft_of(text, "SureNames", section=section).context.sport is sport
