"""Pass `body`: where running text is densest."""

import pytest

from streams.rejection import Reason, Reject
from tests.agents.clean.pages import SENTENCES, TICKER, cleaned, laid_out, page


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


def test_two_short_sentences_below_their_headline_are_a_report() -> None:
    """Neither is long enough for running text by itself."""
    sentences = ["افتتحت البلدية حديقة الزهور.", "وذكرت أن الدخول مجاني."]
    article = cleaned("\n\n".join(["البلدية تفتتح حديقة الزهور للعائلات", *sentences]))
    assert (article.title, article.paragraphs) == ("البلدية تفتتح حديقة الزهور للعائلات", sentences)


def test_short_sentences_of_something_else_are_no_report() -> None:
    """A site's notices end in full stops as well."""
    notices = "مدار نيوز للصحافة\nنحن هنا من أجلكم.\nصفحاتنا في خدمتكم دائما."
    with pytest.raises(Reject) as refusal:
        cleaned(notices)
    assert refusal.value.reason == Reason.NO_ARTICLE
