"""Pass `doubles`: sentences that stand twice in a row are captions, for no paragraph does."""

import itertools

from agents.clean.judge.captions import MAX_CAPTION_WORDS
from agents.clean.layout.page import Page


def mark_doubles(page: Page) -> None:
    """Mark short sentences that stand twice in a row as captions."""
    for line, following in itertools.pairwise(page.lines):
        if line.stopped and line.count <= MAX_CAPTION_WORDS and line.words == following.words:
            page.suspect((line, following), "caption")
