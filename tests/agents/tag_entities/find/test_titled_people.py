"""People behind titles."""

import pytest

from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال المهندس عبدالرحمن الزغيبي إن العمل انتهى", ["عبدالرحمن الزغيبي"]),
        ("التقى رئيس الاتحاد الآسيوي لكرة القدم سالم العجلاني أمس", ["سالم العجلاني"]),
        ("أكدت الناقدة ماجدة واصف ذلك", ["ماجدة واصف"]),
        ("قال المتحدث باسم الوزارة إن العمل مستمر", []),
        ("قال رئيس الاتحاد الآسيوي إن سالم العجلاني هنا", []),
    ],
)
def test_a_name_behind_a_title(text, names):
    """Words for an office before a name are no part of it, and a clause ends the office."""
    assert found_by("TitledPeople", text) == names


def test_a_name_that_no_lexicon_has_has_one_id_however_it_is_spelt(tagged):
    """عبدالرحمن and عبد الرحمن are one name, and no known one."""
    one, _, _ = tagged("قال المهندس عبدالرحمن الزغيبي إن العمل انتهى")
    other, _, _ = tagged("قال الدكتور عبد الرحمن الزغيبي إن العمل انتهى")
    assert list(one) == list(other) == ["per:ar:عبدالرحمن-الزغيبي"]
    assert not one["per:ar:عبدالرحمن-الزغيبي"].known


def test_the_preposition_is_no_ali(tagged):
    """على is not علي, whatever the text names besides."""
    entities, _, _ = tagged("حصل اللاعب علي الزغيبي على الجائزة، وأثنى المدرب على أدائه")
    assert [(e.name_ar, e.count) for e in entities.values()] == [("علي الزغيبي", 1)]


def test_an_office_behind_a_name_is_no_part_of_it(tagged):
    """السيناتور الأميركي is no name of جوزاف عون."""
    entities, _, _ = tagged("التقى رئيس الجمهورية جوزاف عون السيناتور الأميركي في القصر")
    assert [m.surface for e in entities.values() if e.type == "PER" for m in e.mentions] == ["جوزاف عون"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال الكاتب السيناريو محمد حفظي أمس", "محمد حفظي"),
        ("قال الرائد هاني عجلان إن القوات انسحبت", "هاني عجلان"),
        ("قال ممثل حزب الفضيلة عبد السادة الفريجي ذلك", "عبد السادة الفريجي"),
        ("قال عنتر الذيفاني، الناطق باسم القوات، إن الهجوم فشل", "عنتر الذيفاني"),
    ],
)
def test_names_of_words_that_are_common_too(tagged, text, name):
    """A surname that is a common word, an office behind a comma: the model tells."""
    entities, _, _ = tagged(text)
    assert [m.surface for e in entities.values() if e.type == "PER" for m in e.mentions] == [name]
