"""Pass `title_copies`: the other lines that show the title, with no more than an outlet's name or a path beside it."""

from agents.clean.judge.lines import Line
from agents.clean.layout.page import Page
from agents.clean.read.line_words import split

_MIN_WORDS = 2
"""Words of a title that is looked for: a word alone repeats by chance."""
_MAX_WORDS_BESIDE = 8
"""Words of a path or the like beside a copy of the title."""


def mark_title_copies(page: Page) -> None:
    """Mark the title's other copies."""
    title = split(page.title)
    if len(title) < _MIN_WORDS:
        return
    for index, line in enumerate(page.lines):
        if index != page.title_index and line.reason != "breadcrumb" and _shows(line, title):
            line.reason, line.by = "title_repeated", page.by


def _shows(line: Line, title: list[str]) -> bool:
    """Whether a line shows the title, at its beginning or its end."""
    size = len(title)
    return (
        size <= line.count <= size + _MAX_WORDS_BESIDE
        and (line.words[:size] == title or line.words[-size:] == title)
        and not (line.stopped and line.count > size)
    )
