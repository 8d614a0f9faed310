"""Pass `digest`: headlines in a row behind a line that leads to them, where a page has no running text."""

import itertools

from agents.clean.layout.page import Page

_MIN_HEADLINES = 4
"""Headlines behind a line that leads to them, from which on they are a digest."""
_MIN_HEADLINE_WORDS = 4


def find_digest(page: Page) -> None:
    """Take a digest for the text, where there is no other."""
    if page.end > page.start:
        return
    first = page.title_index + 1
    for index in range(first, len(page.lines)):
        line = page.lines[index]
        if line.reason or not line.leads_to_list:
            continue
        behind = page.lines[index + 1 :]
        count = sum(
            1 for _ in itertools.takewhile(lambda item: not item.reason and item.count >= _MIN_HEADLINE_WORDS, behind)
        )
        if count >= _MIN_HEADLINES:
            page.start, page.end = index, index + 1 + count
            return
