"""Pass `foreign_captions`: lines of another script that open an Arabic text, an agency's caption or a licence."""

from agents.clean.layout.page import Page

_OPENING_LINES = 4
"""Lines of a text among which those of another script are looked for."""


def mark_foreign_captions(page: Page) -> None:
    """Mark the lines of another script that open the text as captions, unless all of it is of that script."""
    text = page.text
    foreign = [line for line in text[:_OPENING_LINES] if line.folded.isascii() and not line.reason]
    if foreign and not all(line.folded.isascii() for line in text):
        page.suspect(foreign, "caption")
