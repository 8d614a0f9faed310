"""Bylines that run into the text."""

import pytest

from agents.clean.fields import outlet_register
from agents.clean.judge.glued_bylines import read_described_byline, read_glued_byline
from tests.agents.clean.pages import SENTENCES

OUTLET = frozenset(["شراع", "2030"])
KNOWN = outlet_register.load("").knows
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
    found = read_glued_byline(opening + TEXT, OUTLET, KNOWN)
    assert (found.byline.author if found else None) == author


@pytest.mark.parametrize("text", ["", "كتب", "كتب:", ":::: ----", "هالة", "كتب محمد", *SENTENCES, "كتب " * 30_000])
def test_any_text_is_read(text: str) -> None:
    """Names no author where none is named."""
    assert read_glued_byline(text, OUTLET, KNOWN) is None


def test_the_byline_stays_in_the_text() -> None:
    """An unknown outlet's name says nothing."""
    assert read_glued_byline(f"هالة منصور شراع 2030{TEXT}", frozenset(), KNOWN) is None


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
    found = read_glued_byline(text, frozenset(), KNOWN)
    assert (found.byline.author if found else None) == author


@pytest.mark.parametrize(
    ("opening", "author", "outlet"),
    [
        ("هالة منصور - عكاظ:", "هالة منصور", "عكاظ"),
        ("العربي الجديد – هالة منصور: ", "هالة منصور", "العربي الجديد"),
        ("الرافد بوست / خالد النمر:", "خالد النمر", "الرافد بوست"),
        ("شراع 2030 - خالد النمر:", "خالد النمر", None),
        ("خالد النمر – صلالة:", None, None),
        ("صلالة - خالد النمر:", None, None),
        ("وزير الموانئ - خالد النمر:", None, None),
        ("العربي الجديد - نتائج المشروع:", None, None),
        ("العربي الجديد – هالة منصور ", None, None),
    ],
)
def test_an_outlet_that_is_known_stands_on_either_side_of_its_reporter(
    opening: str, author: str | None, outlet: str | None
) -> None:
    """In front of a colon; no place and no office, which may be a city's paper or whom the text quotes."""
    found = read_glued_byline(opening + TEXT, OUTLET, KNOWN)
    assert (found and found.byline.author, found and found.outlet) == (author, outlet)
