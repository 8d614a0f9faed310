"""Which of the days that a page shows are the article's, and which of links, of the site and of its members."""

import pytest

from tests.agents.clean.fields.dated_pages import FRIDAY, ZONED, html, linked
from tests.agents.clean.pages import SENTENCES, cleaned, cleaned_html, page


@pytest.mark.parametrize(
    "line",
    [
        "Posted by ليلى حسن on January 9, 2026",
        "نشر في 9 يناير 2026",
        "9 يناير 2026",
    ],
)
def test_a_single_day_below_the_text_is_the_articles(line: str) -> None:
    """Though it says who posted it."""
    assert cleaned(page(below=(line,))).published_at == "2026-01-09T00:00:00Z"


def test_days_of_links_above_the_headline_are_none_of_the_articles() -> None:
    """In a side column never; below any such link not where the metadata tells another day."""
    links = "".join(
        f'<li><a href="/{day}">وزارة الصحة تعلن موعد حملة التطعيم</a> <time>{day} ديسمبر 2025</time>' for day in (4, 2)
    )
    aside = f"<aside><h4>ذات صلة</h4><ul>{links}</ul></aside>"
    block = f"<div><h4>ذات صلة</h4><ul>{links}</ul></div>"
    for above in (aside, block):
        document = html(linked(ZONED)).replace("<body>", f"<body>{above}")
        assert cleaned_html(document).published_at == "2026-01-09T07:30:00Z"
    assert cleaned_html(html().replace("<body>", f"<body>{aside}")).published_at is None
    own = html(above="<div>الجمعة 9 يناير 2026</div>").replace("<body>", f"<body>{aside}")
    assert cleaned_html(own).published_at == "2026-01-09T00:00:00Z"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ((), ("من نحن | اتصل بنا", "سياسة الخصوصية (آخر تحديث: 3 مارس 2019)")),
        ((), ("شروط الاستخدام", "آخر تعديل: 3 مارس 2019")),
        ((), ("تم تحديث الشروط والأحكام في 3/3/2019",)),
        (("أبو خالد النمر", "عضو فعال", "تاريخ الانضمام: 03/03/2019", "المشاركات: 120"), ()),
        (("أبو خالد النمر", "تاريخ التسجيل", "03/03/2019", "المشاركات: 120"), ()),
        (("أبو خالد النمر", "عضو منذ 3 مارس 2019", "آخر زيارة: 5 يناير 2026"), ()),
    ],
)
def test_days_of_the_sites_rules_and_of_its_members_are_none_of_the_articles(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    """Nor is such a day that of a change; the article's own beside them counts."""
    bare, dated = (cleaned(page(*above, between=between, below=below)) for between in ((), (FRIDAY,)))
    assert (bare.published_at, bare.updated_at, dated.published_at) == (None, None, "2026-01-09T10:30:00Z")


def test_a_day_below_a_menu_with_the_sites_rules_is_the_articles() -> None:
    """Where the menu stands above the text."""
    assert cleaned(page("سياسة الخصوصية", between=(FRIDAY,))).published_at == "2026-01-09T10:30:00Z"


def test_a_title_above_a_day_tells_of_no_founding() -> None:
    """What it says that someone exports or publishes is the news."""
    text = "\n".join(["مطبعة في الرصيف الجنوبي تصدر كتب البحر", "9 يناير 2026", *SENTENCES])
    assert cleaned(text).published_at == "2026-01-09T00:00:00Z"
