"""The offices that a text gives people."""

import pytest


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("قال وزير الخارجية الروسي سيرغي لافروف إن", "وزير الخارجية الروسي"),
        ("قال وزير الخارجية الدكتور سيرغي لافروف إن", "وزير الخارجية"),
        ("التقى بوزير الخارجية سيرغي لافروف", "وزير الخارجية"),
        ("قال الرئيس الأميركي دونالد ترامب", "الرئيس الأميركي"),
        ("قال دونالد ترامب، رئيس الولايات المتحدة، إن", "رئيس الولايات المتحدة"),
        ("قال دونالد ترامب، رئيس الولايات المتحدة يزور المصنع", None),
        ("التقى دونالد ترامب الرئيس الروسي فلاديمير بوتين", None),
        ("وصل إلى المدينة الكبيرة دونالد ترامب", None),
        ("قال دونالد ترامب", None),
        ("نفى محامي الرئيس دونالد ترامب ذلك", "الرئيس"),
        ("وصل مبعوث الرئيس الأميركي دونالد ترامب", "الرئيس الأميركي"),
        ("قال مستشار دونالد ترامب", None),
        ("نفى مدير حملة المرشح دونالد ترامب ذلك", "المرشح"),
    ],
)
def test_an_office_stands_beside_the_name(tagged, text, role):
    """Right before it, or behind it between commas; titles of honour and what another person is are no part."""
    entities, _, _ = tagged(text)
    person = next(entity for entity in entities.values() if entity.type == "PER" and entity.id != "per:vladimir-putin")
    assert person.role == role


def test_the_first_mention_with_an_office_tells(tagged):
    """A surname before it has none."""
    entities, _, _ = tagged("سيرغي لافروف في جنيف. وأكد وزير الخارجية سيرغي لافروف ذلك")
    assert entities["per:sergey-lavrov"].role == "وزير الخارجية"


def test_only_people_have_one(tagged):
    """رئيس before a country is its president."""
    entities, _, _ = tagged("وصل رئيس روسيا إلى باريس")
    assert all(entity.role is None for entity in entities.values())
