"""Military units by their number."""

import pytest

from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("انسحب من مقر الفرقة السادسة مشاة أمس", ["الفرقة السادسة مشاة"]),
        ("سيطرت القوات على معسكر اللواء 35 مدرع", ["اللواء 35 مدرع"]),
        ("وصل اللواء 11 حرس حدود", ["اللواء 11 حرس حدود"]),
        ("وصلت بعد الفرقة الخامسة والعشرين", ["الفرقة الخامسة والعشرين"]),
        ("قال اللواء الثاني إن الجولة الثانية بدأت", []),
        ("نوقشت الخطة السرية 35 أمس", []),
    ],
)
def test_a_number_makes_a_unit(text, names):
    """Where the unit's word is a rank or an adjective too, an arm of the service must stand behind the number."""
    assert found_by("MilitaryUnits", text) == names
