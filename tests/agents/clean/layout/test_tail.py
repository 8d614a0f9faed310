"""Pass `tail`: what stands below the text."""

import pytest

from tests.agents.clean.pages import SENTENCES, TICKER, cleaned, explained, page


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
    "last",
    [
        "ومن المقرر أن تنتهي أعمال التوسعة في الربيع",
        "وتبلغ كلفة الرصيف مئة مليون بتمويل محلي",
        "وجددت إدارة المرفأ دعمها لجيرانها في الساحل كله",
        "وستبلغ كلفة الرصيف مئة مليون بتمويل محلي",
        "في مارس 2011، رست أول ناقلة كبيرة وسط احتفال شعبي",
        "وخلال تشرين الأول/أكتوبر 2011، رست أول ناقلة كبيرة وسط احتفال شعبي",
        "الهيئة أنشئت قبل عشر سنوات وتدير أربعة موانئ",
    ],
)
def test_a_last_paragraph_without_a_full_stop_is_the_articles(last: str) -> None:
    """It goes on as reports do, or speaks of the same."""
    assert explained(page(below=(last, "شارك الخبر")))[last][1:] == ("paragraph", "", "tail")


def test_the_rest_of_a_broken_sentence_is_the_articles() -> None:
    """The last paragraph stops within a sentence, which the lines below it end."""
    lines = [
        "وبلغت كلفة التوسعة في الرصيف الجنوبي التي تمولها وزارة النقل منذ بداية العام الماضي مئتي مليون موزعة كلها",
        "على الأرصفة والرافعات الكبيرة، إذ سجلت",
        "نموا كبيرا.",
    ]
    assert cleaned("\n\n".join([page(), *lines, "شارك الخبر"])).paragraphs[-3:] == lines


def test_a_name_of_which_the_next_line_tells_is_the_author() -> None:
    """Papers set the author and a few words on the author's life below the text."""
    life = "هالة منصور الصحفية المصرية تكتب عن النقل البحري منذ عشرة أعوام"
    article = cleaned(page(below=("هالة منصور", life)))
    assert (article.byline.author, article.paragraphs) == ("هالة منصور", list(SENTENCES))


@pytest.mark.parametrize(
    "below",
    [
        (TICKER[0],),
        ("في مارس 2011 انطلقت بطولة الخيول العربية الأصيلة",),
        ("هيئة الموانئ: التوسعة تنتهي في الربيع",),
        (TICKER[0], TICKER[1]),
    ],
)
def test_headlines_below_the_text_are_no_paragraphs(below: tuple[str, ...]) -> None:
    """They speak of something else, or are made of parts."""
    assert cleaned(page(below=below)).paragraphs == list(SENTENCES)
