"""How far names of people reach whom no list has."""

import pytest

from agents.tag_entities.draft import ModelName
from tests.agents.tag_entities.drafts import draft_of, surfaces


@pytest.mark.parametrize(
    ("text", "first", "last", "name"),
    [
        ("قالت بيرتا-أنييس ستراك-تسيمرمان ذلك", 2, 4, "بيرتا-أنييس ستراك-تسيمرمان"),
        ("قال المتحدث، كارستن بودلوف شموط، إن ذلك", 2, 4, "كارستن بودلوف شموط"),
        ("قال الزائر، كارستن بودلوف شموط، إن ذلك", 2, 4, "كارستن بودلوف"),
        ("قال المتحدث، كارستن بودلوف أمس، إن ذلك", 2, 4, "كارستن بودلوف"),
        ("قال المتحدث هنا أمس، كارستن بودلوف شموط إن ذلك", 4, 6, "كارستن بودلوف"),
        ("قال المتحدث هنا أمس، كارستن بودلوف شموط، إن ذلك", 4, 6, "كارستن بودلوف شموط"),
    ],
)
def test_a_name_reaches_over_hyphens_and_to_its_comma(text, first, last, name):
    """The comma counts behind an office alone, and no day or clause is part of a name."""
    draft = draft_of(text, "Extents", model_names=[ModelName(first, last, "PER", 0.9)])
    assert surfaces(draft) == [name]


def test_a_name_that_another_takes_in_is_dropped():
    """Two names that a hyphen ties are one."""
    seen = [ModelName(1, 3, "PER", 0.9), ModelName(3, 5, "PER", 0.9)]
    assert surfaces(draft_of("غادر كارستن بودلوف-شموط كارل أمس", "Extents", model_names=seen)) == [
        "كارستن بودلوف-شموط كارل"
    ]
