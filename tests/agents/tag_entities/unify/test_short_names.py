"""Surnames, given names and acronyms that stand for what an article names in full."""

import pytest

from agents.tag_entities.unify.short_names import ends
from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال المهندس إسماعيل الزغيبي ذلك، وقال الزغيبي أمس", ["الزغيبي"]),
        ("قال المهندس إسماعيل الزغيبي ذلك، وعاد للزغيبي أمس", ["زغيبي"]),
        ("قال المهندس إسماعيل محمد ذلك، وعاد محمد أمس", []),
        ("عاد الزغيبي أمس", []),
    ],
)
def test_a_surname_stands_for_its_bearer(text, names):
    """One that is too common, or part of another name, stands for nobody."""
    assert found_by("ShortNames", text) == names


def test_a_surname_means_who_was_named_last(tagged):
    """Of two people with a surname, the one named last before it is meant."""
    entities, _, _ = tagged(
        "التقى المهندس عادل الزغيبي المدير. ثم وصل الدكتور سامي الزغيبي إلى المقر، وقال الزغيبي إنه متفائل."
    )
    assert {e.name_ar: e.count for e in entities.values()} == {"عادل الزغيبي": 1, "سامي الزغيبي": 2}


def test_a_surname_behind_a_noun_is_an_adjective(tagged):
    """العربي is the man behind a verb of speech, an adjective behind a noun with its article."""
    text = "وصل الأمين العام نبيل العربي إلى بيروت. وقال العربي إن العمل العربي المشترك مستمر رغم تهديد الأمن العربي."
    entities, _, _ = tagged(text)
    assert entities["per:nabil-elaraby"].count == 2


def test_an_acronym_in_brackets_is_the_body_before_it(tagged):
    """What a bracket gives as an acronym stands for the body in the rest of the text."""
    entities, _, _ = tagged("أصدرت منظمة التعاون الإسلامي (ماسازا) بيانا. ثم قالت ماسازا إنها توقفت.")
    body = entities["org:organisation-of-islamic-cooperation"]
    assert [mention.surface for mention in body.mentions] == ["منظمة التعاون الإسلامي", "ماسازا", "ماسازا"]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("حسن نصر الله", ["نصر الله", "الله"]),
        ("محمد بن سلمان", ["ابن سلمان"]),
        ("محمد عبد الفتاح", ["عبد الفتاح"]),
        ("لافروف", []),
    ],
)
def test_the_ends_of_a_name_that_may_stand_for_it(name, parts):
    """A father's name alone is not one, nor is half of a name of two words."""
    assert ends(name.split()) == parts
