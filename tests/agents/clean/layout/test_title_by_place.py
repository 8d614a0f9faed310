"""Titles that nothing but their place tells of."""

import pytest

from tests.agents.clean.pages import SENTENCES, TICKER, cleaned


def test_a_ticker_above_a_text_without_a_title_gives_none() -> None:
    """One of ten headlines of other reports is no title because it stands first."""
    article = cleaned("\n".join([*TICKER, *SENTENCES]))
    assert (article.title, article.headings, article.paragraphs) == ("", [], list(SENTENCES))


def test_a_column_of_one_word_has_its_title() -> None:
    """The first line, where the author or the text follows at once; a section's label is none."""
    column, label = (cleaned("\n".join([word, "بقلم: وليد الحربي", *SENTENCES])) for word in ("المشربية", "رياضة"))
    assert (column.title, label.title) == ("المشربية", "")


def test_a_short_title_above_its_author_is_found() -> None:
    """A column's title of two words that the text does not repeat is known by its place."""
    article = cleaned("\n".join(["وجوه عابرة", "محمد العريان", *SENTENCES]))
    assert (article.title, article.byline.author) == ("وجوه عابرة", "محمد العريان")


def test_a_place_and_a_name_are_no_title() -> None:
    """Though nothing else stands above the text."""
    article = cleaned("\n".join(["مراكش - ثورية ايشرم", *SENTENCES]))
    assert (article.title, article.byline.author, article.byline.dateline) == ("", "ثورية ايشرم", "مراكش")


@pytest.mark.parametrize("line", ["الشراع - خاص", "الشراع - خاص بالشراع"])
def test_an_outlet_and_that_it_is_its_own_are_no_title(line: str) -> None:
    """Whatever follows on «خاص»."""
    assert cleaned("\n".join([line, *SENTENCES])).title == ""
