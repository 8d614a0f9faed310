"""The quotes of a text, in their order, and the sources that it cites."""

import pytest

LAVROV = "per:sergey-lavrov"


def test_direct_and_reported_speech_come_in_order(tagged):
    """Each with its speaker and its verb, as the text has it."""
    _, quotes, _ = tagged("أكد سيرغي لافروف أن المحادثات كانت بناءة جدا. وقال: «الحوار هو الطريق الوحيد إلى السلام».")
    assert [(quote.text, quote.direct, quote.speaker, quote.verb) for quote in quotes] == [
        ("أن المحادثات كانت بناءة جدا", False, LAVROV, "أكد"),
        ("الحوار هو الطريق الوحيد إلى السلام", True, LAVROV, "وقال"),
    ]


@pytest.mark.parametrize(
    ("text", "found_by", "speaker_by"),
    [
        ("وقال سيرغي لافروف: «نحن مستعدون للحوار».", "verb before the quotation marks", "subject behind the verb"),
        (
            "«نحن مستعدون للحوار مع الجميع»، قال سيرغي لافروف.",
            "verb behind the quotation marks",
            "subject behind the verb",
        ),
        (
            "أما سيرغي لافروف فقال: «نحن مستعدون للحوار».",
            "verb before the quotation marks",
            "subject in front of the verb",
        ),
        ("أكد سيرغي لافروف أن المحادثات كانت بناءة جدا.", "clause behind a verb", "subject behind the verb"),
        ("النتيجة: «نحن مستعدون للحوار».", "quotation marks without a verb", ""),
    ],
)
def test_a_quote_says_what_found_it(found, text, found_by, speaker_by):
    """The rule that made a quote of it, and the one that gave the speaker, are kept to be explained."""
    assert [(quote.found_by, quote.speaker_by) for quote in found(text)] == [(found_by, speaker_by)]


@pytest.mark.parametrize(
    ("lead", "kind", "words"),
    [
        ("وقال سيرغي لافروف", "named", None),
        ("وقال مصدر أمني لرويترز", "unnamed", "مصدر أمني"),
        ("وأفاد شهود عيان", "unnamed", "شهود عيان"),
        ("النتيجة", None, None),
    ],
)
def test_kind_of_speaker(tagged, lead, kind, words):
    """A speaker is named, or the words that stand for a source without a name are given, or the text tells neither."""
    _, quotes, _ = tagged(f"{lead}: «نحن مستعدون للحوار مع الجميع».")
    assert [(quote.speaker_kind, quote.speaker_words) for quote in quotes] == [(kind, words)]


@pytest.mark.parametrize(
    ("lead", "words"),
    [("وأضاف", "مصدر أمني"), ("وقال سيرغي لافروف", None), ("وقال الرجل", None)],
)
def test_unnamed_source_goes_on(tagged, lead, words):
    """A source without a name goes on where the next verb has no subject of its own."""
    _, quotes, _ = tagged(f"وقال مصدر أمني: «نحن مستعدون للحوار». {lead}: «الباب مفتوح أمام الجميع».")
    assert [quote.speaker_words for quote in quotes] == ["مصدر أمني", words]


def test_sources_are_cited(tagger, article):
    """Outlets and bodies that a text names as its sources, each once."""
    made = article("عنوان", "بحسب وكالة رويترز فإن الأمر قريب. ووفقا لوكالة رويترز لا جديد.")
    assert len(tagger.tag([made])[0].cited) == 1
