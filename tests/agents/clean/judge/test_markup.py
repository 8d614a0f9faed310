"""Test `markup`: what HTML says of a line."""

import pytest

from tests.agents.clean.pages import judged


@pytest.mark.parametrize(("hint", "reason"), [("nav", "navigation"), ("aside", "related"), ("tags", "tags")])
def test_markup_gives_the_reason_of_a_line_without_one(hint: str, reason: str) -> None:
    """The words of the line say nothing."""
    line = judged("الميناء الجديد", hint=hint)
    assert (line.by, line.reason) == ("markup", reason)


def test_markup_does_not_go_before_words() -> None:
    """A line that says what it is stays that."""
    assert judged("شارك الخبر", hint="nav").by == "phrase"


@pytest.mark.parametrize("hint", ["", "h1", "heading", "link"])
def test_markup_of_text_says_nothing(hint: str) -> None:
    """Headings and links may be the article's."""
    assert judged("الميناء الجديد", hint=hint).by == ""
