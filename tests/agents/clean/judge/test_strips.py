"""Tests `strip` and `long_strip`: several headlines in one line."""

import pytest

from tests.agents.clean.pages import TICKER, judged


@pytest.mark.parametrize("text", ["   ".join(TICKER[:5])])
def test_strip_is_found(text: str) -> None:
    """Four wide gaps cut it."""
    line = judged(text)
    assert (line.by, line.reason) == ("strip", "related")


@pytest.mark.parametrize("text", [" ".join(TICKER[:5]), "   ".join(TICKER[:3])])
def test_strip_is_not_found(text: str) -> None:
    """Without gaps, or with one, it is one headline."""
    assert judged(text).by != "strip"


@pytest.mark.parametrize("text", ["   ".join(TICKER * 2)])
def test_long_strip_is_found(text: str) -> None:
    """Eight wide gaps cut it."""
    line = judged(text)
    assert (line.by, line.reason) == ("long_strip", "related")


@pytest.mark.parametrize("text", [" ".join(TICKER * 2)])
def test_long_strip_is_not_found(text: str) -> None:
    """Without gaps it is a paragraph."""
    assert judged(text).by != "long_strip"
