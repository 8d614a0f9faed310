"""Who speaks: verbs, nouns and documents, and whose they are."""

import pytest

QUOTE = "«هذا قرار لا رجعة فيه»"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال سيرغي لافروف: «نحن مستعدون للحوار مع الجميع».", "per:sergey-lavrov"),
        ("«الحوار هو الطريق الوحيد إلى السلام»، قال سيرغي لافروف في موسكو.", "per:sergey-lavrov"),
        ("ونقلت وكالة رويترز عن سيرغي لافروف قوله إن «الحوار هو الطريق الوحيد».", "per:sergey-lavrov"),
        ("وأنهى سيرغي لافروف حديثه: " + QUOTE + ".", "per:sergey-lavrov"),
        (QUOTE + "، هكذا استهل سيرغي لافروف حديثه.", "per:sergey-lavrov"),
        ("وأعرب سيرغي لافروف عن أمله " + QUOTE + ".", "per:sergey-lavrov"),
        ("وقال أمين الناصر للصحفيين، قائلا بحسب رويترز: " + QUOTE + ".", "per:amin-h-nasser"),
    ],
)
def test_speaker(speakers, text, speaker):
    """A quote's speaker is the subject of its verb, whatever its form, or nobody."""
    assert speakers(text) == [speaker]


def test_a_surname_of_several_is_not_linked(tagged):
    """A surname alone, which several well-known people bear, names a person and links nobody."""
    entities, quotes, _ = tagged("وقال عون إن لبنان «لا خلاص له إلا بجيش واحد».")
    assert (quotes[0].speaker, entities["per:ar:عون"].known) == ("per:ar:عون", False)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أعلنت روسيا أن دفاعاتها أسقطت تسعين طائرة أمس.", "loc:russia"),
        ("وأكد متحدث باسم قوات الدعم السريع أن وحداتها انسحبت من البلدة.", "org:rapid-support-forces"),
        ("أفادت صحيفة «هآرتس» اليوم بأن الحكومة ستؤجل التصويت على الموازنة.", "org:haaretz"),
        ("وزارة النقل العراقية بدورها أوضحت أن سبب التأخير عطل في الرافعات.", "org:iraqi-transport-ministry"),
        ("نقلت وكالة رويترز أن الوفد سيعود إلى المدينة غدا.", "org:reuters"),
    ],
)
def test_who_reports(found, text, speaker):
    """A country, a spokesman's body, an outlet in quotation marks and a body before its verb speak."""
    assert [quote.speaker.id for quote in found(text)] == [speaker]
