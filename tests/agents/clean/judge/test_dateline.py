"""What a text opens with."""

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned


def test_a_dateline_in_the_text_stays_there_and_is_read() -> None:
    """The opening of the first paragraph is the article's and tells place, agency and day."""
    opened = f"صلالة 26 يناير (رويترز) - {SENTENCES[0]}"
    article = cleaned("\n".join([TITLE, opened, *SENTENCES[1:]]))
    assert article.paragraphs[0] == opened
    assert (article.byline.dateline, article.byline.agency) == ("صلالة", "رويترز")
    assert (article.published_at, article.published_from) == ("2026-01-26T00:00:00Z", "text")
