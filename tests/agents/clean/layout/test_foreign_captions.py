"""Pass `foreign_captions`: lines of another script that open the text."""

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, explained, page


def test_an_agencys_english_caption_is_no_paragraph() -> None:
    """Nor a licence above an Arabic text."""
    english = "A view of the new quay in this still image taken from a video released by the port authority on Monday."
    assert cleaned("\n".join([TITLE, english, *SENTENCES])).paragraphs == list(SENTENCES)


def test_a_text_of_one_script_has_no_foreign_caption() -> None:
    """A name in another script within an Arabic line makes it none."""
    text = page(between=("شركة PortWorks تنجز الأعمال",))
    assert "foreign_captions" not in {line.by for line in explained(text).values()}
