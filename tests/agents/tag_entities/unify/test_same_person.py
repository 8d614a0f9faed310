"""People whom an article names more and less fully."""

import pytest

from tests.agents.tag_entities.drafts import draft_of


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            "قال المهندس إسماعيل سالم الزغيبي ذلك، وعاد المهندس إسماعيل الزغيبي أمس",
            ["per:ar:اسماعيل-سالم-الزغيبي", "per:ar:اسماعيل-سالم-الزغيبي"],
        ),
        (
            "عاد المهندس إسماعيل الزغيبي أمس، وقال المهندس إسماعيل سالم الزغيبي ذلك",
            ["per:ar:اسماعيل-سالم-الزغيبي", "per:ar:اسماعيل-سالم-الزغيبي"],
        ),
        (
            "قال المهندس إسماعيل الزغيبي ذلك، وعاد المهندس سالم الزغيبي أمس",
            ["per:ar:اسماعيل-الزغيبي", "per:ar:سالم-الزغيبي"],
        ),
    ],
)
def test_the_fuller_name_tells_who_is_meant(text, ids):
    """Names with the same first and last word are one person's; a surname alone makes no two people one."""
    assert [name.entity.id for name in draft_of(text, "SamePerson").names] == ids
