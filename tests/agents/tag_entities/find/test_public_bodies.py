"""Public bodies by what they are for."""

import pytest

from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلنت الهيئة العامة للطيران المدني ذلك", ["الهيئة العامة للطيران المدني"]),
        ("دعا الاتحاد العام للصحفيين العرب إلى الحوار", ["الاتحاد العام للصحفيين العرب"]),
        ("قال رئيس الوكالة الجامعية للفرنكوفونية سليم خلبوص", ["الوكالة الجامعية للفرنكوفونية"]),
        ("قال الجهاز الفني للمنتخب ذلك", []),
        ("أعلنت الهيئة العامة ذلك", []),
    ],
)
def test_a_purpose_makes_a_public_body(text, names):
    """Whose a body is, is no purpose."""
    assert found_by("PublicBodies", text) == names
