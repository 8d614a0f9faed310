"""Names behind generic words."""

import pytest

from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("زار جامعة جورج واشنطن أمس", ["جامعة جورج واشنطن"]),
        ("صلى في مسجد الإمام الحسين بالحي", ["مسجد الإمام الحسين"]),
        ("نقل إلى مستشفى السادات المركزي أمس", ["مستشفى السادات المركزي"]),
        ("منح وسام الملك عبدالعزيز من الدرجة الثالثة", ["وسام الملك عبدالعزيز"]),
        ("منح وسام الشرف أمس", []),
        ("زار مركز مصر للمعارض الدولية", ["مركز مصر للمعارض الدولية"]),
        ("درس في كلية العلوم والتكنولوجيا", ["كلية العلوم والتكنولوجيا"]),
        ("زار جامعة كبيرة", []),
        ("قرر مجلس قضاء وهران ذلك", ["مجلس قضاء وهران"]),
        ("قرر مجلس قضاء جديد ذلك", []),
        ("اتفقت غرفة تجارة حلب مع النقابة", ["غرفة تجارة حلب"]),
    ],
)
def test_a_generic_word_and_what_stands_behind_it(text, names):
    """People's and places' names, titles of honour and purposes are part of the name."""
    assert found_by("NamedInstitutions", text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("انفجار في مدينة سوروتش التركية", ["سوروتش"]),
        ("ذكرت صحيفة «المساء الجديد» ذلك", ["المساء الجديد"]),
        ("عاد إلى مدينة كبيرة", []),
    ],
)
def test_a_generic_word_that_is_no_part_of_the_name(text, names):
    """A nationality behind a place is no part of a name either."""
    assert found_by("NamedInstitutions", text) == names
