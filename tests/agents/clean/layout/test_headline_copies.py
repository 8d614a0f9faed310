"""Headlines that stand more than once."""

from tests.agents.clean.pages import SENTENCES, TICKER, TITLE, cleaned


def test_headlines_that_links_below_repeat_are_no_title() -> None:
    """A ticker above the title and the same links below the text are other articles'."""
    ticker = TICKER[:4]
    article = cleaned("\n".join([*ticker, TITLE, "كتب: أحمد سالم", *SENTENCES, "اقرأ أيضا", *reversed(ticker)]))
    assert article.title == TITLE
    assert article.paragraphs == list(SENTENCES)


def test_headlines_that_are_shown_twice_in_a_row_are_no_title() -> None:
    """As a ticker that runs in a circle leaves them."""
    ticker = TICKER[:3]
    assert cleaned("\n".join([*ticker, *ticker, TITLE, *SENTENCES])).title == TITLE


def test_a_title_that_the_latest_headlines_hold_too_is_the_title() -> None:
    """The list below the text names the page's own article among others."""
    latest = ["آخر الأخبار", *TICKER[2:6], TITLE]
    assert cleaned("\n".join([TITLE, *SENTENCES, *latest])).title == TITLE
    assert cleaned("\n".join([*TICKER[:4], TITLE, "12 يناير 2014", *SENTENCES, *latest])).title == TITLE
