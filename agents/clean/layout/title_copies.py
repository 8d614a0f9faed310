"""Pass `title_copies`: the other lines that show the title, with no more than an outlet's name or a path beside it."""

from agents.clean.layout.page import Page
from agents.clean.read.line_words import split

_MIN_WORDS = 2
"""Words of a title that is looked for: a word alone repeats by chance."""
_MAX_WORDS_BESIDE = 8
"""Words of a path or the like beside a copy of the title."""


def mark_title_copies(page: Page) -> None:
    """Mark the title's other copies."""
    title = split(page.title)
    size = len(title)
    if size < _MIN_WORDS:
        return
    chosen = page.lines[page.title_index]
    for line in page.lines:
        shows = (
            size <= line.count <= size + _MAX_WORDS_BESIDE
            and (line.words[:size] == title or line.words[-size:] == title)
            and not (line.stopped and line.count > size)
        )
        if shows and line is not chosen and line.reason != "breadcrumb":
            line.reason, line.by = "title_repeated", page.by
