"""Pass `tag_lists`: words of the text, one a line below it."""

from tests.agents.clean.pages import cleaned, explained, page


def test_tags_without_a_label_are_tags() -> None:
    """Words of the text, one a line below it."""
    assert cleaned(page(below=("هيئة الموانئ", "الرصيف الجديد", "سفن الحاويات"))).tags == [
        "هيئة الموانئ",
        "الرصيف الجديد",
        "سفن الحاويات",
    ]


def test_the_pass_says_what_is_a_tag() -> None:
    """Three in a row are enough."""
    lines = explained(page(below=("هيئة الموانئ", "الرصيف الجديد", "سفن الحاويات")))
    assert lines["الرصيف الجديد"][1:] == ("chrome", "tags", "tag_lists")


def test_two_lines_are_no_tags() -> None:
    """They may be anything."""
    assert cleaned(page(below=("هيئة الموانئ", "الرصيف الجديد"))).tags == []
