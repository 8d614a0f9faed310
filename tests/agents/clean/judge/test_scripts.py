"""Test `script`: code and templates."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, judged, reasons


def test_what_a_template_leaves_is_chrome() -> None:
    """A field that was never filled, and a place for an advertisement."""
    found = reasons(cleaned("\n".join([TITLE, "{clean_title}", "spot_img", *SENTENCES])))
    assert set(found) == {"{clean_title}", "spot_img"}


@pytest.mark.parametrize(
    "text", ["function() { var x = 1; window.y(); }", "{{ author }}", "{title}", '[gallery ids="1,2"]', "[/caption]"]
)
def test_script_is_found(text: str) -> None:
    """Code, what a template leaves, or a content system's shortcode."""
    line = judged(text)
    assert (line.by, line.reason) == ("script", "code")


@pytest.mark.parametrize("text", ["{الميناء الجديد}", "[الميناء الجديد]", "[2026]", "الميناء (الجديد) يفتتح"])
def test_script_is_not_found(text: str) -> None:
    """Brackets alone are none."""
    assert judged(text).by != "script"
