"""Test `menu`: menus in one line."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, judged, reasons


def test_a_menu_in_one_line_is_no_title() -> None:
    """It has the word for news again and again."""
    menu = "الأخبار أخبار سورية أخبار عربية أخبار دولية"
    article = cleaned("\n".join([menu, "١٤ يوليو ٢٠٢٥", TITLE, *SENTENCES]))
    assert (article.title, reasons(article)[menu]) == (TITLE, "navigation")


@pytest.mark.parametrize("text", ["أخبار سورية أخبار عربية أخبار دولية"])
def test_menu_is_found(text: str) -> None:
    """The word for news stands in it three times."""
    line = judged(text)
    assert (line.by, line.reason) == ("menu", "navigation")


@pytest.mark.parametrize("text", ["أخبار سورية أخبار عربية", "أهم أخبار اليوم في الميناء"])
def test_menu_is_not_found(text: str) -> None:
    """Once or twice may be a headline."""
    assert judged(text).by != "menu"
