"""Test `date`: lines that are there for their date."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, judged, reasons


def test_a_title_with_a_date_is_no_date_line() -> None:
    """Prices and forecasts name their day."""
    for title in ("أسعار الذهب اليوم الأحد 12 أكتوبر 2014", "حالة الطقس الخميس 4-9-2014"):
        assert cleaned("\n".join([title, *SENTENCES])).title == title


def test_a_name_with_a_date_is_a_byline() -> None:
    """A dash between them, or a name that is known for one."""
    for line in ("لمى الجوهرجي - 12 أكتوبر 2014", "محمد أحمد 12 أكتوبر 2014"):
        assert reasons(cleaned("\n".join([TITLE, line, *SENTENCES])))[line] == "date"


@pytest.mark.parametrize("text", ["نشر في 5 يناير 2026", "الأحد 4 يناير 2026 - 10:15", "2026/01/04"])
def test_date_is_found(text: str) -> None:
    """Nothing but the date and what goes with it stands in the line."""
    line = judged(text)
    assert (line.by, line.reason) == ("date", "date")


@pytest.mark.parametrize(
    "text", ["فاز المنتخب بكأس عام 2015", "افتتاح الميناء في 5 يناير 2026 بحضور الوزير والمحافظ", "بلا تاريخ"]
)
def test_date_is_not_found(text: str) -> None:
    """A title may name a year or a day."""
    assert judged(text).by != "date"


def test_a_place_beside_the_date_is_the_dateline() -> None:
    """«كيغالي 20-1-2026»: where it was written, and when."""
    article = cleaned("\n".join([TITLE, "كيغالي 20-1-2026", *SENTENCES]))
    assert (article.byline.dateline, (article.published_at or "")[:10]) == ("كيغالي", "2026-01-20")


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("نشر: verified icon نورهان. 11 يناير 2026 الساعة 02:15 صباحاً", "نورهان"),
        ("وليد الحربي24 يناير 2026آخر تحديث :", "وليد الحربي"),
        ("نشر: الخميس. 11 يناير 2026", None),
        ("عمار9 أكتوبر 2020آخر تحديث :", "عمار"),
        ("2025-09-28 03:01:06 أخبار اليوم/أحمد حوذان", "أحمد حوذان"),
        ("2025-09-28 03:01:06 أخبار اليوم/متابعات", None),
        ("عرب وعالم13-2-2023 | 13:01", None),
    ],
)
def test_a_name_beside_a_date_needs_a_label_or_an_outlet_or_two_words(text: str, author: str | None) -> None:
    """A given name alone is an author's behind «نشر:» or glued to the date, a whole name behind an outlet's, too."""
    found = judged(text).byline
    assert (found.byline.author if found else None) == author


@pytest.mark.parametrize(
    ("text", "is_chrome"),
    [
        ("المحرق - الحد (18:30)", False),
        ("الوصل – شباب الأهلي (20.15)", False),
        ("المنامة - رويترز (19:00)", True),
        ("شراع الجنوب (19:00)", True),
    ],
)
def test_a_match_and_its_time_are_no_date(text: str, *, is_chrome: bool) -> None:
    """Two clubs may have places' names; an agency is none, nor is the outlet alone."""
    assert bool(judged(text, outlet="شراع الجنوب").reason) is is_chrome
