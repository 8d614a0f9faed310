"""The subject in front of its verb."""

import pytest

QUOTE = "«هذا قرار لا رجعة فيه»"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أما وزير الخارجية سيرغي لافروف فقال: «الحوار هو الطريق الوحيد».", "per:sergey-lavrov"),
        ("قال سيرغي لافروف إن الحوار قائم. وأشار إلى أن الموقف " + QUOTE + ".", "per:sergey-lavrov"),
        ("وألقى سيرغي لافروف كلمة أمام الحضور، قال فيها: " + QUOTE + ".", "per:sergey-lavrov"),
        ("ووجه سيرغي لافروف رسالة إلى الحضور بالقول: " + QUOTE + ".", "per:sergey-lavrov"),
    ],
)
def test_speaker(speakers, text, speaker):
    """Who stands before the verb, or is the subject of the verb that opens the sentence."""
    assert speakers(text) == [speaker]
