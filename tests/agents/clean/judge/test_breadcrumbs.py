"""Test `breadcrumb`: paths through a site."""

import pytest

from tests.agents.clean.pages import judged


@pytest.mark.parametrize("text", ["الرئيسية » اقتصاد » أسواق", "الرئيسية / رياضة", "سياسة > أخبار عربية"])
def test_breadcrumb_is_found(text: str) -> None:
    """It begins at home or in a section, and goes on."""
    line = judged(text)
    assert (line.by, line.reason) == ("breadcrumb", "breadcrumb")


@pytest.mark.parametrize("text", ["الوزير: الميناء الجديد - توسعة الأرصفة", "اقتصاد", "واشنطن – طهران: جولة جديدة"])
def test_breadcrumb_is_not_found(text: str) -> None:
    """A colon or a dash alone makes no path."""
    assert judged(text).by != "breadcrumb"
