"""Pass `tail`: what stands below the text is chrome, of the kind of the chrome above it, or the text's last line."""

from agents.clean.layout.page import Page

_OPENING_REASONS = frozenset(["related", "comments", "tags", "masthead"])
"""Reasons of chrome that goes on in the lines behind it."""
_PASSING_REASONS = frozenset(["date", "counter", "byline"])
"""Reasons of lines that may stand within such chrome."""


def settle_tail(page: Page) -> None:
    """Settle the lines below the text."""
    going_on = "stray"
    adjoining = True
    for line in page.lines[page.end :]:
        if line.role:
            continue
        if adjoining and not line.reason and line.count > 1 and (line.stopped or line.folded.endswith("..")):
            page.settle(line, "paragraph")
            continue
        adjoining = False
        if line.reason:
            line.role = "chrome"
            if line.reason not in _PASSING_REASONS:
                going_on = line.reason if line.reason in _OPENING_REASONS else "stray"
            continue
        found = None if line.prose else line.signature(page.outlet)
        if found is not None and found.sure:
            page.settle(line, "chrome", "byline")
            line.byline = found
        else:
            page.settle(line, "chrome", going_on)
