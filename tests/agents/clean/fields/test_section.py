"""The section, by the outlet's own label."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, page, reasons


def test_a_menu_is_no_section() -> None:
    """Of sections in a row the one counts that stands once more."""
    menu = ("سياسة", "اقتصاد", "رياضة", "ثقافة")
    assert cleaned(page(*menu)).section is None
    assert cleaned(page(*menu, "اقتصاد")).section == "economy"
    assert cleaned(page("اقتصاد")).section == "economy"


def test_a_path_gives_the_section() -> None:
    """The last step that is a section counts, not the title at its end."""
    article = cleaned(page(f"الرئيسية » اقتصاد » {TITLE}"))
    assert (article.section_label, reasons(article)) == ("اقتصاد", {f"الرئيسية » اقتصاد » {TITLE}": "breadcrumb"})


@pytest.mark.parametrize("writer", ["خاص", "رصد", "متابعات"])
def test_who_writes_for_an_outlet_is_no_section(writer: str) -> None:
    """Behind the outlet's name and a dash it is the byline, behind an arrow the section."""
    dashed, pointed = (cleaned(page(f"شراع الجنوب {by} {writer}"), source="شراع الجنوب") for by in ("-", "»"))
    assert (dashed.section, dashed.paragraphs, pointed.section) == (None, list(SENTENCES), "analysis")


def test_a_link_to_the_weather_is_no_section() -> None:
    """Heads of pages have one, whatever the article is about."""
    assert cleaned(page("الطقس", "تقويم الصلاة")).section is None


@pytest.mark.parametrize("line", ["اقتصاد | 14 مارس 2025", "أخبار الاقتصاد - الجمعة 14 مارس 2025"])
def test_a_label_beside_a_date_is_the_section(line: str) -> None:
    """Where nothing else says it."""
    assert cleaned("\n".join([line, TITLE, *SENTENCES])).section == "economy"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("اقتصاد20 يناير 2026", "اقتصاد"),
        ("سياسةالثلاثاء 20 يناير 2026", "سياسة"),
        ("أخبار عربية20/01/2026", "أخبار عربية"),
        ("اقتصادالأربعاء 21-01-2026 10:30", "اقتصاد"),
        ("أخبار مثبتةاقتصاد", "اقتصاد"),
        ("خبر عاجلسياسة", "سياسة"),
        ("خبر خاص جدا", None),
    ],
)
def test_a_label_is_the_section_though_it_is_glued_to_something(line: str, label: str | None) -> None:
    """To a date behind it, or to a badge in front."""
    assert cleaned(page(line)).section_label == label


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("القسم: اقتصاد", "economy"),
        ("التصنيف : رياضة", "sport"),
        ("القسم: اقتصاد | تاريخ النشر: 2026-01-12", "economy"),
        ("القسم: شراع", None),
        ("الكاتب: اقتصاد", None),
    ],
)
def test_a_label_may_say_that_it_is_the_section(line: str, section: str | None) -> None:
    """In a field of its own, above the title or below."""
    assert cleaned(page(line)).section == section
