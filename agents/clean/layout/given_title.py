"""Pass `given_title`: the line that shows the title that a field or metadata gives."""

from agents.clean.layout.page import Page
from agents.clean.layout.title_text import MAX_GLUED_WORDS, Title, without_label
from agents.clean.read.line_words import split

_MIN_WORDS = 2
"""Words of a title that is looked for: one alone is a menu's as well."""
_MAX_HEAD_LINES = 60
"""Lines at the page's head among which a title with a label glued to it is looked for."""


def find_given_title(page: Page) -> None:
    """Take the first line that is the given title; else the first that ends in it, with a label in front."""
    found = _find(page)
    if found is not None:
        page.take_title(found)


def _find(page: Page) -> Title | None:
    wanted = split(page.told_title)
    if len(wanted) < _MIN_WORDS:
        return None
    glued: Title | None = None
    for index, line in enumerate(page.lines):
        if line.count < len(wanted) or line.reason == "breadcrumb":
            continue
        if line.words == wanted:
            return Title(index, line.text)
        extra = line.count - len(wanted)
        if glued is None and extra <= MAX_GLUED_WORDS and line.words[extra:] == wanted and index < _MAX_HEAD_LINES:
            glued = without_label(index, line, extra)
    return glued
