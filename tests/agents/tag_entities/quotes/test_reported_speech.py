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
