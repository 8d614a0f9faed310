"""Tests `tag_list` and `link_list`: long lines behind a label."""

import pytest

from tests.agents.clean.pages import TICKER, cleaned, judged, page, reasons

TAGS = ("الميناء الجنوبي", "سفن الحاويات", "هيئة الموانئ", "النقل البحري", "أجور الشحن", "الرصيف الجديد", "محطة الركاب")
"""More words than a short line has, with their label."""


def test_a_label_and_the_links_glued_to_it_are_links() -> None:
    """However long the line is."""
    glued = "مقالات أخرى للكاتب" + "".join(TICKER) + TICKER[0]
    assert reasons(cleaned(page(below=(glued,))))[glued] == "related"


@pytest.mark.parametrize("text", ["الوسوم: " + "، ".join(TAGS * 2), "كلمات دلالية: " + "، ".join(TAGS * 2)])
def test_tag_list_is_found(text: str) -> None:
    """A label of tags stands in front of a colon."""
    line = judged(text)
    assert (line.by, line.reason) == ("tag_list", "tags")


@pytest.mark.parametrize("text", ["الوزير: " + "، ".join(TAGS * 2), "الوسوم " + " ".join(TAGS * 2)])
def test_tag_list_is_not_found(text: str) -> None:
    """Another word in front of a colon labels nothing."""
    assert judged(text).by != "tag_list"


@pytest.mark.parametrize("text", ["أخبار متعلقة " + " ".join(TICKER[:4])])
def test_link_list_is_found(text: str) -> None:
    """A label of links opens it."""
    line = judged(text)
    assert (line.by, line.reason) == ("link_list", "related")


@pytest.mark.parametrize("text", ["أخبار الميناء " + " ".join(TICKER[:4])])
def test_link_list_is_not_found(text: str) -> None:
    """Other words in front are no label."""
    assert judged(text).by != "link_list"
