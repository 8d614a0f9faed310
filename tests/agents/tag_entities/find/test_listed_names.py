"""What stands in quotation marks beside names in such marks."""

import pytest

from agents.tag_entities.draft import ModelName
from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("تصدرت «بودلوف» و«صناعات»، «المراكب» القائمة", ["صناعات", "المراكب"]),
        ("تصدرت «بودلوف» قائمة «المراكب»", []),
        ("تصدرت «بودلوف» و«لن نبيع السفن القديمة أبدا»", []),
    ],
)
def test_a_list_is_of_one_type(text, names):
    """Only what a conjunction or a comma joins to a name, and not what is too long for one."""
    assert found_by("ListedNames", text, model_names=[ModelName(1, 2, "ORG", 0.99)]) == names


def test_a_list_is_read_from_its_end_too():
    """The name that is known may stand last."""
    seen = [ModelName(3, 4, "ORG", 0.99)]
    assert found_by("ListedNames", "تصدرت «صناعات» و«بودلوف» القائمة", model_names=seen) == ["صناعات"]
