"""Clubs and places that are not meant."""

import pytest

from tests.agents.tag_entities.drafts import draft_of


def test_a_country_is_no_club_beside_national_teams(tagged):
    """الإمارات اليوم is a paper behind صحيفة alone, لاعبي الإمارات are no club's where a national team plays."""
    entities, _, _ = tagged("تعادل المنتخب أمام الإمارات اليوم في المباراة ولم يمنح لاعبي الإمارات الكرة")
    assert {e.id for e in entities.values() if e.known} <= {"loc:united-arab-emirates"}
    entities, _, _ = tagged("ذكرت صحيفة الإمارات اليوم ذلك")
    assert list(entities) == ["org:emarat-al-youm"]


@pytest.mark.parametrize(
    ("text", "section", "ids"),
    [
        ("وقع الوزير الاتفاق أمس", None, []),
        ("فاز نادي الاتفاق أمس", None, ["org:al-ettifaq"]),
        ("القذائف تدمر الأبنية", None, []),
        ("زار آثار تدمر في سوريا", None, ["loc:palmyra", "loc:syria"]),
    ],
)
def test_words_that_clubs_and_towns_are_called_by(text, section, ids):
    """A word of the kind, or of places, must stand before."""
    assert [name.entity.id for name in draft_of(text, "Decide", section=section).names] == ids


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("قال والي الجزائر إن بلدية جبلة في ولاية وهران تضررت", False),
        ("قالت سوريا والأردن إن بلدية جبلة تضررت", True),
        ("قالت الجزائر إنها سترسل المساعدات من وهران إلى حلب", True),
        ("وصل الوفد إلى بلدة جبلة", True),
    ],
)
def test_a_town_is_not_that_of_a_country_that_nothing_speaks_of(text, linked):
    """Many towns share a name; a large one behind إلى is meant all the same, and so is any where no country is told."""
    draft = draft_of(text, "Decide")
    towns = [name for name in draft.names if draft.as_published(name.start, name.end) in ("جبلة", "حلب")]
    assert [name.entity.known is not None for name in towns] == [linked]
