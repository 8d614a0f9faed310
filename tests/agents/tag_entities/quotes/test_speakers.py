"""Who speaks: verbs, their subjects, and what stands between them."""

import pytest

QUOTE = "«هذا قرار لا رجعة فيه»"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال سيرغي لافروف إن الحوار قائم. وأشار إلى أن الموقف " + QUOTE + ".", "per:sergey-lavrov"),
        ("وألقى سيرغي لافروف كلمة أمام الحضور، قال فيها: " + QUOTE + ".", "per:sergey-lavrov"),
        ("ووجه سيرغي لافروف رسالة إلى الحضور بالقول: " + QUOTE + ".", "per:sergey-lavrov"),
        ("أوضح دونالد ترامب موقفه، وهو ما انتقده سيرغي لافروف قائلا: " + QUOTE + ".", "per:sergey-lavrov"),
        ("وأنهى سيرغي لافروف حديثه: " + QUOTE + ".", "per:sergey-lavrov"),
        (QUOTE + "، هكذا استهل سيرغي لافروف حديثه.", "per:sergey-lavrov"),
        ("وأعرب سيرغي لافروف عن أمله " + QUOTE + ".", "per:sergey-lavrov"),
        ("زار دونالد ترامب موسكو. وقال مستشار ترامب للأمن: " + QUOTE + ".", None),
        ("وقال مبعوث الرئيس الأميركي دونالد ترامب ستيف ويتكوف: " + QUOTE + ".", "per:steve-witkoff"),
        ("وقال المتحدث باسم التحالف، علاء الدين نقد، إن " + QUOTE + ".", "per:ar:علاء-الدين-نقد"),
        ("وقالت ماري-أنييس ستراك-تسيمرمان، رئيسة اللجنة: " + QUOTE + ".", "per:ar:ماري-انييس-ستراك-تسيمرمان"),
        ("وقال البرهان إن السودان " + QUOTE + ".", "per:abdel-fattah-al-burhan"),
        ("قال أشرف حكيمي إن الفريق جاهز. وأكمل نجم سان جيرمان " + QUOTE + ".", "per:achraf-hakimi"),
        ("وقال أمين الناصر للصحفيين، قائلا بحسب رويترز: " + QUOTE + ".", "per:amin-h-nasser"),
        ("وقال الأستاذ، نيل جيميل، وهو خبير، إن النتائج " + QUOTE + ".", "per:ar:نيل-جيميل"),
        (
            "قال حسام حسن، المدير الفني لمنتخب مصر، إنه باق. وأكمل «الاتحاد الأفريقي وضع لوائح يجب أن نحترمها».",
            "per:hossam-hassan",
        ),
        ("أصدر اتحاد عمال تونس بيانا. وأكد البيان أن الأمر " + QUOTE + ".", "org:ar:اتحاد-عمال-تونس"),
        ("وقال طبيب عقب لقائه الرئيس سيرغي لافروف: " + QUOTE + ".", None),
    ],
)
def test_speaker(tagged, text, speaker):
    """A quote's speaker is the subject of its verb, wherever that stands, or nobody."""
    _, quotes, _ = tagged(text)
    assert [(True, speaker)] == [(quote.direct, quote.speaker) for quote in quotes if quote.direct]


def test_a_surname_of_several_is_not_linked(tagged):
    """A surname alone, which several well-known people bear, names a person and links nobody."""
    entities, quotes, _ = tagged("وقال عون إن لبنان «لا خلاص له إلا بجيش واحد».")
    assert quotes[0].speaker == "per:ar:عون"
    assert entities["per:ar:عون"].known is False
