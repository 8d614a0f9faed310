"""Pass `given_title`: the line that shows the title that a field or metadata gives."""

from agents.clean.judge.lines import Line
from agents.clean.layout.page import HEADINGS, Page
from agents.clean.layout.title_candidates import HIDDEN_HINTS
from agents.clean.layout.title_text import MAX_GLUED_WORDS, Title, glued_label, without_label
from agents.clean.read.line_words import split
from agents.clean.read.stems import share_known

_MIN_WORDS = 2
"""Words of a title that is looked for: one alone is a menu's as well."""
_MAX_LABEL_WORDS = 3
"""Words of the longest label that a title may be glued to."""
_MIN_HEADLINE_WORDS = 4
_MIN_ADDRESS_STEMS = 3
"""Stems of an address from which on it tells a title."""
_MIN_OWN_SHARE, _MAX_OTHER_SHARE = 0.6, 0.3
"""The share of them that the heading of its article has at least, and that another's has less than."""
_MAX_HEAD_LINES = 60
"""Lines at the page's head among which a title with a label glued to it is looked for."""


def find_given_title(page: Page) -> None:
    """Take the first line that is the given title; else the first that ends in it, with a label in front."""
    found = _find(page)
    if found is not None and not _is_of_another_article(page, page.lines[found.line_index]):
        page.take_title(found)


def _is_of_another_article(page: Page, line: Line) -> bool:
    """Whether the window tells another article's title, as infinite scroll leaves it: the address tells a heading."""
    if len(page.address_stems) < _MIN_ADDRESS_STEMS or share_known(page.address_stems, line.stems) >= _MAX_OTHER_SHARE:
        return False
    headings = (other for other in page.lines if other.hint in HEADINGS and other is not line)
    return any(share_known(page.address_stems, other.stems) >= _MIN_OWN_SHARE for other in headings)


def _has_another_headline(page: Page) -> bool:
    """Whether the page has an `<h1>` that is no logo: what a list of other articles names is not its title."""
    return any(line.hint == "h1" and line.count >= _MIN_HEADLINE_WORDS for line in page.lines)


def _find(page: Page) -> Title | None:
    wanted = split(page.told_title)
    if len(wanted) < _MIN_WORDS:
        return None
    glued: Title | None = None
    passes_over = False  # copies in lists of other articles: found out once, for a page may have any number of them
    for index, line in enumerate(page.lines):
        if line.count < len(wanted) or line.reason == "breadcrumb":
            continue
        if line.words == wanted:
            is_hidden = line.hint in HIDDEN_HINTS
            passes_over = passes_over or (is_hidden and _has_another_headline(page))
            if is_hidden and passes_over:
                continue
            return Title(index, line.text)
        extra = line.count - len(wanted)
        if extra < _MAX_LABEL_WORDS and line.words[extra + 1 :] == wanted[1:] and index < _MAX_HEAD_LINES:
            glued = glued or glued_label(index, line, wanted[0], extra)
        if glued is None and extra <= MAX_GLUED_WORDS and line.words[extra:] == wanted and index < _MAX_HEAD_LINES:
            glued = without_label(index, line, extra)
    return glued
