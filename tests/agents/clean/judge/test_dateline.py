"""What a text opens with."""

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned


def test_a_dateline_in_the_text_stays_there_and_is_read() -> None:
    """The opening of the first paragraph is the article's and tells place, agency and day."""
    opened = f"صلالة 26 يناير (رويترز) - {SENTENCES[0]}"
    article = cleaned("\n".join([TITLE, opened, *SENTENCES[1:]]))
    assert article.paragraphs[0] == opened
    assert (article.byline.dateline, article.byline.agency) == ("صلالة", "رويترز")
    assert (article.published_at, article.published_from) == ("2026-01-26T00:00:00Z", "text")


def test_a_day_behind_a_place_need_not_be_parted_from_the_text() -> None:
    """«صلالة – 20 يناير 2026 أعلنت …»; a number behind a place is no day, and behind what is no place none is read."""
    opened = "\n".join([TITLE, f"صلالة – 20 يناير 2026 {SENTENCES[0]}", *SENTENCES[1:]])
    counted = "\n".join([TITLE, f"صلالة – 20 سفينة وصلت. {SENTENCES[0]}", *SENTENCES[1:]])
    dates = [cleaned(text).published_at for text in (opened, counted, opened.replace("صلالة", "الرصيف"))]
    assert dates == ["2026-01-20T00:00:00Z", None, None]
