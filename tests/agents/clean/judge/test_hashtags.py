"""Test `hashtags`: lines that are hashtags."""

import pytest

from tests.agents.clean.pages import judged


@pytest.mark.parametrize("text", ["#الميناء #الشحن", "#توسعة #الميناء الجنوبي"])
def test_hashtags_is_found(text: str) -> None:
    """Half the words are hashtags."""
    line = judged(text)
    assert (line.by, line.reason) == ("hashtags", "tags")


@pytest.mark.parametrize("text", ["#الميناء الجديد", "شاركنا رأيك عبر #الميناء و #الشحن في كل مكان من العالم"])
def test_hashtags_is_not_found(text: str) -> None:
    """One of them, or two in a sentence, are none."""
    assert judged(text).by != "hashtags"
