"""Text that runs backwards, as PDFs have it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.clean.read.visual_order import is_visual, put_right
from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, cleaned_html

TEXT = "\n".join([TITLE, "الجمعة 14 مارس 2025", *SENTENCES])


def test_a_backward_text_is_put_right() -> None:
    """Title, date and paragraphs are those of the text as it is written, and numbers are read."""
    article = cleaned("\n".join(line[::-1] for line in TEXT.split("\n")))
    assert (article.title, article.paragraphs) == (TITLE, list(SENTENCES))
    assert article.published_at == "2025-03-14T00:00:00Z"


def test_numbers_that_ran_the_right_way_stay() -> None:
    """A year tells in which way numbers run."""
    assert put_right("2025 سرام 14 ةعمجلا") == "الجمعة 14 مارس 2025"


def test_numbers_that_ran_backwards_are_turned_too() -> None:
    """So they do where a line was turned letter by letter."""
    assert put_right("5202 سرام 41 ةعمجلا") == "الجمعة 14 مارس 2025"


def test_quotation_marks_open_before_they_close() -> None:
    """Whether they were mirrored or not."""
    assert {put_right("«ةديدج ةطحم»"), put_right("»ةديدج ةطحم«")} == {"«محطة جديدة»"}


@pytest.mark.parametrize("text", [TEXT, "ة و ى حرفان", "The port opens in spring", "", "لا إله إلا الله، لا لا لا لا"])
def test_a_text_as_it_is_written_is_not_visual(text: str) -> None:
    """Letters alone and words such as «لا» say nothing."""
    assert not is_visual(text)


@given(st.text(alphabet="ةىالبت «»()2025 \n", max_size=80))
def test_no_letter_is_lost(text: str) -> None:
    """Only the order changes, and the direction of marks."""
    marks = str.maketrans("»)", "«(")
    assert sorted(put_right(text).translate(marks)) == sorted(text.translate(marks))


@pytest.mark.parametrize("is_html", [False, True])
def test_paragraphs_that_run_backwards_among_others_are_put_right(*, is_html: bool) -> None:
    """Each by itself: those in front run as they are written."""
    lines = [*SENTENCES[:2], *(line[::-1] for line in SENTENCES[2:])]
    html = f"<article><h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in lines) + "</article>"
    article = cleaned_html(html) if is_html else cleaned("\n".join([TITLE, *lines]))
    assert (article.title, article.paragraphs) == (TITLE, list(SENTENCES))
