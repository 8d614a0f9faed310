"""What stands glued to a title."""

from tests.agents.clean.pages import TITLE, cleaned, page


def test_the_outlets_name_is_taken_off_a_titles_end() -> None:
    """A title that stands only together with the outlet's name is the title without it."""
    assert cleaned(page(title=f"{TITLE} - شراع الجنوب"), source="شراع الجنوب").title == TITLE
