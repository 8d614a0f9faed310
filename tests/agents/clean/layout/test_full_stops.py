"""Pass `full_stops`: whether the page's paragraphs have any."""

from tests.agents.clean.pages import SENTENCES, TITLE, laid_out

LOOSE = [" ".join([sentence.rstrip("."), *sentence.rstrip(".").split()[:8]]) for sentence in SENTENCES]
"""Paragraphs without a full stop."""


def test_a_page_without_full_stops_is_loose() -> None:
    """Most of its long lines end otherwise."""
    assert laid_out("\n".join([TITLE, *LOOSE]), "full_stops").is_loose


def test_a_page_with_full_stops_is_not() -> None:
    """One paragraph without is no rule."""
    stopped = [f"{line}." for line in LOOSE[1:]]
    assert not laid_out("\n".join([TITLE, LOOSE[0], *stopped]), "full_stops").is_loose
