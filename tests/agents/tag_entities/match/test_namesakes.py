"""People of a well-known name who are others."""

import pytest

from tests.agents.tag_entities.drafts import draft_of


def test_a_namesake_stays_unlinked(tagged):
    """An officer of a president's name is another man."""
    entities, _, _ = tagged("تلقى المقدم محمد نجيب رئيس المباحث بلاغا بالحادث")
    assert list(entities) == ["per:ar:محمد-نجيب"]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("قال الممثل عادل إمام ذلك", True),
        ("قال المقدم عادل إمام ذلك", False),
        ("قال المواطن عادل إمام ذلك", False),
        ("قال عادل إمام ذلك", True),
    ],
)
def test_a_title_tells_who_is_meant(text, known):
    """A title that the known person would not bear makes it somebody else."""
    assert [name.entity.known is not None for name in draft_of(text, "Decide").names] == [known]
