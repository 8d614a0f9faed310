"""Pass `inside`: what stands within the text."""

from tests.agents.clean.pages import SENTENCES, TICKER, TITLE, cleaned, explained, page, reasons


def test_a_short_question_that_the_text_answers_is_a_heading() -> None:
    """It ends as a sentence does, and heads what follows."""
    assert cleaned("\n".join([TITLE, SENTENCES[0], "ما هو الرصيف الجديد؟", *SENTENCES[1:]])).headings == [
        "ما هو الرصيف الجديد؟"
    ]


def test_prices_that_stand_alone_are_text() -> None:
    """A heading above them and one below are headings, within a list too."""
    prices = ("7943 جنيها للبيع", "7885.5 جنيه للشراء")
    lines = [TITLE, SENTENCES[0], "عيار الذهب", *prices, SENTENCES[1]]
    article = cleaned(
        "\n".join(
            [*lines, "وجاءت الأسعار كالتالي:", "عيار 24: 5205 للبيع – 5182 للشراء", "عوامل السعر", *SENTENCES[2:]]
        )
    )
    assert article.headings == ["عيار الذهب", "عوامل السعر"]
    assert set(prices) < set(article.paragraphs)


def test_a_list_belongs_to_the_sentence_that_leads_to_it() -> None:
    """Short lines behind a colon are the article's."""
    prices = ("وجاءت أسعار الشحن بحسب الجدول المعلن اليوم كما يلي:", "الحاوية الصغيرة: 925", "الحاوية الكبيرة: 1810")
    assert cleaned(page(between=prices)).paragraphs == [*SENTENCES[:2], *prices, *SENTENCES[2:]]


def test_a_short_line_that_stands_twice_is_a_caption() -> None:
    """Once above the text and once within it."""
    caption = "رافعات الميناء الجنوبي"
    text = page(between=(caption,)).replace(SENTENCES[0], f"{SENTENCES[0]}\n{caption}")
    assert reasons(cleaned(text)) == {caption: "caption"}


def test_a_headline_of_another_subject_is_a_link() -> None:
    """It stands within the text without a label."""
    assert explained(page(between=(TICKER[4],)))[TICKER[4]][1:] == ("chrome", "related", "inside")


def test_a_short_line_of_the_same_subject_is_a_heading() -> None:
    """It speaks of what the article speaks of."""
    heading = "مراحل العمل في الميناء"
    assert explained(page(between=(heading,)))[heading][1:] == ("heading", "", "inside")
