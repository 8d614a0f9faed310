"""Quotation marks, and what stands between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.arabic import quotation_marks


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("قال «نعم» وأضاف «لا»", ["نعم", "لا"]),
        ('قال "نعم" وأضاف "لا"', ["نعم", "لا"]),
        ("قال “نعم” وأضاف ”لا“", ["نعم", "لا"]),
        ("قال „نعم“ وأضاف ＂لا＂", ["نعم", "لا"]),
        ('قطاع الاتصالات" ثم "المصارف" بنسبة عالية، وسهم "التأمين" بعده', ["المصارف", "التأمين"]),
        ('قال "نعم هذا صحيح" وأضاف "لا بل قلت نعم', ["نعم هذا صحيح"]),
        ('وتابع" كل شيء على ما يرام "', [" كل شيء على ما يرام "]),
        ('ب"الطريق" وصل', ["الطريق"]),
        ("«سطر\nوسطر»", []),
        ('وأضاف: "نعم هذا صحيح جدا.\nوذلك كاف".', ["نعم هذا صحيح جدا.\nوذلك كاف"]),
    ],
)
def test_what_is_quoted(text, quoted):
    """Whatever marks a text uses; one lost mark turns nothing behind it, and lines run on only in speech of several."""
    assert [text[found.start : found.end] for found in quotation_marks.find(text)] == quoted


def test_marks_inside_marks_are_deeper():
    """The outer stretch comes first, and has depth 0."""
    text = 'قال «قرأت "الطريق" أمس»'
    found = [(text[one.start : one.end], one.depth) for one in quotation_marks.find(text)]
    assert found == [('قرأت "الطريق" أمس', 0), ("الطريق", 1)]


def test_sets_follow_from_the_table():
    """A mark that writers use both ways can open and close, whatever its form."""
    assert {
        name: "”" in getattr(quotation_marks, name)
        for name in ("MARKS", "OPENING", "CLOSING", "CAN_OPEN", "CAN_CLOSE", "ONLY_OPENING", "ONLY_CLOSING")
    } == {
        "MARKS": True,
        "OPENING": False,
        "CLOSING": True,
        "CAN_OPEN": True,
        "CAN_CLOSE": True,
        "ONLY_OPENING": False,
        "ONLY_CLOSING": True,
    }


@given(st.text(alphabet='اب «»"“”„‟＂.،\n', max_size=60))
def test_quoted_stretches_stand_in_the_text(text):
    """Each is inside the text, between two marks of one line."""
    assert all(
        text[found.start - 1] in quotation_marks.MARKS
        and text[found.end] in quotation_marks.MARKS
        and "\n" not in text[found.start : found.end]
        for found in quotation_marks.find(text)
    )
