"""Pass `title_copies`: the other lines that show the title."""

from tests.agents.clean.pages import TITLE, explained, page


def test_a_copy_of_the_title_is_a_repetition() -> None:
    """With the outlet's name behind it too."""
    lines = explained(page(below=(f"{TITLE} - شراع الجنوب",)))
    assert lines[f"{TITLE} - شراع الجنوب"][1:] == ("chrome", "title_repeated", "title_copies")


def test_a_path_with_the_title_stays_a_path() -> None:
    """It gives the section."""
    path = f"الرئيسية » اقتصاد » {TITLE}"
    assert explained(page(path))[path][2:] == ("breadcrumb", "breadcrumb")


def test_a_sentence_that_begins_with_the_title_is_none() -> None:
    """The text may say it again."""
    sentence = f"{TITLE}، بحسب ما أعلنته الهيئة اليوم."
    assert explained(page(below=(sentence,)))[sentence].role == "paragraph"
