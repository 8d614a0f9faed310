"""Women named by their fathers."""

import pytest

from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قالت لمينة بنت القطب ولد أمم إن ذلك صحيح", ["لمينة بنت القطب ولد أمم"]),
        ("قالت الناهة منت دكناس ذلك", ["الناهة منت دكناس"]),
        ("كانت بنت صغيرة هناك", []),
        ("زارت بنت الجيران المدرسة", []),
    ],
)
def test_a_woman_is_named_by_her_father(text, names):
    """بنت stands between two names, and not before any word."""
    assert found_by("Patronymics", text) == names
