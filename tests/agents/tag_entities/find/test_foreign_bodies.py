"""Foreign bodies whose names begin with a place's."""

import pytest

from tests.agents.tag_entities.drafts import draft_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("تسير فيتنام إيرلاينز ثلاث رحلات", [("فيتنام إيرلاينز", "ORG")]),
        ("كتبت موسكو بودلوف تريبيون عن الفيلم", [("موسكو بودلوف تريبيون", "ORG")]),
        ("كشفت موسكو بيبرز عن الأموال", [("موسكو بيبرز", "MISC")]),
        ("زار فيتنام، إيرلاينز", []),
        ("في لندن كتبت تريبيون ذلك", []),
    ],
)
def test_a_place_goes_on_to_the_end_of_the_name(text, names):
    """With a word between that no list knows, and not over a sign or a common word."""
    draft = draft_of(text, "ForeignBodies")
    found = [name for name in draft.names if name.found_by == "ForeignBodies"]
    assert [(draft.as_published(name.start, name.end), name.entity.type) for name in found] == names
