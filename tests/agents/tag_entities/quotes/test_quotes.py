"""Quotes and who says them: where the subject stands, what carries over, and where nobody is sure."""

import pytest

LAVROV = "per:sergey-lavrov"
BLINKEN = "per:antony-blinken"


def direct(quotes):
    """Give text and speaker of the direct quotes."""
    return [(quote.text, quote.speaker) for quote in quotes if quote.direct]


def reported(quotes):
    """Give text and speaker of the reported ones."""
    return [(quote.text, quote.speaker) for quote in quotes if not quote.direct]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال سيرغي لافروف: «نحن مستعدون للحوار مع الجميع».", LAVROV),
        ('وقال وزير الخارجية الروسي سيرغي لافروف إن "الحوار هو الطريق الوحيد".', LAVROV),
        ("«الحوار هو الطريق الوحيد إلى السلام»، قال سيرغي لافروف في موسكو.", LAVROV),
        ("أما وزير الخارجية سيرغي لافروف فقال: «الحوار هو الطريق الوحيد».", LAVROV),
        ("ونقلت وكالة رويترز عن سيرغي لافروف قوله إن «الحوار هو الطريق الوحيد».", LAVROV),
        ("وقال مصدر في وزارة الخارجية الروسية إن «الحوار هو الطريق الوحيد».", None),
        ("وقال أحد السكان إن «الحوار هو الطريق الوحيد».", None),
        ("وقالت ابنة سيرغي لافروف إن «الحوار هو الطريق الوحيد».", None),
    ],
)
def test_the_subject_of_the_verb_speaks(tagged, text, speaker):
    """The subject behind, in front of or after the quote speaks; sources without a name and relatives do not."""
    _, quotes, _ = tagged(text)
    assert [who for _, who in direct(quotes)] == [speaker]


def test_a_verb_without_a_subject_goes_on_with_who_spoke(tagged):
    """وأضاف goes on with the last speaker, also in the next paragraph."""
    _, quotes, _ = tagged("قال سيرغي لافروف: «نحن مستعدون للحوار».\nوأضاف: «الباب مفتوح أمام الجميع».")
    assert direct(quotes) == [("نحن مستعدون للحوار", LAVROV), ("الباب مفتوح أمام الجميع", LAVROV)]


def test_an_unnamed_source_stops_what_carries_over(tagged):
    """After an unnamed source, a verb without a subject is nobody's."""
    _, quotes, _ = tagged(
        "قال سيرغي لافروف: «نحن مستعدون للحوار».\nوقال دبلوماسي غربي إن الأمر صعب. وأضاف: «لن يكون ذلك سهلا أبدا»."
    )
    assert direct(quotes)[-1] == ("لن يكون ذلك سهلا أبدا", None)


def test_the_other_gender_does_not_go_on(tagged):
    """أضافت does not go on with a man who قال."""
    _, quotes, _ = tagged("قال سيرغي لافروف: «نحن مستعدون للحوار».\nوأضافت: «الباب مفتوح أمام الجميع».")
    assert direct(quotes)[-1][1] is None


def test_offices_and_bodies_refer_back(tagged):
    """المدرب and الوزارة are who was named with that office or as that body."""
    _, quotes, _ = tagged(
        "أعلنت وزارة الخارجية الروسية أن المحادثات ناجحة. وأكدت الوزارة أن «المحادثات ستستمر غدا».\n"
        "وحضر وزير الخارجية الأمريكي أنتوني بلينكن. وقال الوزير الأمريكي: «كانت محادثات جيدة جدا»."
    )
    entities, _, _ = tagged("وزارة الخارجية الروسية")
    assert [who for _, who in direct(quotes)] == [next(iter(entities)), BLINKEN]


def test_a_statement_speaks_for_who_published_it(tagged):
    """البيان is whose it was."""
    _, quotes, _ = tagged("قالت الأمم المتحدة في بيان إن الوضع خطير. وأضاف البيان أن «الوضع يزداد سوءا كل يوم».")
    assert direct(quotes) == [("الوضع يزداد سوءا كل يوم", "org:united-nations")]


def test_reported_speech_with_its_speaker(tagged):
    """A clause behind a verb of speech and its conjunction is reported speech."""
    _, quotes, _ = tagged("أكد سيرغي لافروف في موسكو أمس أن المحادثات مع الجانب الأمريكي كانت بناءة.")
    assert reported(quotes) == [("أن المحادثات مع الجانب الأمريكي كانت بناءة", LAVROV)]


@pytest.mark.parametrize(
    "text",
    [
        "كتبت صحيفة «الشرق الأوسط» عن الزيارة.",
        "عرض فيلم «ليلة في آخر المدينة» أمس.",
        "تحت شعار «معا من أجل البيئة» انطلقت الحملة.",
        "وصف الأمر بأنه «خطير جدا».",
    ],
)
def test_names_and_short_words_in_marks_are_no_quotes(tagged, text):
    """Names of papers and works, mottoes and one or two words are not said by anybody."""
    _, quotes, _ = tagged(text)
    assert direct(quotes) == []


def test_nested_marks_make_one_quote(tagged):
    """Marks inside marks belong to the outer quote."""
    _, quotes, _ = tagged('قال سيرغي لافروف: "قرأنا مقال "الطريق إلى السلام" ولم نوافق عليه".')
    assert direct(quotes) == [('قرأنا مقال "الطريق إلى السلام" ولم نوافق عليه', LAVROV)]
