"""Pass `full_stops`: whether the page's paragraphs do without full stops, so that long lines may be text."""

from agents.clean.layout.page import Page

_MIN_PARAGRAPH_WORDS = 20
"""Words from which on a line is surely text."""


def look_for_full_stops(page: Page) -> None:
    """Find out whether most paragraphs of the page have no full stop."""
    long = [line for line in page.lines if line.count >= _MIN_PARAGRAPH_WORDS and not line.reason]
    page.is_loose = bool(long) and sum(line.stopped for line in long) * 2 < len(long)
