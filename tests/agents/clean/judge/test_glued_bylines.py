"""Bylines that run into the text."""

import pytest

from agents.clean.judge.glued_bylines import read_described_byline, read_glued_byline
from tests.agents.clean.pages import SENTENCES

OUTLET = frozenset(["شراع", "2030"])
TEXT = "فيما أعلنت الوزارة عن بدء العمل في المشروع."


@pytest.mark.parametrize(
    ("opening", "author"),
    [
        ("هالة منصور شراع 2030", "هالة منصور"),
        ("هالة منصور - شراع 2030: ", "هالة منصور"),
        ("سعاد العلي - الرافد نيوز:", "سعاد العلي"),
        ("كتبت هالة منصور ", "هالة منصور"),
        ("كتبت: هالة منصور", "هالة منصور"),
        ("بقلم/ خالد بن سالم النمر ", "خالد بن سالم النمر"),
        ("هالة منصور ", None),
        ("هالة منصور شراع 2030 ", None),
        ("كتبت شراع 2030 ", None),
        ("كتب مصطفى النمر ", "مصطفى النمر"),
        ("الوزارة - الرافد نيوز: ", None),
        ("", None),
    ],
)
def test_a_name_in_front_of_the_text_is_its_authors(opening: str, author: str | None) -> None:
    """Where the outlet's name is glued to the text, a colon stands behind another's, or the line says who wrote."""
    found = read_glued_byline(opening + TEXT, OUTLET)
    assert (found.byline.author if found else None) == author


@pytest.mark.parametrize("text", ["", "كتب", "كتب:", ":::: ----", "هالة", "كتب محمد", *SENTENCES, "كتب " * 30_000])
def test_any_text_is_read(text: str) -> None:
    """Names no author where none is named."""
    assert read_glued_byline(text, OUTLET) is None


def test_the_byline_stays_in_the_text() -> None:
    """An unknown outlet's name says nothing."""
    assert read_glued_byline(f"هالة منصور شراع 2030{TEXT}", frozenset()) is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("إعداد : هاني رمضان طالب – باحث في العلاقات الدولية", "هاني رمضان طالب"),
        ("كتبت/ هالة منصور، محررة الشؤون العربية في شراع", "هالة منصور"),
        ("إعداد: هالة المنصور المكتب الوطني للدفاع عن الميناء", "هالة المنصور"),
        ("إعداد: خطة الميناء – مراحل وتكاليف", None),
        ("تقرير: هالة منصور – بطلة الموسم", None),
        ("إعداد هالة منصور – باحثة", None),
        ("إعداد:", None),
        ("", None),
    ],
)
def test_an_author_is_named_with_what_he_is(line: str, author: str | None) -> None:
    """Behind a mark that no headline opens with and its colon."""
    found = read_described_byline(line)
    assert (found.byline.author if found else None) == author


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("هالة منصور- أعلن المتحدث باسم الهيئة أن العمل بدأ.", "هالة منصور"),
        ("هالة منصور - رئيسة الهيئة - أعلنت أن العمل بدأ.", None),
    ],
)
def test_a_name_and_a_dash_in_front_of_what_was_said_are_the_authors(text: str, author: str | None) -> None:
    """Whom nothing else marks."""
    found = read_glued_byline(text, frozenset())
    assert (found.byline.author if found else None) == author
