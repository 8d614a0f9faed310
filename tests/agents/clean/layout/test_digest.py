"""Pass `digest`: headlines behind a line that leads to them."""

from tests.agents.clean.pages import TICKER, cleaned, laid_out, page


def test_headlines_behind_a_line_that_leads_to_them_are_a_digest() -> None:
    """A page that has nothing but them is no page without an article."""
    article = cleaned("\n".join(["عناوين الصحف ليوم السبت 23-11-2019", "أبرز عناوين الصحف:", *TICKER]))
    assert article.title == "عناوين الصحف ليوم السبت 23-11-2019"
    assert article.paragraphs == ["أبرز عناوين الصحف:", *TICKER]


def test_a_page_with_running_text_is_no_digest() -> None:
    """The body stays what it was."""
    text = page(below=("أبرز عناوين الصحف:", *TICKER))
    body, digest = laid_out(text, "body"), laid_out(text, "digest")
    assert (digest.start, digest.end) == (body.start, body.end)


def test_three_headlines_are_no_digest() -> None:
    """They are too few."""
    assert laid_out("\n".join(["أبرز عناوين الصحف:", *TICKER[:3]]), "digest").text == []
