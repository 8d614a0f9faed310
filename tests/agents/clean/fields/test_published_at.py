"""When an article was published."""

from tests.agents.clean.pages import cleaned, page


def test_a_date_of_the_future_is_none() -> None:
    """More than a day behind the time of receipt is no date of publication."""
    article = cleaned(page(), published_at="2030-05-05T10:00:00Z")
    assert article.published_at is None


def test_the_day_in_the_masthead_is_not_the_articles() -> None:
    """Sites show today's date above everything; on the day of the fetch it says nothing."""
    text = page("الثلاثاء 27 يناير 2026", "الرئيسية", "سياسة", "اقتصاد", "رياضة", "بحث")
    assert cleaned(text, fetched_at="2026-01-27T10:00:00Z").published_at is None
    assert cleaned(text, fetched_at="2026-01-20T10:00:00Z").published_at == "2026-01-27T00:00:00Z"


def test_a_bare_day_at_the_pages_head_is_not_the_articles() -> None:
    """Nor is it near the title, with a label between them; right above the title, or with a word for it, it is."""
    near = page("الثلاثاء 27 يناير 2026", "سياسة")
    assert cleaned(near, fetched_at="2026-01-27T10:00:00Z").published_at is None
    for text in (
        page("الثلاثاء 27 يناير 2026"),
        page("نشر في 27 يناير 2026", "سياسة"),
        page("27 يناير 2026 10:15", "سياسة"),
    ):
        assert (cleaned(text, fetched_at="2026-01-27T10:00:00Z").published_at or "")[:10] == "2026-01-27"
