"""Pass `doubles`: sentences that stand twice in a row."""

from tests.agents.clean.pages import TITLE, cleaned, laid_out, page, reasons


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
