"""The subject behind a verb: titles, offices and phrases on the way to a name."""

import pytest

QUOTE = "«هذا قرار لا رجعة فيه»"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('وقال وزير الخارجية الروسي سيرغي لافروف إن "الحوار هو الطريق الوحيد".', "per:sergey-lavrov"),
        ("وقال مصدر في وزارة الخارجية الروسية إن «الحوار هو الطريق الوحيد».", None),
        ("وقال أحد السكان إن «الحوار هو الطريق الوحيد».", None),
        ("وقالت ابنة سيرغي لافروف إن «الحوار هو الطريق الوحيد».", None),
        ("زار دونالد ترامب موسكو. وقال مستشار ترامب للأمن: " + QUOTE + ".", None),
        ("وقال مبعوث الرئيس الأميركي دونالد ترامب ستيف ويتكوف: " + QUOTE + ".", "per:steve-witkoff"),
        ("وقال المتحدث باسم التحالف، علاء الدين نقد، إن " + QUOTE + ".", "per:ar:علاء-الدين-نقد"),
        ("وقالت كارين بودلوف، رئيسة اللجنة: " + QUOTE + ".", "per:ar:كارين-بودلوف"),
        ("وقال الأستاذ، نيل هاملتون، وهو خبير، إن النتائج " + QUOTE + ".", "per:ar:نيل-هاملتون"),
        ("وقال طبيب عقب لقائه الرئيس سيرغي لافروف: " + QUOTE + ".", None),
    ],
)
def test_speaker(speakers, text, speaker):
    """Aides, relatives and sources without a name speak for themselves; whom somebody met does not speak."""
    assert speakers(text) == [speaker]
