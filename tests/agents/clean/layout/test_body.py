"""Pass `body`: where running text is densest."""

from tests.agents.clean.pages import SENTENCES, TICKER, laid_out, page


def test_the_body_is_where_running_text_is() -> None:
    """Menus above and links below are left out."""
    found = laid_out(page("الرئيسية", "سياسة", below=("اقرأ أيضا", *TICKER)), "body")
    assert [line.text for line in found.text if line.prose] == list(SENTENCES)


def test_comments_end_the_body() -> None:
    """What readers wrote is running text too."""
    remark = "شكرا على الخبر الجميل، ونتمنى أن نرى الميناء الجديد قريبا في خدمة أهل المدينة كلهم."
    found = laid_out(page(below=("التعليقات", remark)), "body")
    assert remark not in [line.text for line in found.text]


def test_a_page_without_running_text_has_no_body() -> None:
    """Its text is empty."""
    assert laid_out("\n".join(TICKER), "body").text == []
