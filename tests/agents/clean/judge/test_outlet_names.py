"""Tests `outlet_name` and `blurb`: the outlet's own name."""

import pytest

from tests.agents.clean.pages import judged

SENTENCE = "يهتم بأخبار الموانئ والشحن والنقل البحري في المنطقة وينشر التقارير والحوارات والتحقيقات منذ سنوات طويلة"


@pytest.mark.parametrize("text", ["شراع الجنوب", "الجنوب"])
def test_outlet_name_is_found(text: str) -> None:
    """The line holds nothing but the name."""
    line = judged(text, outlet="شراع الجنوب")
    assert (line.by, line.reason) == ("outlet_name", "outlet")


@pytest.mark.parametrize("text", ["شراع الجنوب يصل إلى الميناء", "شراع آخر"])
def test_outlet_name_is_not_found(text: str) -> None:
    """More stands in the line."""
    assert judged(text, outlet="شراع الجنوب").by != "outlet_name"


@pytest.mark.parametrize("text", [f"شراع الجنوب موقع إخباري {SENTENCE} {SENTENCE}."])
def test_blurb_is_found(text: str) -> None:
    """The outlet says what it is."""
    line = judged(text, outlet="شراع الجنوب")
    assert (line.by, line.reason) == ("blurb", "outlet")


@pytest.mark.parametrize("text", [f"شراع الجنوب أول سفينة {SENTENCE} {SENTENCE}."])
def test_blurb_is_not_found(text: str) -> None:
    """The name may be another thing's."""
    assert judged(text, outlet="شراع الجنوب").by != "blurb"
