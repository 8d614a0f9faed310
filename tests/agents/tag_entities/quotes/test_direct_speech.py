"""Direct speech: which of what stands in quotation marks is said, and who goes on with whom."""

import pytest

from agents.arabic import quotation_marks
from agents.arabic.tokens import tokenize
from agents.tag_entities.quotes.direct_speech import find_stand_ins
from agents.tag_entities.quotes.speech_text import SpeechText

LAVROV = "per:sergey-lavrov"


def direct(quotes):
    """Return text and speaker of the direct quotes."""
    return [(quote.text, quote.speaker) for quote in quotes if quote.direct]


def test_a_verb_without_a_subject_goes_on_with_who_spoke(tagged):
    """وأضاف goes on with the last speaker, also in the next paragraph."""
    _, quotes, _ = tagged("قال سيرغي لافروف: «نحن مستعدون للحوار».\nوأضاف: «الباب مفتوح أمام الجميع».")
    assert direct(quotes) == [("نحن مستعدون للحوار", LAVROV), ("الباب مفتوح أمام الجميع", LAVROV)]


@pytest.mark.parametrize("source", ["مصدر أمني", "مسؤول في الوزارة", "دبلوماسي غربي"])
def test_a_source_without_a_name_goes_on(tagged, source):
    """After a source without a name, a verb without a subject is not of who spoke before."""
    _, quotes, _ = tagged(
        f"قال سيرغي لافروف: «نحن مستعدون للحوار».\nوقال {source} إن الأمر صعب. وأضاف: «لن يكون ذلك سهلا أبدا»."
    )
    assert direct(quotes)[-1] == ("لن يكون ذلك سهلا أبدا", None)


def test_the_other_gender_does_not_go_on(tagged):
    """أضافت does not go on with a man who قال."""
    _, quotes, _ = tagged("قال سيرغي لافروف: «نحن مستعدون للحوار».\nوأضافت: «الباب مفتوح أمام الجميع».")
    assert direct(quotes)[-1][1] is None


@pytest.mark.parametrize(
    "text",
    [
        "كتبت صحيفة «الشرق الأوسط» عن الزيارة.",
        "عرض فيلم «ليلة في آخر المدينة» أمس.",
        "تحت شعار «معا من أجل البيئة» انطلقت الحملة.",
        "وصف الأمر بأنه «خطير جدا».",
        "تحدث الشاعر خالد الدهموري عن ديوانه الجديد «لا ينام البحر في الشتاء».",
        "أدانت المحكمة موظفا بجريمة «تزوير وثائق رسمية واستعمالها».",
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


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        (
            "وقال سيرغي لافروف: «نحن مستعدون للحوار» و«لن نتراجع عن ذلك أبدا».",
            ["نحن مستعدون للحوار", "لن نتراجع عن ذلك أبدا"],
        ),
        ("«هذا كلام طويل لا يعلن عنه أحد لكنه قيل في اللقاء».", ["هذا كلام طويل لا يعلن عنه أحد لكنه قيل في اللقاء"]),
        ("«هذا كلام قصير» في اللقاء.", []),
    ],
)
def test_what_no_verb_announces(tagged, text, texts):
    """The next part of one speech, and what is too long for a name; fewer words alone are nothing said."""
    _, quotes, _ = tagged(text)
    assert [quote.text for quote in quotes if quote.direct] == texts


@pytest.mark.parametrize(
    ("text", "first_words"),
    [
        ("لافروف متفائل. «نحن مستعدون للحوار». انتهى", ["نحن"]),
        ("«نحن مستعدون للحوار».\n«الباب مفتوح أمام الجميع».", ["نحن", "الباب"]),
        ("تحت شعار «معا من أجل البيئة»، وفي «البيت الأبيض»", []),
    ],
)
def test_marks_without_a_verb(text, first_words):
    """Of what stands in marks and is no name or motto, each stretch without a verb has a stand-in for one."""
    tokens = tokenize(text)
    speech = SpeechText(tokens, [start for start, _ in tokens.spans], quotation_marks.find(text), [], [])
    assert [tokens.words[verb.position] for verb in find_stand_ins(speech)] == first_words


def test_the_speaker_of_marks_without_a_verb(speakers):
    """What stands in marks without a verb is of who has just spoken."""
    text = "قال سيرغي لافروف: «نحن مستعدون للحوار مع الجميع».\n«الباب مفتوح أمام كل الأطراف في المنطقة»."
    assert speakers(text) == [LAVROV, LAVROV]
