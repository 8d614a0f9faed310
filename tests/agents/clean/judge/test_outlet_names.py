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


@pytest.mark.parametrize(
    ("text", "is_outlet"), [("الشراع أون لاين :", True), ("الشراع أون لاين ينتقل إلى الميناء", False)]
)
def test_another_name_of_the_outlet_in_front_of_the_text_is_no_text(text: str, *, is_outlet: bool) -> None:
    """A word that nothing but an outlet's name holds, and a colon."""
    assert (judged(text, outlet="شراع الجنوب").reason == "outlet") == is_outlet
