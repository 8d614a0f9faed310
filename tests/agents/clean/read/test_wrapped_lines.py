"""Lines that were broken at a width."""

import textwrap

import pytest

from agents.clean.read.wrapped_lines import unwrap
from tests.agents.clean.pages import SENTENCES, TICKER, TITLE, cleaned

DATE = "الجمعة 14 مارس 2025"


@pytest.mark.parametrize("width", [48, 60, 72, 90])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_wrapped_paragraphs_are_joined(width: int, between: str) -> None:
    """With empty lines between them or without, whatever the width."""
    wrapped = [textwrap.fill(sentence, width) for sentence in SENTENCES * 2]
    assert unwrap(between.join(wrapped)) == between.join(SENTENCES * 2)


def test_title_and_date_stand_for_themselves() -> None:
    """They are no paragraph's beginning."""
    wrapped = "\n\n".join([f"{TITLE}\n{DATE}", *(textwrap.fill(sentence, 60) for sentence in SENTENCES)])
    article = cleaned(wrapped)
    assert (article.title, article.paragraphs) == (TITLE, list(SENTENCES))


def test_an_empty_line_below_the_title_says_nothing_of_the_text() -> None:
    """Paragraphs that follow each other without one end where a sentence does."""
    wrapped = [line for sentence in SENTENCES for line in textwrap.wrap(sentence, 40)]
    assert unwrap("\n".join([TITLE, "", *wrapped])) == "\n".join([TITLE, "", *SENTENCES])


@pytest.mark.parametrize("width", [36, 60, 90])
def test_an_empty_line_behind_each_says_nothing(width: int) -> None:
    """The title above is wider than the text and stays whole; paragraphs end where a sentence does."""
    wrapped = [line for sentence in SENTENCES * 2 for line in textwrap.wrap(sentence, width)]
    assert unwrap("\n\n".join([TITLE * 3, *wrapped])) == "\n".join([TITLE * 3, *SENTENCES * 2])


@pytest.mark.parametrize(
    ("title", "below"), [("الميناء في الربيع", [DATE]), ("الميناء في الربيع", []), ("رويترز", [DATE])]
)
def test_the_rest_of_a_title_is_joined_to_it(title: str, below: list[str]) -> None:
    """A place, an author or an agency alone is none."""
    text = [line for sentence in SENTENCES for line in textwrap.wrap(sentence, 60)]
    first = f"{TITLE} بعد عامين من"
    joined = unwrap("\n".join([first, title, *below, *text])).split("\n")[0]
    assert joined == (first if title == "رويترز" else f"{first} {title}")


@pytest.mark.parametrize("text", ["\n".join([TITLE, *SENTENCES]), "\n".join(TICKER * 3), TITLE, "", "\n" * 40])
def test_other_lines_stay(text: str) -> None:
    """One line a paragraph, headlines, a table, nothing."""
    assert unwrap(text) == text
