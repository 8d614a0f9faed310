"""Pass `given_title`: the title that a field or metadata gives."""

from tests.agents.clean.pages import TITLE, laid_out, page


def test_the_line_that_is_the_given_title_is_the_title() -> None:
    """Marks and white space make no difference."""
    found = laid_out(page("الرئيسية"), "given_title", told_title=f" {TITLE}! ")
    assert (found.title_index, found.title) == (1, TITLE)


def test_a_label_in_front_of_the_given_title_is_the_sections() -> None:
    """What is glued to it is kept."""
    found = laid_out(page(title=f"اقتصاد | {TITLE}"), "given_title", told_title=TITLE)
    assert (found.title, found.section_label) == (TITLE, "اقتصاد")


def test_a_given_title_that_the_page_does_not_show_is_not_found() -> None:
    """Nor is one of a single word."""
    for told in ("عنوان آخر لخبر آخر", "الميناء", ""):
        assert laid_out(page(), "given_title", told_title=told).title_index == -1
