"""Pass `tag_lists`: words of the text below it, one a line or run together."""

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


def test_tags_that_run_together_are_no_last_paragraph() -> None:
    """Nothing but words of the text stands in the line, and none that joins them to a sentence."""
    tags = "هيئة الموانئ الرصيف الجديد سفن الحاويات هيئة الموانئ"
    sentence = "الرصيف الجديد يستقبل سفن الحاويات في الميناء"
    assert explained(page(below=(tags,)))[tags][1:] == ("chrome", "tags", "tag_lists")
    assert explained(page(below=(sentence,)))[sentence].role == "paragraph"
