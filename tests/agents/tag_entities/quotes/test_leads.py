"""Who is named before a colon that opens a line."""

import pytest


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("سيرغي لافروف: المحادثات كانت بناءة جدا\nغادر الوفد المدينة.", "per:sergey-lavrov"),
        ("وزير الخارجية سيرغي لافروف:\nالمحادثات كانت بناءة جدا", "per:sergey-lavrov"),
        ("سيرغي لافروف يحذر: المحادثات كانت بناءة جدا\nغادر الوفد المدينة.", "per:sergey-lavrov"),
        ("سيرغي لافروف: «المحادثات كانت بناءة جدا»\nغادر الوفد المدينة.", "per:sergey-lavrov"),
    ],
)
def test_lead(found, text, speaker):
    """A name, with an office before it or a verb behind it, speaks what stands behind its colon."""
    assert [quote.speaker.id for quote in found(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "القاهرة: انطلاق المعرض غدا\nنص",
        "كأس العالم: سوريون يحتفلون في الشوارع\nنص",
        "خبر\nالدوحة - قنا: استقبل الوزير ضيوفه أمس",
    ],
)
def test_no_lead(found, text):
    """A place, a thing or an agency in a dateline says nothing."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [("التقت الصحيفة سيرغي لافروف بعد زيارة دونالد ترامب وسيرغي لافروف لبرلين.", "per:sergey-lavrov"), ("حوار.", None)],
)
def test_interview(found, opening, speaker):
    """Answers are said by the person named most before the first question, who is interviewed; questions by nobody."""
    text = f"{opening}\nس: كيف ترى مستقبل أوروبا؟\nج: أرى أن المستقبل واعد جدا إذا عملنا معا."
    said = [quote.speaker.id for quote in found(text) if quote.speaker is not None]
    assert said == ([speaker] if speaker else [])
