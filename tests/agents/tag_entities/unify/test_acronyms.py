"""Names in brackets or quotation marks behind the name that they stand for."""

import pytest

from agents.tag_entities.unify.acronyms import Acronyms
from tests.agents.tag_entities.unify.names import ids_after

SOCIETY = "org:ar:الجمعيه-التونسيه-للعلوم"


@pytest.mark.parametrize(
    "text",
    [
        "الجمعية التونسية للعلوم (ATAST) ثم ATAST",
        "الجمعية التونسية للعلوم «ATAST» ثم ATAST",
        "الجمعية التونسية للعلوم ATAST ثم ATAST",
    ],
)
def test_an_unknown_acronym(text):
    """It is the body before it, everywhere."""
    names = [(0, 3, "ORG", None), (3, 4, "ORG", None), (5, 6, "ORG", None)]
    assert ids_after(Acronyms(), text, *names) == [SOCIETY] * 3


@pytest.mark.parametrize(
    "text", ["حارسة التنين (Dragonkeeper) ثم Dragonkeeper", "حارسة التنين، أو Dragonkeeper ثم Dragonkeeper"]
)
def test_a_name_in_other_letters(text):
    """In brackets or behind أو it is the thing before it."""
    first = 3 if "أو" in text else 2
    names = [(0, 2, "MISC", None), (first, first + 1, "MISC", None), (first + 2, first + 3, "MISC", None)]
    assert ids_after(Acronyms(), text, *names) == ["misc:ar:حارسه-التنين"] * 3


def test_a_known_acronym():
    """It tells what the long name is."""
    text = "وكالة الأمم المتحدة لإغاثة وتشغيل اللاجئين «الأونروا»"
    assert ids_after(Acronyms(), text, (0, 6, "ORG", None), (6, 7, "ORG", "org:unrwa")) == ["org:unrwa"] * 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("الجمعية التونسية للعلوم (ATAST)", "LOC"),
        ("الجمعية التونسية للعلوم، «ATAST»", "ORG"),
        ("الجمعية التونسية للعلوم Atast", "ORG"),
        ("الجمعية التونسية للعلوم، ATAST", "ORG"),
        ("الجمعية التونسية للعلوم (ATAST", "ORG"),
    ],
)
def test_no_acronym(text, kind):
    """One of another type, behind a comma, a word without a mark, or without the mark that closes."""
    found = ids_after(Acronyms(), text, (0, 3, "ORG", None), (3, 4, kind, None))
    assert found == [SOCIETY, f"{kind.lower()}:ar:{text.split()[-1].strip('()«»')}"]
