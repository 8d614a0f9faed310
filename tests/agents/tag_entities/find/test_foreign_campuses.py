"""A nation's university in another's town."""

import pytest

from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("افتتح الوزير الجامعة الأميركية في أربيل", ["الجامعة الأميركية في أربيل"]),
        ("درس بالجامعة الأميركية ببيروت", ["الجامعة الأميركية ببيروت"]),
        ("زار الجامعة الأميركية في أيام", []),
    ],
)
def test_a_university_has_a_nation_and_a_town(text, names):
    """The town's name is part of the university's."""
    assert found_by("ForeignCampuses", text) == names
