"""Reported speech: what verbs report in a clause of their own."""

import pytest

LAVROV = "per:sergey-lavrov"


def reported(quotes):
    """Return text and speaker of the reported quotes."""
    return [(quote.text, quote.speaker) for quote in quotes if not quote.direct]


def test_reported_speech_with_its_speaker(tagged):
    """A clause behind a verb of speech and its conjunction is reported speech."""
    _, quotes, _ = tagged("أكد سيرغي لافروف في موسكو أمس أن المحادثات مع الجانب الأمريكي كانت بناءة.")
    assert reported(quotes) == [("أن المحادثات مع الجانب الأمريكي كانت بناءة", LAVROV)]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("أكد سيرغي لافروف أن المحادثات كانت بناءة جدا، فيما غادر الوفد المدينة.", ["أن المحادثات كانت بناءة جدا"]),
        ("أكد سيرغي لافروف أن المحادثات كانت بناءة جدا وأضاف أنه سيعود.", ["أن المحادثات كانت بناءة جدا"]),
        ("أكد سيرغي لافروف أنه سيعود.", []),
        ("أكد مصدر أن المحادثات كانت بناءة جدا.", []),
    ],
)
def test_where_a_clause_ends(tagged, text, texts):
    """At a turn, and before the next report; too few words, and those of nobody, are left out."""
    _, quotes, _ = tagged(text)
    assert [clause for clause, _ in reported(quotes)] == texts


@pytest.mark.parametrize(
    "text",
    [
        "وأضاف سيرغي لافروف لرويترز على هامش الملتقى: إن المدينة تحتاج إلى جسر ثان.",
        "وكشف سيرغي لافروف لقناة «العربية»، أن المدينة تحتاج إلى جسر ثان.",
        "وقال سيرغي لافروف في اتصال هاتفي مع برنامج «صباح النور» أمس الثلاثاء إن المدينة تحتاج إلى جسر ثان.",
    ],
)
def test_what_stands_before_a_clause(tagged, text):
    """A colon, an outlet in quotation marks and a long way stand between a subject and its clause."""
    _, quotes, _ = tagged(text)
    assert [speaker for _, speaker in reported(quotes)] == [LAVROV]


def test_a_deed_is_no_speech(tagged):
    """What is to be done is not said: من شأنه أن."""
    _, quotes, _ = tagged("أعلن سيرغي لافروف عن اتفاق من شأنه أن يحسن العلاقات بين البلدين.")
    assert reported(quotes) == []
