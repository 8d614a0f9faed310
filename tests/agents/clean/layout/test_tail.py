"""Pass `tail`: what stands below the text."""

import pytest

from tests.agents.clean.pages import TICKER, explained, page


def test_lines_behind_a_label_are_of_its_kind() -> None:
    """Links go on until another label comes."""
    lines = explained(page(below=("اقرأ أيضا", TICKER[0], "التعليقات", "خبر جميل")))
    assert [lines[text][2:] for text in (TICKER[0], "خبر جميل")] == [("related", "tail"), ("comments", "tail")]


def test_a_line_that_nothing_tells_of_is_stray() -> None:
    """No label stands in front."""
    assert explained(page(below=("شراع",)))["شراع"][2:] == ("stray", "tail")


def test_a_last_sentence_is_the_articles() -> None:
    """It stands right below the text, and is short."""
    assert explained(page(below=("والخبر مستمر.",)))["والخبر مستمر."][1:] == ("paragraph", "", "tail")


@pytest.mark.parametrize(
    "last", ["ومن المقرر أن تنتهي أعمال التوسعة في الربيع", "وتبلغ كلفة الرصيف مئة مليون بتمويل محلي"]
)
def test_a_last_paragraph_without_a_full_stop_is_the_articles(last: str) -> None:
    """It goes on as reports do."""
    assert explained(page(below=(last, "شارك الخبر")))[last][1:] == ("paragraph", "", "tail")
