"""Pass `doubles`: sentences that stand twice in a row."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, laid_out, page, reasons


def test_a_caption_that_stands_twice_is_one_though_it_ends_as_a_sentence_does() -> None:
    """No paragraph is repeated at once."""
    caption = "رافعات تنزل الحاويات من سفينة في الميناء (تصوير حسن الوردي)."
    assert reasons(cleaned(page(TITLE, caption, caption, title="12 يناير 2026")))[caption] == "caption"


CAPTION = "رافعات تنزل الحاويات من سفينة في الميناء الجديد."


def test_doubles_are_captions() -> None:
    """The pass says so of both."""
    found = laid_out(page(between=(CAPTION, CAPTION)), "doubles")
    assert [(line.reason, line.by) for line in found.lines if line.text == CAPTION] == [("caption", "doubles")] * 2


def test_a_sentence_that_stands_once_is_no_double() -> None:
    """Nor is one that stands again further below."""
    found = laid_out(page(CAPTION, between=(CAPTION,)), "doubles")
    assert {line.reason for line in found.lines if line.text == CAPTION} == {""}


@pytest.mark.parametrize("between", [(), ("كتب: سالم الهاشمي", "9 يناير 2026")])
@pytest.mark.parametrize("words", [20, 40])
def test_a_beginning_that_is_shown_above_the_text_stands_there_once(between: tuple[str, ...], words: int) -> None:
    """Whole or cut short."""
    text = [" ".join(SENTENCES[:2]), *SENTENCES[2:]]
    teaser = " ".join(text[0].split()[:words])
    article = cleaned("\n".join([TITLE, teaser, *between, *text]))
    assert (article.title, article.paragraphs) == (TITLE, text)


def test_an_exclaimed_title_that_stands_twice_above_its_date_is_no_caption() -> None:
    """Sites repeat it in their path."""
    title = "حادث مروع يهز الرصيف الجنوبي في الميناء اليوم.. هذا ما جرى للسفن وما قالته الهيئة عن التوسعة الجديدة!!"
    article = cleaned("\n".join([title, title, "نشر: 11 يناير 2026 الساعة 02:15 صباحاً", *SENTENCES]))
    assert (article.title, article.paragraphs) == (title, list(SENTENCES))


def test_an_exclamation_that_opens_the_page_twice_is_its_title() -> None:
    """No picture stands above the title."""
    title = "الميناء والشيء بالشيء يذكر !"
    assert cleaned("\n".join([title, title, *SENTENCES])).title == title


def test_of_a_lead_that_stands_twice_one_is_the_texts() -> None:
    """It opens with what happened, as captions do not."""
    lead = "استشهد شابان برصاص قوات الاحتلال قرب الميناء الجنوبي، خلال مواجهات اندلعت مع فجر اليوم."
    article = cleaned("\n".join([TITLE, "2025-11-09 21:11", lead, lead, *SENTENCES]))
    assert article.paragraphs == [lead, *SENTENCES]


@pytest.mark.parametrize("end", ["المتحد", "المتحدث… [اقرأ المزيد]", "المتحدث ... المزيد", "المتحدث…"])
def test_a_beginning_may_break_off_in_a_word_or_before_a_button(end: str) -> None:
    """It stands in the text whole."""
    text = [" ".join(SENTENCES[:2]), *SENTENCES[2:]]
    teaser = f"{SENTENCES[0]} وقال {end}"
    assert cleaned("\n".join([TITLE, teaser, *text])).paragraphs == text


def test_a_paragraph_that_opens_as_the_one_above_stays() -> None:
    """What follows its opening is another word."""
    other = SENTENCES[0].replace("العام المقبل.", "العام الجاري.")
    assert cleaned("\n".join([TITLE, other, *SENTENCES])).paragraphs == [other, *SENTENCES]
