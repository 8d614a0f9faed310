"""Departments of a state and of its regions."""

import pytest

from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلنت مديرية الأمن العام ذلك", ["مديرية الأمن العام"]),
        ("نفذت ومديرية الطرق والجسور الحملة", ["مديرية الطرق والجسور"]),
        ("قالت مديرية الكهرباء في محافظة السليمانية ذلك", ["مديرية الكهرباء في محافظة السليمانية"]),
        ("قالت مديرية الموارد المائية في محافظة ديالى ذلك", ["مديرية الموارد المائية"]),
        ("وصل إلى مديرية حيس أمس", []),
        ("زار مديرية كبيرة", []),
    ],
)
def test_a_department_has_a_purpose(text, names):
    """Of one word it goes on with its region; a district has none."""
    assert found_by("Directorates", text) == names
