"""Who speaks where no rule names a subject."""

import pytest

LAVROV = "per:sergey-lavrov"


def test_who_spoke_last_goes_on(speakers):
    """A verb without a subject that goes on means who spoke last."""
    assert speakers("قال سيرغي لافروف: «الأمر صعب جدا».\nوأضاف أن «الحوار هو الطريق».") == [LAVROV, LAVROV]


def test_nobody_was_named_before(speakers):
    """Where nobody was named, nobody speaks."""
    assert speakers("وأضاف: «الحوار هو الطريق الوحيد إلى السلام».") == [None]


def test_other_gender(speakers):
    """Who has spoken as a man does not go on as a woman."""
    text = "قال سيرغي لافروف: «نحن مستعدون للحوار».\nوأضافت: «الباب مفتوح أمام الجميع»."
    assert speakers(text) == [LAVROV, None]


@pytest.mark.parametrize("others", [0, 400])
def test_far_names_are_forgotten(speakers, others):
    """Names before many others are no candidates, and cost nothing."""
    text = "قال سيرغي لافروف: «الأمر صعب جدا».\n" + "محمد صلاح وكريم بنزيما. " * others
    assert speakers(text + "\nوأضاف أن «الحوار هو الطريق».")[0] == LAVROV


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال آنذاك سيرغي لافروف عقب محادثات إن «الحرب لن تقع هذا العام».", LAVROV),
        (
            "حذرت مقررة الأمم المتحدة فرانشيسكا ألبانيز من أن «المدنيين يواجهون الخطر».",
            "per:francesca-albanese",
        ),
        ("قالت ابنة سيرغي لافروف إن «الحرب لن تقع هذا العام».", None),
    ],
)
def test_named_behind_the_verb(speakers, text, speaker):
    """Who is named between a verb and what is said speaks where no rule reads the subject, but not by a relative."""
    assert speakers(text) == [speaker]
