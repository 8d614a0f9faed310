"""Pass `next_reports`: another report below the text."""

from tests.agents.clean.pages import OTHER, SENTENCES, TITLE, cleaned, explained, page, reasons


def test_another_report_below_the_text_is_cut_off_without_a_label() -> None:
    """Its dateline and its subject give it away."""
    article = cleaned(page(below=OTHER), source="شراع الجنوب")
    assert article.paragraphs == list(SENTENCES)


def test_a_report_with_a_headline_and_its_day_is_the_next_article() -> None:
    """No label stands above it; its date is not the page's."""
    article = cleaned(page(below=("السد بطل كرة اليد للشباب", "الأربعاء 14 يناير 2026", *OTHER)))
    assert (article.paragraphs, article.published_at) == (list(SENTENCES), None)
    assert set(reasons(article).values()) == {"date", "next_article"}


def test_a_report_with_a_correspondent_in_it_stays_whole() -> None:
    """A dateline alone, on the same subject, begins no other report."""
    more = "الرياض (واس) - وأعلنت هيئة الموانئ أن الرصيف الجديد وأعمال التوسعة في الميناء الجنوبي ستنتهي في الخريف."
    assert more in cleaned(page(below=(more,))).paragraphs


def test_a_digest_of_reports_stays_whole() -> None:
    """Many datelines are many reports, and all of them what the reader came for."""
    towns = ("الدوحة", "الكويت", "المنامة", "مسقط")
    reports = [f"{town} (رويترز) - {OTHER[0].partition('الدوحة ')[2]}" for town in towns]
    assert cleaned(page(below=tuple(reports))).paragraphs == [*SENTENCES, *reports]


def test_three_reports_with_datelines_are_a_digest() -> None:
    """The first of them counts."""
    reports = [f"{town} (رويترز) - {line}" for town, line in zip(("الدوحة", "الكويت", "مسقط"), SENTENCES, strict=False)]
    assert cleaned("\n".join([TITLE, *reports])).paragraphs == reports


def test_the_pass_says_what_is_another_report() -> None:
    """All that follows its dateline is."""
    lines = explained(page(below=OTHER), source="شراع الجنوب")
    assert lines[OTHER[0]].by == "next_reports"
