"""Whom an office, a definite noun or a document refers back to."""

import pytest

QUOTE = "«هذا قرار لا رجعة فيه»"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال أشرف حكيمي إن الفريق جاهز. وأكمل نجم سان جيرمان " + QUOTE + ".", "per:achraf-hakimi"),
        (
            "قال حسام حسن، المدير الفني لمنتخب مصر، إنه باق. وأكمل «الاتحاد الأفريقي وضع لوائح يجب أن نحترمها».",
            "per:hossam-hassan",
        ),
        ("أصدرت جامعة أسيوط بيانا. وأكد البيان أن الأمر " + QUOTE + ".", "org:assiut-university"),
        ("وجهت جامعة أسيوط تعميما. وأوضح التعميم أن الأمر " + QUOTE + ".", "org:assiut-university"),
        ("قالت الأمم المتحدة في بيان إن الوضع خطير. وأضاف البيان أن «الوضع يزداد سوءا كل يوم».", "org:united-nations"),
        (
            "حضر وزير الخارجية الأمريكي أنتوني بلينكن. وقال الوزير الأمريكي: «كانت محادثات جيدة جدا».",
            "per:antony-blinken",
        ),
    ],
)
def test_speaker(speakers, text, speaker):
    """The holder of the office, the body of that kind, or who published the document."""
    assert speakers(text) == [speaker]


def test_a_body_is_meant_by_the_word_for_its_kind(found):
    """الوزارة is the only ministry that was named."""
    quotes = found("أعلنت وزارة الخارجية الروسية أن المحادثات ناجحة. وأكدت الوزارة أن «المحادثات ستستمر غدا».")
    assert [(quote.speaker.id, quote.speaker_by) for quote in quotes if quote.direct] == [
        ("org:ministry-of-foreign-affairs-russia", "body that the noun refers back to")
    ]
