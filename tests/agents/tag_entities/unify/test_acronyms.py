"""Names in brackets or quotation marks behind the name that they stand for."""

import pytest

from agents.tag_entities.unify.acronyms import Acronyms
from tests.agents.tag_entities.unify.names import ids_after

SOCIETY = "org:ar:الجمعيه-التونسيه-للعلوم"


@pytest.mark.parametrize(
    "text", ["الجمعية التونسية للعلوم (ATAST) ثم ATAST", "الجمعية التونسية للعلوم «ATAST» ثم ATAST"]
)
def test_an_unknown_acronym(text):
    """It is the body before it, everywhere."""
    names = [(0, 3, "ORG", None), (3, 4, "ORG", None), (5, 6, "ORG", None)]
    assert ids_after(Acronyms(), text, *names) == [SOCIETY] * 3


def test_a_known_acronym():
    """It tells what the long name is."""
    text = "وكالة الأمم المتحدة لإغاثة وتشغيل اللاجئين «الأونروا»"
    assert ids_after(Acronyms(), text, (0, 6, "ORG", None), (6, 7, "ORG", "org:unrwa")) == ["org:unrwa"] * 2


def test_a_known_acronym_behind_a_short_name():
    """It may be the body that the name belongs to."""
    found = ids_after(Acronyms(), "مدارس النور (الأونروا)", (0, 2, "ORG", None), (2, 3, "ORG", "org:unrwa"))
    assert found == ["org:ar:مدارس-النور", "org:unrwa"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("الجمعية التونسية للعلوم (ATAST)", "LOC"),
        ("الجمعية التونسية للعلوم، «ATAST»", "ORG"),
        ("الجمعية التونسية للعلوم ATAST", "ORG"),
        ("الجمعية التونسية للعلوم (ATAST", "ORG"),
    ],
)
def test_no_acronym(text, kind):
    """One of another type, behind a comma, without a mark, or without the mark that closes."""
    found = ids_after(Acronyms(), text, (0, 3, "ORG", None), (3, 4, kind, None))
    assert found == [SOCIETY, f"{kind.lower()}:ar:ATAST"]
